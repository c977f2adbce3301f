"""What terms and their stems have in common."""

from pathlib import Path

from briefreader.search.analysis.analyzer import analyzed
from briefreader.search.analysis.stemming import stem, stem_beginning
from briefreader.text import words

LIBRARY = Path(__file__).resolve().parents[2] / "data" / "library"
UNLIKE = "dying lying tying skies sky hoping hopping studies study ability sensibility luxuriating fluency agreed y e"


def test_every_word_begins_as_its_stem_says() -> None:
    texts = [UNLIKE, *(path.read_text("utf-8") for path in LIBRARY.glob("*.md"))]
    terms = {part.term for text in texts for word in words(text) for part in analyzed(word.text).parts}
    assert len(terms) > 1_000
    assert [term for term in terms if not term.startswith(stem_beginning(stem(term)))] == []
    assert stem_beginning("denuclear") == "denuclear"
