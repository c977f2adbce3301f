"""The claims of a series that something is the first as lines, each with the verdict of the earlier meetings."""

from collections.abc import Mapping

from briefreader.library import ReportedClaim, SeriesClaims, meeting_labels, reason_words, verdict_words
from briefreader.ui.widgets.pick_list import PickLine
from briefreader.ui.widgets.text_layout import wrapped

CLAIM_SIGNS: Mapping[str, tuple[str, str]] = {
    "borne out": ("+", "text"),
    "contradicted": ("!", "notice"),
    "unknown": ("?", "quiet"),
}
"""The sign and the style of a claim that is borne out or contradicted, or that cannot be checked."""

CLAIM_LEGEND = "+ borne out   ! contradicted   ? cannot be checked"
NO_CLAIMS = "no text of these meetings says that something is the first"


def claim_lines(found: SeriesClaims, width: int) -> tuple[PickLine, ...]:
    """Return the claims of a series under their meetings, for `width` cells."""
    labels = meeting_labels(found.series.meetings)
    lines: list[PickLine] = []
    last = ""
    for each in found.claims:
        checked = each.checked
        if checked.meeting != last:
            last = checked.meeting
            lines += [PickLine("", "text")] if lines else []
            lines.append(PickLine(labels[last], "heading"))
        sign, style = CLAIM_SIGNS[checked.verdict]
        rows = wrapped(each.sentence, max(8, width - 5))
        start = f"{sign} {rows[0] if rows else ''}"
        lines.append(PickLine(start, style, span=checked.claim.sentence, brief_id=checked.meeting))
        lines += (PickLine(f"  {row}", style) for row in rows[1:])
    return tuple(lines) or (PickLine(NO_CLAIMS, "quiet"),)


def claim_detail(found: SeriesClaims, picked: PickLine) -> str:
    """Return the verdicts on the claims of a line, with the reasons and the earlier sentence that decides."""
    return " · ".join(
        _detail(each)
        for each in found.claims
        if (each.checked.meeting, each.checked.claim.sentence) == (picked.brief_id, picked.span)
    )


def _detail(claim: ReportedClaim) -> str:
    evidence = f" “{claim.evidence}”" if claim.evidence else ""
    return f"“{claim.words}”: {verdict_words(claim.checked)}: {reason_words(claim.checked)}{evidence}"
