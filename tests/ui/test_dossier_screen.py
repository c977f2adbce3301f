"""In a dossier, y copies the mention, the brief or the name under the cursor, and ? lists the keys."""

import pytest

from briefreader.ui.screens.dossier_view import DossierScreen
from briefreader.ui.screens.letter_choice import LetterChoiceScreen
from briefreader.ui.widgets.fixed_lines import FixedLines
from briefreader.ui.widgets.pick_list import PickLine, PickList
from reader_pilot import Reader, Start


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


async def dossier(reader: Reader) -> PickList:
    """Open the dossier of the first name in the panel, and return its lines."""
    await reader.press("p", "i")
    await reader.until(lambda: isinstance(reader.app.screen, DossierScreen))
    view = reader.app.screen.query_one(PickList)
    await reader.until(lambda: view.picked)
    return view


def foot(reader: Reader) -> str:
    """Return the last line of the dossier."""
    return reader.app.screen.query_one("#dossier-foot", FixedLines).lines[0].text


async def copied(reader: Reader, view: PickList, line: PickLine) -> str:
    """Copy a line, and return the text that is in the clipboard then."""
    view.cursor = view.lines.index(line)
    await reader.press()
    reader.app.copy_to_clipboard("")
    await reader.press("y")
    await reader.until(lambda: reader.app.clipboard and foot(reader).startswith("copied"))
    return reader.app.clipboard


async def test_y_copies_the_mention_under_the_cursor_with_its_citation(start: Start) -> None:
    async with start(size=(160, 40)) as reader:
        view = await dossier(reader)
        sentence = next(line for line in view.lines if line.style == "quiet" and line.span)
        text = await copied(reader, view, sentence)
        name, quotation, citation = text.splitlines()
        assert name == "Bonnie Jenkins (person)"
        assert quotation.startswith("“")
        assert "Jenkins" in quotation
        assert sentence.text.split()[0] in quotation
        assert "2024" in citation
        assert foot(reader).startswith(f"copied {len(text)} characters with citation: terminal clipboard and ")
        await reader.press("k")
        assert foot(reader) == "Enter opens · y copies with citation · Esc closes"


async def test_y_copies_the_citation_of_a_meeting_and_the_name_of_a_companion(start: Start) -> None:
    async with start(size=(160, 40)) as reader:
        view = await dossier(reader)
        meeting = next(line for line in view.lines if line.brief_id and line.span is None)
        assert (await copied(reader, view, meeting)).startswith("Bonnie Jenkins (person)\n")
        companion = next(line for line in view.lines if line.name)
        assert await copied(reader, view, companion) == companion.name


async def test_y_says_why_it_copies_nothing(start: Start) -> None:
    async with start() as reader:
        view = await dossier(reader)
        view.show_lines((PickLine("Offices", "heading"),))
        await reader.press("y")
        assert foot(reader) == "nothing to copy: the cursor goes to a sentence, a brief or a name first"


async def test_question_mark_lists_the_keys_and_one_of_them_acts(start: Start) -> None:
    async with start() as reader:
        await dossier(reader)
        await reader.press("question_mark")
        assert isinstance(reader.app.screen, LetterChoiceScreen)
        assert "Keys of the dossier" in reader.screen_text
        await reader.press("y")
        await reader.until(lambda: foot(reader).startswith("copied"))
        assert isinstance(reader.app.screen, DossierScreen)
