"""The further passages in the text of a note, which are found in the brief again."""

from briefreader.library import Citation, cited
from briefreader.text import Span
from briefreader.ui.panes.note_quotations import further_places, quotations

TEXT = "Talks\n\nThey met on 1. May, as [agreed] *before*. Nothing else was said.\n\n#1 came last."


def test_a_quotation_is_read_as_it_was_put_there() -> None:
    words = "They met on 1. May, as [agreed] *before*."
    typed = f"first\n\n{cited(Citation('a', 'Talks'), 'markdown', words)}\n\nlast"
    assert [*quotations(typed)] == [words]
    assert further_places(typed, TEXT) == [Span(7, 7 + len(words))]


def test_quotations_of_several_lines_and_of_other_briefs() -> None:
    typed = "> Nothing else was said.\n> #1 came last.\n\nand\n\n> From another brief.\n"
    assert [*quotations(typed)] == ["Nothing else was said.\n#1 came last.", "From another brief."]
    at = TEXT.index("Nothing")
    assert further_places(typed, TEXT) == [Span(at, len(TEXT))]


def test_a_note_without_a_quotation_has_no_further_place() -> None:
    assert further_places("a > b\n\n>\n\nNothing else was said.", TEXT) == []
