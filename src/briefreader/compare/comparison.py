"""The comparison of two briefs: what changed in the wording, how much, and what speaks against comparing them."""

from collections.abc import Sequence
from typing import NamedTuple

from briefreader.compare.phrases.phrases import Phrase, gone_phrases, new_phrases
from briefreader.compare.redline.change import Change, Rewording
from briefreader.compare.redline.redline import Redline
from briefreader.compare.redline.stretches import Stretch, stretches
from briefreader.compare.redline.tally import Tally, tally
from briefreader.compare.reworded import rewordings
from briefreader.compare.similarity import LEAST_KEPT, MarkingWord, is_of_one_matter, marking_words, similarity
from briefreader.compare.strength.strength import Ladders, Shift, Strength
from briefreader.compare.wording import Wording
from briefreader.model import TEXT_STATUS_WORDS, Brief


class Comparison(NamedTuple):
    """The changes from brief a to brief b.

    `similarity` is the part of the words that is the same, from 0 to 1, without routine words. `rank` says that this
    is the k-th largest change among n from one meeting of the series to the next; None where the briefs are no
    neighbours in a series. `marks` are the words by which b differs from its series, or from a where it has none.
    `stretches` are both texts beside each other. `gone_phrases` are phrases of a that b has no more, and `new_phrases`
    those of b that neither a nor an earlier meeting of its series has. `tally` counts sentences and changes of words.
    `rewordings` are sentences told as gone and new that perhaps say the same.
    """

    a: Brief
    b: Brief
    changes: tuple[Change, ...]
    similarity: float
    strength: tuple[Shift, ...]
    marks: tuple[MarkingWord, ...] = ()
    rank: tuple[int, int] | None = None
    warning: str | None = None
    stretches: tuple[Stretch, ...] = ()
    gone_phrases: tuple[Phrase, ...] = ()
    new_phrases: tuple[Phrase, ...] = ()
    tally: Tally = Tally()
    rewordings: tuple[Rewording, ...] = ()


def compared(a: Brief, b: Brief, ladders: Ladders, series: Sequence[Brief] = ()) -> Comparison:
    """Return the comparison of two briefs; `series` are the briefs that stand for meetings of their series, by date."""
    before, after = wording_of(a), wording_of(b)
    redline = Redline(before, after)
    reworded = rewordings(before, after, redline.carried)
    same = similarity(before, after, redline.changes)
    members = [(each.entry.id, wording_of(each)) for each in series]
    others = [wording for id, wording in members if id != b.entry.id] or [before]
    return Comparison(
        a,
        b,
        redline.changes,
        round(same, 3),
        tuple(Strength(ladders).shifts(before, after, redline.carried)),
        marking_words(after, others),
        warning=_warning(a, b, _kept_words(a, b, same, before, after, series)),
        stretches=tuple(stretches(before, after, redline.carried, redline.changes, reworded)),
        gone_phrases=gone_phrases(before, after, _until(members, a.entry.id)),
        new_phrases=new_phrases(after, [before, *_until(members, b.entry.id)]),
        tally=tally(before, after, redline.carried, redline.changes),
        rewordings=reworded,
    )


def _until(members: Sequence[tuple[str, Wording]], id: str) -> list[Wording]:
    """Return the wordings of the meetings of a series before one of them, all if it is none."""
    ids = [each for each, _ in members]
    return [wording for _, wording in members[: ids.index(id) if id in ids else None]]


def similarity_of(a: Brief, b: Brief) -> float:
    """Return how much of the wording of two briefs is the same, from 0 to 1."""
    before, after = wording_of(a), wording_of(b)
    return similarity(before, after, Redline(before, after).changes)


def wording_of(brief: Brief) -> Wording:
    """Return the wording of the text of a brief."""
    return Wording(brief.text, brief.annotation.mentions)


def _kept_words(
    a: Brief, b: Brief, same: float, before: Wording, after: Wording, series: Sequence[Brief]
) -> str | None:
    """Return that two texts have hardly a sentence in common, and whether they are kin nevertheless; None if not so."""
    if same >= LEAST_KEPT:
        return None
    if series or _are_of_same_meetings(a, b) or is_of_one_matter(before, after):
        if a.entry.date and a.entry.date == b.entry.date:
            return "the texts were written apart: they share almost no wording"
        return "the text was written anew: hardly any of the wording was kept"
    return "the texts are unrelated: they share almost no wording"


def _are_of_same_meetings(a: Brief, b: Brief) -> bool:
    """Return whether both briefs tell of meetings of one series, or of two common sides or of the same ones."""
    first, second = a.annotation.meeting, b.annotation.meeting
    if first is None or second is None:
        return False
    if first.series is not None and first.series == second.series:
        return True
    common = {*first.sides} & {*second.sides}
    return len(common) > 1 or (bool(common) and {*first.sides} == {*second.sides})


def _warning(a: Brief, b: Brief, kept: str | None) -> str | None:
    """Return what a person must know before trusting the changes; None if there is nothing."""
    found = [kept] if kept else []
    if a.text_status != b.text_status:
        found.append(f"one text is {_status(a)}, the other {_status(b)}")
    elif a.text_status == "summary":
        found.append("both texts are summaries: a change of wording may be that of the summary")
    if a.annotation.kind != b.annotation.kind and a.annotation.kind and b.annotation.kind:
        found.append(f"one text is a {a.annotation.kind}, the other a {b.annotation.kind}")
    return "; ".join(found) or None


def _status(brief: Brief) -> str:
    return TEXT_STATUS_WORDS.get(brief.text_status) or "of unknown status"
