"""A screen on top of the reader closes once, however fast the keys come."""

from briefreader.ui.screens.letter_choice import LetterChoiceScreen
from briefreader.ui.screens.question import QuestionScreen
from reader_pilot import Start


async def test_a_screen_that_is_closed_twice_closes_no_other(start: Start) -> None:
    async with start() as reader:
        answers: list[str | None] = []
        below = LetterChoiceScreen("Open this brief in", {"p": "Pager"})
        above = LetterChoiceScreen("Sort by", {"d": "Date"})
        reader.app.push_screen(below, answers.append)
        reader.app.push_screen(above, answers.append)
        await reader.until(lambda: reader.app.screen is above and above.is_mounted)
        above.dismiss("d")
        above.dismiss("d")
        await reader.pilot.pause()
        assert (reader.app.screen, answers) == (below, ["d"])


async def test_a_screen_under_another_one_is_not_closed(start: Start) -> None:
    async with start() as reader:
        answers: list[object] = []
        below = QuestionScreen("Remove this brief?")
        above = QuestionScreen("Remove this note?")
        reader.app.push_screen(below, answers.append)
        reader.app.push_screen(above, answers.append)
        await reader.until(lambda: reader.app.screen is above and above.is_mounted)
        for _ in range(2):
            below.dismiss(False)
        await reader.pilot.pause()
        assert (reader.app.screen, answers) == (above, [])
        await reader.press("n")
        await reader.press("y")
        assert (reader.app.screen, answers) == (reader.screen, [False, True])
