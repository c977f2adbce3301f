"""The offer to finish a word: at once after a lone key, and only at the end of a burst of keys."""

import asyncio
import time

import pytest

from briefreader.model import Completion
from briefreader.ui.widgets import query_input
from briefreader.ui.widgets.query_input import Completer


class Asked:
    """A library that completes every query, and remembers those that it was asked for."""

    def __init__(self) -> None:
        self.queries: list[str] = []
        self.completer = Completer(self.complete)

    def complete(self, query: str) -> Completion:
        self.queries.append(query)
        return Completion(0, f"{query}!")


@pytest.fixture
def endless_burst(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Keys that come within 11 days of each other are a burst."""
    monkeypatch.setattr(query_input, "PAUSE_BEFORE_OFFER", 1e6)
    asked = Asked()
    asked.completer.last_key = time.monotonic()
    return asked


async def test_a_lone_key_has_its_offer_without_a_pause(endless_burst: Asked) -> None:
    endless_burst.completer.last_key = -1e9
    assert await endless_burst.completer.get_suggestion("k") == "k → k!"
    assert endless_burst.completer.offer == ("k", "k!")


async def test_a_key_of_a_burst_waits_for_its_offer(endless_burst: Asked) -> None:
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(endless_burst.completer.get_suggestion("ko"), 0.01)
    assert endless_burst.queries == []


async def test_of_a_burst_only_the_last_query_is_completed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query_input, "PAUSE_BEFORE_OFFER", 1e-9)
    asked = Asked()
    offers = await asyncio.gather(*map(asked.completer.get_suggestion, ("k", "ko", "kor")))
    assert offers == [None, None, "kor → kor!"]
    assert asked.queries == ["kor"]
