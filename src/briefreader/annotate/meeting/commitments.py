"""Sentences in which a side binds itself to an act.

A side, all sides or the body they form agrees, commits, pledges, decides or will do something. Commitments restated as
nouns, attitudes, passives and the promises of others do not count.
"""

import re
from collections.abc import Sequence

from briefreader.annotate.meeting import genre
from briefreader.annotate.meeting.affiliations import side_of
from briefreader.annotate.meeting.report_sentences import Reading
from briefreader.annotate.mentions.entities import Entities
from briefreader.annotate.text.masked_sentences import Sentence, pattern
from briefreader.model import Commitment, Meeting

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
    r"\b(?:agreed|affirmed|reaffirmed|announced|confirmed|stated|said|reiterated|pledged|declared|committed|decided)"
    r" (?:that )?"
    r"(?:it|they|he|she|(?:the )?<C>(?:,? and (?:the )?<C>)?|<P>|both sides|the (?:two|three) [a-z]+)(?:'s?)? "
    r"(?P<verb>will|would) (?:(?:also|further) )*(?P<what>(?!be\b)[a-z]+)"
)
_EXPRESSIONS = (_SAID_WILL, _INTENT, _BOUND, _BINDING, _WILL)
# After `will`, no act of which anybody could ask whether it was done.
_ATTITUDE = frozenset(
    "stand look welcome support discuss call oppose condemn never "
    "always remember hope need see know hear require "
    "include help likely allow come take serve depend face like love bear result mean remain become respond celebrate "
    "of and to for or in on is as at".split()
)
# What one person does on a journey or at an announced meeting: its programme, no promise.
_PROGRAMME = frozenset(
    "travel visit meet participate attend deliver join observe speak arrive depart lead chair co-chair address hold "
    "follow highlight emphasize underscore engage represent head tour use host welcome co-host convene reaffirm "
    "stop return open "
    "sign".split()
)
_ONE_PERSON = pattern(
    r"<P>(?:(?!<CON>).)*$|(?:^|[,;] |\b(?:where|there|and) )(?:[Hh]e|[Ss]he)\b(?:(?!<CON>).)*$|\b(?:President"
    r"|Secretary|Minister"
    r"|delegation) $"
)
# No verb follows `to`: a value or a thing does, or its article.
_NO_VERB_AFTER = re.compile(
    r" ?to (?!an? [a-z ]{1,40} to [a-z]+)(?:(?:the|an?|our|their|its|this|these|those|each|all|free|open"
    r"|lasting|just|peace|security|dialogue"
    r"|democracy|"
    r"freedom|human|international|regional|global)\b|(?!implement|complement|supplement|position|mention)"
    r"[a-z]+(?:tion|sion|ity|ness|ment|ance|ence|ship|acy)\b|(?!\w*(?:ceed|eed|ive|eal|heal|al ) (?:the|our|their|a)\b)"
    r"[a-z]+(?:al|ed|ous|ive) (?:[a-z]+ )?(?:cooperation|consultations?|dialogue|coordination|engagement"
    r"|efforts|ties)\b)"
)
# Before `plans to`: a verb or an adjective makes it the noun.
_PLANS_NOUN = re.compile(
    r"\b(?:its|their|our|his|her|the|an?|of|on|for|joint|action|work|future|specific|confirmed|discussed"
    r"|reviewed|shared|"
    r"developed|outlined|announced|and) (?:[a-z]+ )?$"
)
_OWNED = re.compile(r"\b(?:its|their|our|his|her|the|an?) (?:[a-z]+ )?$")
_NOUNS = ("plan", "plans", "pledge", "pledges", "resolve")
_REMAINS = re.compile(r"\bremain(?:s|ed)? (?:[a-z]+ )*$")
_RECALLED = pattern(r"^(?:In|At|During|On|Under) (?:the |their |its )?[^,]*<XE>[^,]*<D>, ")

# What a meeting, an attack or the world will do is no promise.
_NO_SIDE = pattern(
    r"^(?:The |This |That |These |Those |Such |Any |An? |Some |Its |Their |In this |It |There |Ample )"
    r"(?:next |upcoming |follow-on |new |first |second )?(?:negotiating )?"
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
_SUBORDINATE_ANYWHERE = re.compile(
    r"\b(?:that|which|who|where|if|when|what|how|whether|because)\b[^,;]*$|\bwhich, [^,;]*, $"
)
_VALUES = re.compile(
    r" on the (?:importance|need|urgency)| that [^.]*(?:is|are) (?:important|necessary|essential|critical)"
)
_TO_DO = re.compile(r" (?:[a-z]+ )?to (?:[a-z]+ly )?[a-z]+")
_NO_PROMISES = re.compile(
    r"\b(?:proclamation|letter|executive order|nominat|appoint|national day|fact sheet|notice)", re.I
)
_LONGEST_TITLE = 400


def commitments(reading: Reading, held: Meeting | None) -> tuple[Commitment, ...]:
    """Return the commitments of a text in order; none where its kind shows that no sides speak to each other."""
    entities = reading.entities
    text = entities.scene.tokens.text
    title = text.partition("\n\n")[0][:_LONGEST_TITLE]
    if _NO_PROMISES.search(title) or genre.is_transcript(reading.document) or _is_domestic(reading, held):
        return ()
    sides = held.sides if held else ()
    announced = bool(reading.body) and reading.body[0].verb.startswith(("will ", "look"))
    return tuple(
        Commitment(
            sentence.span.start,
            sentence.span.end,
            _actor(entities, sentence, match.start("verb"), sides),
            match["verb"],
            text[sentence.span.start : sentence.span.end],
        )
        for sentence in reading.sentences
        if not sentence.title and (match := binding(sentence.bones, announced))
    )


def _is_domestic(reading: Reading, held: Meeting | None) -> bool:
    """Whether a text knows of one side at most, so that nobody promises another anything."""
    sides = {person.side for person in reading.people.values() if person.side}
    for item in reading.entities.candidates:
        if side := side_of(item.name):
            sides.add(side)
    if len(sides) > 1:
        return False
    known = [reading.people[name].side for name in held.leads if name in reading.people] if held else []
    return not known or any(known)


def binding(bones: str, announced: bool = False) -> re.Match[str] | None:
    """Return the match of the verb by which the sentence binds a side, None where it does not.

    What will be done at an announced meeting is its programme, no promise.
    """
    if bones.endswith("?") or bones[:1] in '“"':
        return None
    for expression in _EXPRESSIONS[: -1 if announced else None]:
        for match in expression.finditer(bones):
            if _holds(expression, match, bones):
                return match
    return None


def _holds(expression: re.Pattern[str], match: re.Match[str], bones: str) -> bool:
    before = bones[: match.start("verb")]
    if _REMAINS.search(before[-30:]) or _RECALLED.match(bones):
        return False
    clause = before[max(before.rfind(";"), before.rfind(":")) + 1 :]
    subject = clause if clause.strip(" and,") else before  # `...; and pledged to`: whoever the sentence began with
    if not _SIDE.search(subject) or (expression is not _SAID_WILL and _SUBORDINATE.search(clause[-60:])):
        return False
    if expression is _WILL:
        subordinate = _SUBORDINATE_ANYWHERE.search(clause)
        told = _WILL.search(bones) or match
        programme = told["what"] in _PROGRAMME and _ONE_PERSON.search(bones[: told.start("verb")])
        looking = "ooked forward" in clause or "ook forward" in clause
        return not (match["what"] in _ATTITUDE or subordinate or _NO_SIDE.match(bones) or programme or looking)
    if expression is _SAID_WILL:
        return match["what"] not in _ATTITUDE
    if expression in (_BINDING, _BOUND):
        after = bones[match.end("verb") : match.end("verb") + 60]
        noun = _PLANS_NOUN if match["verb"].startswith("plan") else _OWNED
        if match["verb"] in _NOUNS and noun.search(clause[-40:]):
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
