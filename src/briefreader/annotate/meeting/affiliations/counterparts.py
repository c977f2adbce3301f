"""Finds the people whom a text puts on two sides, as it does with those who met, and those who came with another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from briefreader.annotate.meeting.affiliations.delegations import LISTED
from briefreader.annotate.mentions.entities import Entities
from briefreader.annotate.text.masked_sentences import PERSON, MaskedSentence, pattern

# Two people with one of these between them stand on two sides.
_MEET = pattern(
    r"\b(?:met|meets?|meeting|spoke|speaks|held|holds|received|receives|welcomed|welcomes|hosted|hosts|called|calls?|"
    r"talks|talked|greeted|congratulated|counterparts?|visited|conversation|discussions|consultations|briefed|thanked)\b"
)
_REPORTED = pattern(r"\bthat\b|: ?[\"“]")
_BETWEEN = pattern(r"\bbetween (?:[^.;<P>]{0,80})$")
_MEET_AFTER = pattern(
    r"[^.;<P>]{0,60}?\b(?:met|meet|held|spoke|discussed|agreed|signed|convened|co-chaired|exchanged)\b"
)
# The people listed behind this came with the person in it.
_COMPANY = pattern(
    r"<P>(?:,? (?:of|from) (?:the )?<C>|,? <T>(?: of (?:the )?<C>)?)?,? (?:(?:who )?(?:was|were|is) )?"
    r"(?:(?:accompanied|flanked|assisted|supported)(?: [^.;<P>]{0,40}?)? by|(?<=, )(?:together|along) with) "
)


# Those who came with a person whom a title alone names are of one side: `The Minister was accompanied by A and B`.
_BROUGHT = pattern(
    r"^(?:\d+\. )?(?:The|His|Her) [^.;,<P>]{1,60} (?:was|were|is) (?:also )?(?:accompanied|flanked|"
    r"assisted) [^.;<P>]{0,40}?\bby "
)

_NEW_CLAUSE = re.compile(r";|\b(?:who|which|while|whereas|met|received|held|said|thanked|as well as by)\b")


def companions(sentences: Sequence[MaskedSentence]) -> Iterator[tuple[int, int]]:
    """Yield the mentions of people who came with another person, each with the mention of that person."""
    for sentence in sentences:
        masked = sentence.masked
        if found := _BROUGHT.search(masked):
            named = [at for at in sentence.mention_at if at >= found.end() and masked[at] == PERSON]
            for last, at in pairwise(named):
                if _NEW_CLAUSE.search(masked, last, at):
                    break
                yield sentence.mention_at[at], sentence.mention_at[named[0]]
        for match in _COMPANY.finditer(masked) if PERSON in masked else ():
            start = match.end()
            for at in [at for at in sentence.mention_at if at >= match.end() and masked[at] == PERSON]:
                if not LISTED.fullmatch(masked, start, at):
                    break
                yield sentence.mention_at[at], sentence.mention_at[match.start()]
                start = at + 1


def counterparts(entities: Entities, sentences: Sequence[MaskedSentence]) -> Mapping[str, set[str]]:
    """Return the canonical names of the people on the other side of each person."""
    found: dict[str, set[str]] = {}
    for sentence in sentences:
        for left, right in _facing(sentence):
            one, other = entities.mentions[left].canonical, entities.mentions[right].canonical
            if one != other:
                found.setdefault(one, set()).add(other)
                found.setdefault(other, set()).add(one)
    return found


def _facing(sentence: MaskedSentence) -> Iterator[tuple[int, int]]:
    """Yield pairs of people on two sides in a sentence: `P met P`, `between P and P`, `P and P held talks`."""
    masked = sentence.masked
    places = [at for at in sentence.mention_at if masked[at] == PERSON]
    for left, right in pairwise(places):
        between = masked[left + 1 : right]
        talks = _BETWEEN.search(masked, 0, left) or (len(places) == 2 and _MEET_AFTER.match(masked, right + 1))
        met = _MEET.search(between)
        reported = met and _REPORTED.search(between, 0, met.start())  # `A said that during the call B ...`
        if (met and not reported) or (" and " in f" {between} " and talks):
            yield sentence.mention_at[left], sentence.mention_at[right]
