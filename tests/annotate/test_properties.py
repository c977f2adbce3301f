"""Spans are in order and annotation takes bounded time, whatever the text."""

from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefreader.annotate import Annotator
from briefreader.model import ENTITY_TYPES, Document

_WORDS = st.sampled_from(
    "the of and for to in on , . ; : ' 's ( ) - – U.S. ROK Seoul Tokyo French Minister Secretary State President "
    "General Foreign Affairs Kim Ada Lund Jr. bin al Dr. Mr. met spoke hosted agreed will today 4 2024 May September "
    "NATO UN Group Working Dialogue Strategic Treaty Resolution 2254 first next (NCG) B 52 class \n\n “ ” ’s "
    "headquarters".split(" ")
)
_TEXTS = st.one_of(st.lists(_WORDS, max_size=60).map(" ".join), st.text(max_size=300))


def test_spans_are_in_order_inside_the_text_and_never_overlap(annotator: Annotator) -> None:
    found = Counter[str]()

    @settings(derandomize=True, max_examples=300, deadline=None)
    @given(title=_TEXTS, body=_TEXTS)
    @example(title="", body="")
    @example(title="A", body="President of the")
    @example(title="U.S.-", body="Under Secretary of State for")
    @example(
        title="Talks", body="Secretary of State Ada Lund met Kim in Seoul. Japan will provide $2 million to the fund."
    )
    def holds(title: str, body: str) -> None:
        document = Document(title=title, body=body, date="2024-05-01")
        annotation = annotator.annotate(document)
        text = document.text
        end = 0
        for mention in annotation.mentions:
            assert end <= mention.start < mention.end <= len(text)
            assert mention.text == text[mention.start : mention.end] == mention.text.strip()
            assert mention.type in ENTITY_TYPES and mention.canonical
            end = mention.end
        people = {(mention.start, mention.end) for mention in annotation.mentions if mention.type == "PERSON"}
        assert all((row.start, row.end) in people for row in annotation.attendance)
        assert len({row.name for row in annotation.attendance}) == len(annotation.attendance)
        assert all(item.text == text[item.start : item.end] for item in annotation.commitments)
        found.update(mentions=len(annotation.mentions), attendance=len(annotation.attendance))
        found.update(commitments=len(annotation.commitments), empty=not annotation.mentions)

    holds()
    assert {kind for kind, count in found.items() if count} == {"mentions", "attendance", "commitments", "empty"}


@pytest.mark.parametrize(
    "unit",
    ["A ", "A", "(", "[x(", "Secretary ", "of the ", "U.S.-", '"', "President Biden and ", "January ", "Mr. ",
     "the Treaty of ", "(ABC) ", "A.", "met ", "Foreign Minister of France, ", "will agree to ", "Bonnie Jenkins met. ",
     "United States, ", "launched the meeting ", "the next meeting ", "A-", "Ministers' ", "and ",
     "Paul and ", "Paul Zork, ", "S.A", "Abu bin ", "Paul “Ab” ", "Dato' Sri ", "Le Thi ", "MARY\n", "(Dr.) ",
     "Zork Katz said "],
)  # fmt: skip
def test_a_hostile_text_is_read_in_bounded_time(annotator: Annotator, unit: str) -> None:
    """Each text has about 100 kB; an algorithm with quadratic time would need minutes."""
    body = (unit * (100_000 // len(unit))).strip()
    annotation = annotator.annotate(Document(title="Readout of a Meeting", body=body))
    assert all(mention.end <= len(body) + 30 for mention in annotation.mentions)


@pytest.mark.parametrize(
    "sentence",
    [
        "The third meeting of the {} Dialogue was held in Oslo on 5 May 2024 between Norway and Malta.",
        "Norway and Malta held the third Dialogue on {} in Oslo on 5 May 2024.",
    ],
)
@pytest.mark.parametrize("words", ["Strategic Alpha Beta " * 30, "Alpha" * 200])
def test_a_run_of_capitalized_words_is_no_name(annotator: Annotator, sentence: str, words: str) -> None:
    annotation = annotator.annotate(Document(title="Meeting", body=sentence.format(words.strip()), date="2024-05-06"))
    assert max(len(mention.text) for mention in annotation.mentions) <= 300
    assert annotation.meeting is None or len(annotation.meeting.series or "") <= 300
