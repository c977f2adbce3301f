"""Finds the people who issue a joint statement: by its title, by the names above it, or by the signatures below."""

import itertools
import re
from collections.abc import Sequence

from briefreader.annotate.meeting.report import headline
from briefreader.annotate.text.masked_sentences import PERSON, MaskedSentence, pattern

_WE = re.compile(r"(?:\d+\. )?We,? (?:the )?")
# A release of several people begins with their names: `Joint statement with: A, Minister for ...; B, Minister of ...`.
_JOINT_WITH = re.compile(
    r"Joint (?:[a-z]+ )?(?:[Ss]tatement|[Rr]elease|[Cc]ommuniqu[eé]) (?:with|by|from|of|between)\b"
)
_SIGNATORY = pattern(r"[^.]{0,80}<P>[^.]{0,120}")
# `We, President A of Norway and Prime Minister B of Sweden, express`.
_WE_NAMED = pattern(
    r"(?:Today,? )?[Ww]e ?[,—–-] ?(?:(?:the|The|of|for|and|His|Her|Their|Majesty|Excellency|Royal|Highness|H\.E\.|"
    r"Mr\.?|Ms\.?|Dr\.?)(?=[ ,])|<TCNOLRP>|[ ,()-]){1,300}?[,—–-] (?!(?:and|the|of|for)\b)[a-z]"
)
_LABEL_LINES = 4
# Nothing but offices, countries and names stands under a joint statement.
_SIGNATURES = pattern(r"(?:<TCNOLRP>|[ ,.:-]|of|the|for|and|by|Mr|Ms|H\.E\.)+")


def signatories(title: MaskedSentence | None, body: Sequence[MaskedSentence]) -> tuple[int, ...]:
    """Return the people whose joint statement a text is, none for another text."""
    if title and (signers := headline.signers(title)):
        return signers
    label = next((at for at, item in enumerate(body[:_LABEL_LINES]) if _JOINT_WITH.match(item.masked)), None)
    if label is not None:
        names = itertools.takewhile(lambda item: _SIGNATORY.fullmatch(item.masked), body[label + 1 :])
        found = [*body[label].mentions(PERSON), *(number for item in names for number in item.mentions(PERSON))]
        return tuple(found) if len(found) > 1 else ()
    for item in body[:_LABEL_LINES]:
        if (named := _WE_NAMED.match(item.masked)) and len(people := item.mentions(PERSON, 0, named.end())) > 1:
            return tuple(people)
    if not (body and _WE.match(body[0].masked)):
        return ()
    signatures = itertools.takewhile(lambda item: _SIGNATURES.fullmatch(item.masked), reversed(body))
    return tuple(number for item in reversed(list(signatures)) for number in item.mentions(PERSON))
