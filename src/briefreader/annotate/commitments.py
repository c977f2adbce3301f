"""Sentences in which a side binds itself to an act.

A side, all sides or the body they form agrees, commits, pledges, decides or will do something. Commitments restated as
nouns, attitudes, passives and the promises of others do not count.
"""

import re
from collections.abc import Sequence

from briefreader.annotate.entities import Entities
from briefreader.annotate.skeleton import Sentence, pattern
from briefreader.model import Commitment

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
    r"(?<!that )\b(?P<verb>will) (?:(?:also|further|jointly|significantly|together|soon|now|then) )*"
    r"(?P<what>(?!be\b|have\b|not be\b)[a-z]+)"
)
_INTENT = pattern(
    r"\b(?P<verb>expressed|declared|stated|announced|confirmed|affirmed|reaffirmed) "
    r"(?P<what>(?:its|their|our|an?|the) inten(?:t|tion)s? to )"
)
_SAID_WILL = pattern(
    r"\b(?:affirmed|reaffirmed|announced|confirmed|stated|said|reiterated|pledged|noted|declared) (?:that )?"
    r"(?:it|they|he|she|the <C>|<C>|<P>|both sides|the (?:two|three) [a-z]+)(?:'s?)? "
    r"(?P<verb>will|would) (?:(?:also|further) )*(?P<what>(?!be\b)[a-z]+)"
)
# After `will`, no act of which anybody could ask whether it was done.
_ATTITUDE = frozenset(
    "stand look welcome support discuss call oppose condemn never "
    "always remember hope need see know hear require apply "
    "include help likely allow come take serve depend face like love".split()
)
# What one person does on a journey or at an announced meeting: its programme, no promise.
_PROGRAMME = frozenset(
    "travel visit meet participate attend deliver join observe speak arrive depart lead chair co-chair address hold "
    "highlight emphasize underscore engage represent tour convene reaffirm stop return open sign".split()
)
_ONE_PERSON = pattern(
    r"<P>[^<CON>]*$|(?:^|\b(?:where|there),? )(?:[Hh]e|[Ss]he)\b[^<CON>]*$|\b(?:President|Secretary|Minister"
    r"|delegation) $"
)
# No verb follows `to`: a value or a thing does, or its article.
_NO_VERB_AFTER = re.compile(
    r" ?to (?:(?:the|an?|our|their|its|this|these|those|each|all|free|open|lasting|just|peace|security|dialogue"
    r"|democracy|"
    r"freedom|human|international|regional|global)\b|(?!implement|complement|supplement|position|mention)"
    r"[a-z]+(?:tion|sion|ity|ness|ment|ance|ence|ship|acy)\b)"
)
# Before `plans to`: a verb or an adjective makes it the noun.
_PLANS_NOUN = re.compile(
    r"\b(?:its|their|our|his|her|the|an?|of|on|for|joint|action|work|future|specific|confirmed|discussed"
    r"|reviewed|shared|"
    r"developed|outlined|announced|and) (?:[a-z]+ )?$"
)
_REMAINS = re.compile(r"\bremain(?:s|ed)? (?:[a-z]+ )*$")
_RECALLED = pattern(r"^(?:In|At|During|On|Under) (?:the |their |its )?[^,]*<XE>[^,]*<D>, ")

# What a meeting, an attack or the world will do is no promise.
_NO_SIDE = pattern(
    r"^(?:The |This |That |These |Those |Such |Any |An? |Some |Its |Their |In this |It |There |Ample )"
    r"(?:next |upcoming |follow-on |new |first |second )?"
    r"(?:meeting|<E>|attack|nuclear|conference|exercise|session|summit|agreement|initiative|event|program|programme|"
    r"project|statement|development|endeavor|efforts?|initial|activities|workshop|fund|funding|investment|treaty|"
    r"measures|visit|report|center|centre|partnership|framework|mechanism|purpose|steps?|decision|capability|"
    r"capabilities|cooperation|of these|is |will )"
)
_SIDE = pattern(
    r"<CPONT>|\b(?:[Ww]e|[Oo]ur|[Tt]hey|[Bb]oth|[Tt]he (?:two|three|four|sides)|[Ll]eaders|[Mm]inisters|[Pp]residents|"
    r"[Pp]arties|[Dd]elegations|[Pp]articipants|[Gg]overnments|[Cc]o-chairs|[Mm]embers|countries|nations|Alliance|"
    r"Secretary|President|Minister|NSAs|advisors|principals|officials|group|partners|Quad|[Ii]t|[Hh]e|[Ss]he)\b"
)
# Right before the verb: the clause is subordinate, or tells of the past.
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|where|whether|how|why|if|as|when|to|had|been|previously|in) (?:[a-z]+ )?$"
)
_SUBORDINATE_ANYWHERE = re.compile(r"\b(?:that|which|who|where|if|when|what|how|whether|because)\b[^,;]*$")
_VALUES = re.compile(
    r" on the (?:importance|need|urgency)| that [^.]*(?:is|are) (?:important|necessary|essential|critical)"
)
_TO_DO = re.compile(r" (?:[a-z]+ )?to (?:[a-z]+ly )?[a-z]+")
_NO_PROMISES = re.compile(r"\b(?:proclamation|letter|executive order|nominat|appoint|national day|fact sheet)", re.I)
_LONGEST_TITLE = 400


def commitments(entities: Entities, sentences: Sequence[Sentence], sides: Sequence[str]) -> tuple[Commitment, ...]:
    """Return the commitments of a text in order; none where the title shows that no sides speak."""
    text = entities.scene.tokens.text
    if _NO_PROMISES.search(text.partition("\n\n")[0][:_LONGEST_TITLE]):
        return ()
    return tuple(
        Commitment(
            sentence.span.start,
            sentence.span.end,
            _actor(entities, sentence, match.start("verb"), sides),
            match["verb"],
            text[sentence.span.start : sentence.span.end],
        )
        for sentence in sentences
        if not sentence.title and (match := binding(sentence.bones))
    )


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
    if _REMAINS.search(before[-30:]) or _RECALLED.match(bones):
        return False
    clause = before[max(before.rfind(";"), before.rfind(":")) + 1 :]
    if not _SIDE.search(clause) or (expression is not _SAID_WILL and _SUBORDINATE.search(clause[-60:])):
        return False
    if expression is _WILL:
        subordinate = _SUBORDINATE_ANYWHERE.search(clause)
        programme = match["what"] in _PROGRAMME and _ONE_PERSON.search(clause)
        looking = "ooked forward" in clause or "ook forward" in clause
        return not (match["what"] in _ATTITUDE or subordinate or _NO_SIDE.match(bones) or programme or looking)
    if expression is _SAID_WILL:
        return match["what"] not in _ATTITUDE
    if expression in (_BINDING, _BOUND):
        after = bones[match.end("verb") : match.end("verb") + 60]
        if match["verb"] in ("plan", "plans") and _PLANS_NOUN.search(clause[-40:]):
            return False
        if match["verb"] in ("commit", "commits", "committed", "determined") and _NO_VERB_AFTER.match(after):
            return False
        return not _VALUES.match(after) and (match["what"] != " to " or _TO_DO.match(after) is not None)
    return True


def _actor(entities: Entities, sentence: Sentence, verb: int, sides: Sequence[str]) -> str | None:
    """Who binds itself: the country, body or person before the verb; `both sides` and the like are all sides."""
    named = [
        entities.mentions[number].canonical
        for place, number in sentence.at.items()
        if place < verb and entities.mentions[number].type in ("PLACE", "ORG", "PERSON", "EVENT")
    ]
    known = [name for name in dict.fromkeys(named) if name in sides]
    return " and ".join(known) or (named[0] if named else " and ".join(sides) or None)
