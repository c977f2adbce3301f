"""Tells checked claims in words, and writes those of a series as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefreader.library.comparing.comparison_tables import Table, meeting_labels

if TYPE_CHECKING:
    from briefreader.compare import CheckedClaim
    from briefreader.library.comparing.claims import SeriesClaims

_NOT_TOLD = "cannot be checked"


def verdict_words(checked: CheckedClaim) -> str:
    """Return the verdict on a claim, in words."""
    if checked.verdict == "contradicted":
        return f"contradicted by {checked.by}"
    return checked.verdict if checked.verdict == "borne out" else _NOT_TOLD


def reason_words(checked: CheckedClaim) -> str:
    """Return why a claim has its verdict, with all that makes the verdict weaker."""
    missing = ", ".join(_runs(checked.missing))
    parts = [checked.reason]
    if checked.looked_at and checked.verdict == "borne out" and checked.untold:
        parts.append(f"of {checked.untold} of them the library does not know it")
    if missing and (checked.verdict == "borne out" or not checked.looked_at):
        parts.append(f"missing before it: {missing}")
    return "; ".join(parts)


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Yield numbers in order, those in a row as one: `1 to 4`."""
    start = 0
    for at, number in enumerate(numbers, 1):
        if at == len(numbers) or numbers[at] != number + 1:
            yield f"{numbers[start]} to {number}" if at - start > 1 else str(number)
            start = at


def _claimed_words(checked: CheckedClaim) -> str:
    """Return what is claimed to be first: `meeting, in person, since 2019`."""
    claim = checked.claim
    place = f"in {claim.place}" if claim.place else ""
    parts = (claim.event, claim.format or "", claim.level or "", place, " ".join(claim.words), claim.scope or "")
    return ", ".join(part for part in parts if part)


def claims_table(found: SeriesClaims) -> Table:
    """Return the checked claims of a series as a table; a claim that cannot be checked has no verdict."""
    labels = meeting_labels(found.series.meetings)
    rows = [
        (
            labels[each.checked.meeting],
            None if each.checked.verdict == "unknown" else each.checked.verdict,
            _claimed_words(each.checked),
            each.sentence,
            reason_words(each.checked),
            each.checked.by,
            each.evidence,
            each.checked.meeting,
        )
        for each in found.claims
    ]
    columns = ("meeting", "verdict", "first", "sentence", "reason", "by", "evidence", "brief")
    return Table(f"{found.series.name}: first times", columns, rows)
