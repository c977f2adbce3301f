"""Checked claims in words."""

from briefreader.compare import CheckedClaim
from briefreader.library import reason_words, verdict_words
from briefreader.model import FirstClaim, Span

CLAIM = FirstClaim(Span(0, 5), Span(0, 9), "meeting")


def test_all_that_makes_a_verdict_weaker_is_told() -> None:
    found = CheckedClaim("now", CLAIM, "borne out", "none of 3", looked_at=3, untold=1, missing=(1, 2, 3, 5))
    assert reason_words(found) == ("none of 3; of 1 of them the library does not know it; missing before it: 1 to 3, 5")


def test_missing_meetings_do_not_weaken_a_contradiction() -> None:
    found = CheckedClaim("now", CLAIM, "contradicted", "it was earlier", "old", looked_at=3, missing=(1,))
    assert (verdict_words(found), reason_words(found)) == ("contradicted by old", "it was earlier")
