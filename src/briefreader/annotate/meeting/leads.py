"""People who led a meeting, said otherwise than by what they did: in the chair, or those between whom talks were."""

import re

from briefreader.annotate.text.masked_sentences import PERSON, Sentence, pattern

# The person stands at its end, or before it in the same clause.
_CHAIR = pattern(
    r"\b(?:(?:under|with) the (?:chairmanship|chair|presidency) of|presided over by) (?:[\w' -]"
    r"|<TCNO>){0,80}?(?P<after><P>)"
    r"|(?P<before><P>)(?:, [^.;<P>]{0,150},)? (?:was |were )?(?:in the chair|(?:the )?co-?hosts?\b|presid(?:ed|ing)\b"
    r"|served as (?:the )?(?:co-)?chair)"
    r"|(?P<council><P>)(?: of <C>)?,? (?:the )?(?:Council|Forum|Committee|Assembly) (?:President|Chair)\b"
)
_BETWEEN = re.compile(
    r"\b(?:meetings?|talks|consultations|discussions|call|dialogue) between |^(?:Co-)?(?:[Ll]ed|[Cc]haired) by "
)
_EARLIER = re.compile(
    r"\b(?:had|have|has|last|previous|previously|earlier|ago|before|next|since)\b[^.;]*$|^(?:In line with"
    r"|Following|Building on|As agreed)\b"
)
# Where those between whom talks were held end.
_END = re.compile(
    r";| to (?:discuss|review|address|advance)\b| where | who | about |, (?:both|the (?:two|sides|group)|they) "
)
# After a name: its bearer's aim, policy or regime is spoken of, not the person.
_NOT_IN_PERSON = pattern(r"'s? (?!meeting|call|visit)|(?:[-–]<P>)? (?:administration|regime|government)", re.IGNORECASE)


def in_person(sentence: Sentence, first: int, last: int) -> list[int]:
    """The people between two places who act themselves: not those whose policy, aim or regime is spoken of."""
    bones = sentence.bones
    return [
        sentence.at[place]
        for place in range(first, last)
        if bones[place] == PERSON and not _NOT_IN_PERSON.match(bones, place + 1)
    ]


def chairs(sentence: Sentence) -> tuple[int, ...]:
    """The people in the chair, else those of `consultations between A and B`."""
    found = tuple(
        sentence.at[match.start(match.lastgroup or 0)]
        for match in _CHAIR.finditer(sentence.bones)
        if match.start(match.lastgroup or 0) in sentence.at
    )
    return found or _brought_together(sentence)


def _brought_together(sentence: Sentence) -> tuple[int, ...]:
    match = _BETWEEN.search(sentence.bones)
    if match is None or _EARLIER.search(sentence.bones, 0, match.start()):
        return ()
    stop = _END.search(sentence.bones, match.end())
    led = in_person(sentence, match.end(), stop.start() if stop else len(sentence.bones))
    return tuple(led) if len(led) > 1 or match[0].endswith("by ") else ()
