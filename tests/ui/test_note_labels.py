"""The labels of a note: words with `#` in its text, or a last line of them."""

import pytest

from briefreader.ui.panes.note_labels import joined, parted


@pytest.mark.parametrize(
    ("typed", "text", "labels"),
    [
        ("ask Seoul #todo before May", "ask Seoul #todo before May", ("todo",)),
        ("first line\n\n#todo #nuclear-planning", "first line", ("todo", "nuclear-planning")),
        ("#todo", "", ("todo",)),
        ("# A heading", "# A heading", ()),
        ("see https://example.gov/#top and issue #5", "see https://example.gov/#top and issue #5", ()),
        ("#todo again #todo", "#todo again #todo", ("todo",)),
        ("#협의 필요", "#협의 필요", ("협의",)),
        ("", "", ()),
    ],
)
def test_labels_are_taken_from_what_is_typed(typed: str, text: str, labels: tuple[str, ...]) -> None:
    assert parted(typed) == (text, labels)


@pytest.mark.parametrize("typed", ["ask Seoul #todo before May", "first\n\n#one #two", "plain", "#only"])
def test_a_note_is_edited_as_it_was_typed(typed: str) -> None:
    assert joined(*parted(typed)) == typed


def test_labels_that_cannot_be_typed_stay_out_of_the_text() -> None:
    assert joined("text", ["nuclear planning", "todo", "3rd"]) == "text\n\n#todo"
