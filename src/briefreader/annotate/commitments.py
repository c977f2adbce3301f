"""Sentences in which a side binds itself to an act.

What counts is stated in the issue's words: a side, all sides or the body they form agrees, commits, pledges, decides
or will do something; restated commitments, attitudes, passives and promises of others do not.
"""

import re
from collections.abc import Sequence

from briefreader.annotate.entities import Entities
from briefreader.annotate.skeleton import Sentence, pattern
from briefreader.model import Commitment

_ADVERBS = r"(?:(?:also|further|jointly|both|each|all|together|thus|therefore|again|strongly|deeply|firmly|fully|mutually|unanimously|today|hereby) )*"
# A verb by which a side binds itself, and what must follow it.
_BINDING = pattern(
    r"\b(?P<verb>agree|agrees|agreed|commit|commits|committed|decide|decides|decided|pledge|pledges|pledged|resolve|"
    r"resolves|resolved|undertake|undertakes|undertook|embark|embarked|intend|intends|intended|plan|plans|planned)"
    r"(?: (?:further|also|jointly|today|together))*"
    r"(?P<what> to (?!peace|the (?:complete )?denuclearization)| on | upon | the next | future )"
)
_BOUND = pattern(
    r"\b(?:is|are|were|was|am|have|has)(?: (?:also|deeply|firmly|fully|strongly|both|all|jointly|unflinching in our))* "
    r"(?P<verb>committed|determined|resolved|agreed|decided|pledged) (?P<what>to )"
)
_WILL = pattern(
    r"(?<!that )\b(?P<verb>will) (?P<what>(?:also |further |jointly |significantly |together |soon |now |then )*(?!be\b|have\b|not be\b)[a-z]+)"
)
_INTENT = pattern(
    r"\b(?P<verb>expressed|declared|stated|announced|confirmed|affirmed|reaffirmed) (?P<what>(?:its|their|our|an?|the) inten(?:t|tion)s? to )"
)
_SAID_WILL = pattern(
    r"\b(?:affirmed|reaffirmed|announced|confirmed|stated|said|reiterated|pledged|noted|declared) (?:that )?(?:it|they|he|she|the <C>|<C>|<P>|both sides|the (?:two|three) [a-z]+)(?:'s?)? "
    r"(?P<verb>will|would) (?P<what>(?:also |further )*(?!be\b)[a-z]+)"
)
_RESTATED = pattern(
    r"\b(?:reaffirm|reiterat|underscor|underlin|recall|restat|stress|emphasi[sz]|highlight|affirm|express|renew)\w* "
    r"(?:[\w<>'-]+ ){0,4}(?:commitment|determination|resolve|pledge|support|intent\b)"
    r"|\bremain(?:s|ed)? (?:[a-z]+ )?(?:committed|determined|open|resolved)"
)
_ATTITUDE = re.compile(
    r"^(?:stand|look|welcome|support|discuss|call|oppose|condemn|never forget|always|remember|hope|need|see|know|hear|require|apply|include|help|likely|allow|come|take place|serve|depend|face)\b"
)
# Others' doings: what a meeting, an attack or the world will do is no promise.
_NO_SIDE = pattern(
    r"^(?:The |This |That |These |Those |Such |Any |An? |Some |Its |Their |In this |It |There |Ample |The next )(?:next |upcoming |follow-on |new |first |second )?"
    r"(?:meeting|<E>|attack|nuclear|conference|exercise|session|summit|agreement|initiative|event|program|programme|project|statement|"
    r"development|endeavor|efforts?|initial|activities|workshop|fund|funding|investment|treaty|measures|visit|report|center|centre|"
    r"partnership|framework|mechanism|purpose|steps?|decision|capability|capabilities|cooperation|of these|is |will )"
)
_SIDE = pattern(
    r"<CPONT>|\b(?:We|Our|we|They|they|Both|both|the two|The two|the three|The three|the four|The four|the sides|The sides|"
    r"leaders|Leaders|ministers|Ministers|presidents|Presidents|parties|Parties|delegations|Delegations|participants|"
    r"Participants|governments|Governments|countries|nations|Alliance|Secretary|President|Minister|NSAs|advisors|"
    r"principals|co-chairs|Co-chairs|officials|group|members|Members|partners|Quad|It|it|He|She|he|she)\b"
)
_CONDITIONAL = re.compile(r"\b(?:would|should|could|may|might)\b")
_NO_PROMISES = re.compile(r"\b(?:proclamation|letter|executive order|nominat|appoint|national day|fact sheet)", re.I)


def commitments(entities: Entities, sentences: Sequence[Sentence], sides: Sequence[str]) -> tuple[Commitment, ...]:
    """Return the commitments of a text in order; none where the title shows that no sides speak."""
    text = entities.scene.tokens.text
    if _NO_PROMISES.search(text[: max(text.find("\n\n"), 0) or 200]):
        return ()
    found = []
    for sentence in sentences:
        if sentence.title:
            continue
        match = binding(sentence.bones)
        if match:
            span = sentence.span
            found.append(
                Commitment(
                    span.start,
                    span.end,
                    _actor(entities, sentence, match.start("verb"), sides),
                    match["verb"],
                    text[span.start : span.end],
                )
            )
    return tuple(found)


def binding(bones: str) -> re.Match[str] | None:
    """Return the match of the verb by which the sentence binds a side, None where it does not."""
    if bones.endswith("?") or bones[:1] in '“"':
        return None
    for expression in (_SAID_WILL, _INTENT, _BOUND, _BINDING, _WILL):
        for match in expression.finditer(bones):
            if _holds(expression, match, bones):
                return match
    return None


def _holds(expression: re.Pattern[str], match: re.Match[str], bones: str) -> bool:
    before = bones[: match.start("verb")]
    clause = before[max(before.rfind(";"), before.rfind(":")) + 1 :]
    if (
        re.search(r"\b(?:that|which|who|where|whether|if|as|when|to|had|been|previously|in) (?:[a-z]+ )?$", clause)
        and expression is not _SAID_WILL
    ):
        return False
    if not _SIDE.search(clause):
        return False
    if _NO_SIDE.match(bones) and expression is _WILL:
        return False
    if expression is _WILL:
        if _ATTITUDE.match(match["what"]) or re.search(r"\b(?:that|which|who|where|if|when|what)\b[^,;]*$", clause):
            return False
    if expression in (_BINDING, _BOUND):
        after = bones[match.end("verb") : match.end("verb") + 60]
        if re.match(
            r" on the (?:importance|need|urgency)| that [^.]*(?:is|are) (?:important|necessary|essential|critical)",
            after,
        ):
            return False
        if match["what"] == " to " and not re.match(r" (?:[a-z]+ )?to (?:[a-z]+ly )?[a-z]+", after):
            return False
    return True


def _actor(entities: Entities, sentence: Sentence, verb: int, sides: Sequence[str]) -> str | None:
    """Who binds itself: the country, body or person before the verb; `both sides` and the like are all sides."""
    named = [
        entities.mentions[number].canonical
        for place, number in sentence.at.items()
        if place < verb and entities.mentions[number].type in ("PLACE", "ORG", "PERSON", "EVENT")
    ]
    known = [name for name in dict.fromkeys(named) if name in sides]
    if known:
        return " and ".join(known)
    if named:
        return named[0]
    return " and ".join(sides) or None
