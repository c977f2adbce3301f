"""The marked places of a brief: what covers what, and the signs of notes in the margin."""

import pytest

from briefreader.model import Mention
from briefreader.text import Span
from briefreader.ui.palette import RULES, palette
from briefreader.ui.panes.article_lines import styled_pieces
from briefreader.ui.panes.article_marks import NOTE_BEGINS, NOTE_GOES_ON, ArticleMarks
from briefreader.ui.themes import COLORS
from reader_pilot import Reader, Start

TEXT = "Anna Bond met Chang Hojin in Seoul."
NAMES = (Mention(0, 9, "PERSON", "Anna Bond", "Anna Bond"), Mention(29, 34, "PLACE", "Seoul", "Seoul"))
STYLES = palette("dark")
KINDS = ("text", "match", "match here", "found", "found here", "passage", "highlight")


def drawn(marks: ArticleMarks) -> list[tuple[str, str]]:
    """The pieces of the text with the names of their styles."""
    line = Span(0, len(TEXT))
    names = {STYLES[name]: name for name in (*KINDS, "color person", "color place")}
    pieces = styled_pieces(TEXT, line, STYLES["text"], marks.layers(line, "text", STYLES))
    return [(text, names[style]) for text, style in pieces if names[style] != "text"]


def test_names_matches_found_words_and_the_highlight_are_marked_each_its_way() -> None:
    marks = ArticleMarks(
        NAMES[:1], "color", 0, matches=(Span(10, 13),), match=-1, found=(Span(14, 19), Span(20, 25)), found_at=1
    )
    assert drawn(marks) == [
        ("Anna Bond", "color person"),
        ("met", "match"),
        ("Chang", "found"),
        ("Hojin", "found here"),
    ]


def test_a_passage_covers_names_and_leaves_matches_and_found_words_in_sight() -> None:
    marks = ArticleMarks(
        NAMES, "color", 0, passage=Span(0, 25), matches=(Span(10, 13),), match=0, found=(Span(20, 25),), found_at=0
    )
    assert drawn(marks) == [
        ("Anna Bond", "passage"),
        (" ", "passage"),
        ("met", "match here"),
        (" Chang ", "passage"),
        ("Hojin", "found here"),
        ("Seoul", "color place"),
    ]


def test_the_title_has_no_marked_names() -> None:
    assert drawn(ArticleMarks(NAMES, "color", names_from=40)) == []


@pytest.mark.parametrize("theme", [*COLORS])
@pytest.mark.parametrize("without_color", [False, True])
def test_no_two_kinds_of_places_look_alike(theme: str, without_color: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1" if without_color else "")
    palette.cache_clear()
    styles = palette(theme)
    palette.cache_clear()
    assert len({styles[kind] for kind in KINDS}) == len(KINDS)
    looks = {(styles[kind].color, styles[kind].bgcolor, styles[kind].reverse) for kind in ("text", "passage", "found")}
    assert len(looks) == (2 if without_color else 3)  # without colour both are reversed, the passage in bold letters
    assert set(KINDS) < set(RULES)


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ((Span(0, 10),), ""),
        ((Span(10, 20),), NOTE_BEGINS),
        ((Span(20, 30),), NOTE_GOES_ON),
        ((Span(30, 40),), ""),
        ((Span(0, 5), Span(25, 30)), NOTE_GOES_ON),
        ((), ""),
    ],
)
def test_a_sign_in_the_margin_tells_where_a_passage_with_a_note_begins_and_goes_on(
    line: tuple[Span, ...], sign: str
) -> None:
    assert ArticleMarks(noted=(Span(12, 30),)).margin_sign(line) == sign


def body_line(reader: Reader, text: str) -> str:
    return next(line for line in reader.article_text.splitlines() if text in line)


async def test_notes_are_signs_in_the_margin_which_keep_the_text_in_its_column(start: Start) -> None:
    async with start(brief="edscg-4-2023-09-15") as reader:
        article = reader.screen.article
        await reader.until(lambda: reader.open_brief == "edscg-4-2023-09-15")
        before = body_line(reader, "They spoke")
        assert article.brief
        at = article.brief.text.index("They spoke")
        article.noted = (Span(at, at + 10),)
        await reader.press()
        assert body_line(reader, "They spoke") == before.replace("  They", f"{NOTE_BEGINS} They")


async def test_another_brief_is_opened_without_the_marks_of_the_last(start: Start) -> None:
    async with start(brief="edscg-4-2023-09-15") as reader:
        article = reader.screen.article
        await reader.until(lambda: reader.open_brief == "edscg-4-2023-09-15")
        article.passage, article.noted, article.found, article.found_at = Span(0, 5), (Span(0, 5),), (Span(0, 5),), 0
        await reader.press("escape", "escape", "j")
        await reader.until(lambda: reader.open_brief != "edscg-4-2023-09-15")
        assert (article.passage, article.noted, article.found, article.found_at) == (None, (), (), -1)
