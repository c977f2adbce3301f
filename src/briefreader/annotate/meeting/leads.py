"""Reads who led a meeting: from a verb, from the chair, or from talks between two people."""

import re

from briefreader.annotate.text.masked_sentences import PERSON, MaskedSentence, pattern

# The person stands after the words for the chair, or before them in the same clause.
_CHAIR = pattern(
    r"\b(?:(?:under|with) the (?:chairmanship|chair|presidency) of|presided over by) (?:[\w' -]|"
    r"<TCNO>){0,80}?(?P<after><P>)|(?P<before><P>)(?:, [^.;<P>]{0,150},)? (?:was |were )?(?:in the chair|(?:the "
    r")?co-?hosts?\b|presid(?:ed|ing)\b|served as (?:the )?(?:co-)?chair)|(?P<council><P>)(?: of <C>)?,? (?:the "
    r")?(?:Council|Forum|Committee|Assembly) (?:President|Chair)\b"
)
_BETWEEN = re.compile(
    r"\b(?:meetings?|talks|consultations|discussions|call|dialogue) between |^(?:Co-)?(?:[Ll]ed|[Cc]haired) by "
)
_EARLIER = re.compile(
    r"\b(?:had|have|has|last|previous|previously|earlier|ago|before|next|since)\b[^.;]*$|^(?:In line with"
    r"|Following|Building on|As agreed)\b"
)
# These end the list of the people between whom talks were held.
_END_OF_TALKS = re.compile(
    r";| to (?:discuss|review|address|advance)\b| where | who | about |, (?:both|the (?:two|sides|group)|they) "
)
# These end the list of the people after a verb.
_END_OF_PEOPLE = re.compile(
    r";| to (?:discuss|exchange|review|reaffirm|address|express|advance|mark|launch|share|underscore|consult|"
    r"coordinate|follow|talk|condemn|press)\b| where | during which | regarding | about | who "
    r"|\. (?<! [DMJ]r\. )(?<! Ms\. )(?<! Mrs\. )(?<! Gen\. )(?<! Sen\. )(?<! Lt\. )"
    r"|, and (?:discussed|reaffirmed|underscored|exchanged)| on the (?:sidelines|margins|edges)"
)
# After a name these show that the text means an aim, policy or regime and not the person.
_NOT_IN_PERSON = pattern(r"'s? (?!meeting|call|visit)|(?:[-–]<P>)? (?:administration|regime|government)", re.IGNORECASE)
BACKGROUND = re.compile(
    r"(?:(?:(?:Following|Building on|Since) (?:the|their|its) (?:\w+ )?(?:announcement|agreement|decision|commitment|"
    r"establishment|discussions|vision|launch|creation)|In line with|Pursuant to|Consistent with|As (?:agreed|"
    r"announced|decided|directed)))[^,;.]*,?"
)
_FOR_ANOTHER = pattern(r" for <LC>; [^.;]* for <LC>")


def led_by_verb(sentence: MaskedSentence, start: int, end: int, kind: str) -> tuple[int, ...]:
    """Return the people who led by a verb from start to end; the kind of the verb says on which side they stand.

    A `subject` verb has them before it, a `passive` verb after it, a `both` verb on both sides.
    """
    masked = sentence.masked
    clause = max(masked.rfind(";", 0, start), masked.rfind(" where ", 0, start), masked.rfind(" when ", 0, start), 0)
    if (background := BACKGROUND.match(masked)) and background.end() <= start:
        clause = max(clause, background.end())  # the people who agreed on a meeting are not those who met
    before = in_person(sentence, clause, start)
    if kind == "passive":
        if "joined" in masked[start:end]:
            return tuple(before)  # a person who joins a meeting takes part without leading
        before = []
    if kind == "subject":
        again = _FOR_ANOTHER.match(masked, end)  # `took part for Washington; A and B for Tokyo`
        return (*before, *(in_person(sentence, end, again.end()) if again else ()))
    stop = _END_OF_PEOPLE.search(masked, end)
    after = in_person(sentence, end, stop.start() if stop else len(masked))
    return tuple(dict.fromkeys([*before, *after]))


def in_person(sentence: MaskedSentence, first: int, last: int) -> list[int]:
    """Return the people in a range of a sentence who act themselves, not those whose policy or regime is meant."""
    return [
        number
        for at, number in sentence.mention_at.items()
        if first <= at < last and sentence.masked[at] == PERSON and not _NOT_IN_PERSON.match(sentence.masked, at + 1)
    ]


def in_the_chair(sentence: MaskedSentence) -> tuple[int, ...]:
    """Return the people in the chair, else the people of `consultations between A and B`."""
    places = (match.start(match.lastgroup or 0) for match in _CHAIR.finditer(sentence.masked))
    found = tuple(sentence.mention_at[at] for at in places if at in sentence.mention_at)
    return found or _between(sentence)


def _between(sentence: MaskedSentence) -> tuple[int, ...]:
    match = _BETWEEN.search(sentence.masked)
    if match is None or _EARLIER.search(sentence.masked, 0, match.start()):
        return ()
    stop = _END_OF_TALKS.search(sentence.masked, match.end())
    led = in_person(sentence, match.end(), stop.start() if stop else len(sentence.masked))
    return tuple(led) if len(led) > 1 or match[0].endswith("by ") else ()
