"""Follows commitments from meeting to meeting: which are new, which are repeated and which are dropped."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from briefreader.compare.alignment.alignment import aligned
from briefreader.compare.wording import Wording
from briefreader.model import Brief, Commitment, Mention

CommitmentState = Literal["new", "repeated", "dropped"]


class FollowedCommitment(NamedTuple):
    """A commitment at a meeting; a dropped one stands at the first meeting that no longer has it.

    `brief` is the brief of the sentence, and `before` the same commitment at the meeting before.
    """

    meeting: str
    state: CommitmentState
    brief: str
    commitment: Commitment
    before: Commitment | None = None


def followed_commitments(meetings: Iterable[Brief]) -> tuple[FollowedCommitment, ...]:
    """Return the commitments of the briefs of a series in order; those of the first meeting are all new."""
    found: list[FollowedCommitment] = []
    last: Brief | None = None
    for brief in meetings:
        id = brief.entry.id
        pairs = _pairs(last, brief) if last else {}
        for number, commitment in enumerate(brief.annotation.commitments):
            before = last.annotation.commitments[pairs[number]] if last and number in pairs else None
            found.append(FollowedCommitment(id, "repeated" if before else "new", id, commitment, before))
        if last:
            kept = set(pairs.values())
            found += [
                FollowedCommitment(id, "dropped", last.entry.id, commitment)
                for number, commitment in enumerate(last.annotation.commitments)
                if number not in kept
            ]
        last = brief
    return tuple(found)


def _pairs(before: Brief, after: Brief) -> dict[int, int]:
    """Return for the number of each commitment that is repeated the number that it had before."""
    old, new = _sentences(before), _sentences(after)
    return {
        new.sentences[second].paragraph: old.sentences[first].paragraph
        for group in aligned(old, new)
        for first in group.a
        for second in group.b
    }


def _sentences(brief: Brief) -> Wording:
    """Return the wording of the commitments of a brief, each a paragraph of its own."""
    text, mentions = "", list[Mention]()
    for commitment in brief.annotation.commitments:
        text += "\n\n" if text else ""
        shift = len(text) - commitment.start
        mentions += _shifted(brief.annotation.mentions, commitment, shift)
        text += brief.text[commitment.start : commitment.end].replace("\n", " ")
    return Wording(text, mentions)


def _shifted(mentions: Sequence[Mention], commitment: Commitment, shift: int) -> list[Mention]:
    inside = [each for each in mentions if commitment.start <= each.start and each.end <= commitment.end]
    return [each._replace(start=each.start + shift, end=each.end + shift) for each in inside]
