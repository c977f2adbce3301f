"""Queries that the search bar brings back: the arrows in an empty bar, after Esc, and in the next session."""

from briefreader.ui.widgets.past_queries import MOST_QUERIES, PastQueries
from reader_pilot import Reader, Start


def _after(*queries: str) -> PastQueries:
    past = PastQueries()
    for query in queries:
        past.remember(query)
    return past


def test_a_walk_goes_to_the_first_query_and_back_to_an_empty_one() -> None:
    past = _after("korea", "japan")
    assert [past.older(""), past.older("japan"), past.older("korea")] == ["japan", "korea", None]
    assert [past.newer("korea"), past.newer("japan"), past.newer("")] == ["japan", "", None]


def test_a_query_that_was_typed_is_no_part_of_a_walk() -> None:
    past = _after("korea", "japan")
    past.older("")
    assert past.older("jap") is None
    assert past.newer("jap") is None
    assert past.older("") == "japan"


def test_an_old_query_that_is_typed_again_is_no_walk() -> None:
    past = _after("korea", "japan")
    assert [past.newer("korea"), past.older("korea")] == [None, None]
    past.older("")
    past.remember("korea")
    assert past.newer("korea") is None


def test_a_query_is_kept_once_where_it_was_last_used() -> None:
    assert _after("korea", "japan", " korea ", "", "  ").all == ("japan", "korea")


def test_the_oldest_queries_are_forgotten() -> None:
    past = _after(*(str(number) for number in range(MOST_QUERIES + 5)))
    assert (len(past.all), past.all[0]) == (MOST_QUERIES, "5")


async def _search(reader: Reader, query: str) -> None:
    await reader.press("slash", "ctrl+u", *query)
    await reader.until(lambda: reader.screen.search_bar.asked[0] == query)


async def test_up_brings_back_what_escape_has_cleared(start: Start) -> None:
    async with start() as reader:
        await _search(reader, "seoul")
        await reader.press("escape")
        assert reader.counter == "5 briefs"
        await reader.press("up")
        assert reader.screen.search_bar.input.value == "seoul"
        assert reader.screen.search_bar.input.cursor_at_end
        assert "query 1 of 1" in reader.status_text
        await reader.until(lambda: reader.counter == "2 of 5")


async def test_up_and_down_walk_through_the_queries_in_an_empty_bar(start: Start) -> None:
    async with start() as reader:
        for query in ("seoul", "nuclear", "thank"):
            await _search(reader, query)
            await reader.press("enter", "escape")
        await reader.press("slash", "ctrl+u")
        shown = []
        for key in ("up", "up", "up", "up", "down", "down", "down", "down"):
            await reader.press(key)
            shown.append(reader.screen.search_bar.input.value)
        assert shown == ["thank", "nuclear", "seoul", "seoul", "nuclear", "thank", "", ""]


async def test_with_letters_in_the_bar_arrows_move_the_list(start: Start) -> None:
    async with start() as reader:
        await _search(reader, "seoul")
        await reader.press("escape")
        await _search(reader, "deterrence")
        await reader.until(lambda: len(reader.rows) == 2)
        await reader.press("down")
        assert reader.screen.brief_list.cursor == 1
        await reader.press("up")
        assert reader.screen.brief_list.cursor == 0
        assert reader.screen.search_bar.input.value == "deterrence"


async def test_letters_typed_after_a_query_came_back_end_the_walk(start: Start) -> None:
    async with start() as reader:
        await _search(reader, "s")
        await reader.press("enter", "escape", "slash", "ctrl+u", "up", *"eoul")
        await reader.until(lambda: reader.counter == "2 of 5")
        await reader.press("down")
        assert reader.screen.search_bar.input.value == "seoul"
        assert reader.screen.brief_list.cursor == 1


async def test_typing_a_query_letter_by_letter_is_one_query(start: Start) -> None:
    async with start() as reader:
        await _search(reader, "deterrence")
        await reader.press("enter")
        assert reader.screen.search_bar.input.past.all == ("deterrence",)


async def test_without_queries_the_arrows_move_the_list(start: Start) -> None:
    async with start() as reader:
        before = reader.screen.brief_list.cursor
        await reader.press("slash", "up")
        assert reader.screen.brief_list.cursor == before - 1


async def test_the_next_session_knows_the_queries(start: Start) -> None:
    async with start() as reader:
        await _search(reader, "seoul")
        await reader.press("escape")
        await _search(reader, "nuclear")
    async with start() as reader:
        await reader.press("slash", "ctrl+u", "up")
        assert reader.screen.search_bar.input.value == "nuclear"
        await reader.press("up")
        assert reader.screen.search_bar.input.value == "seoul"
