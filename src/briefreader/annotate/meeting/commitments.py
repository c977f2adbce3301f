"""Reads the commitments in a text: sentences in which one or all sides bind themselves to an act.

The side agrees, commits, pledges, decides or will do something. A noun, an attitude, a passive or the promise of
somebody else is no commitment.
"""

import re
from collections.abc import Sequence

from briefreader.annotate.meeting import genre
from briefreader.annotate.meeting.affiliations import side_of
from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.mentions.entities import Entities
from briefreader.annotate.text.masked_sentences import MaskedSentence, pattern
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
    r"\b(?:agreed|affirmed|reaffirmed|announced|confirmed|stated|said|reiterated|pledged|declared|committed|decided) "
    r"(?:that )?(?:it|they|he|she|(?:the )?<C>(?:,? and (?:the )?<C>)?|<P>|both sides|the (?:two|three) "
    r"[a-z]+)(?:'s?)? (?P<verb>will|would) (?:(?:also|further) )*(?P<what>(?!be\b)[a-z]+)"
)
_EXPRESSIONS = (_SAID_WILL, _INTENT, _BOUND, _BINDING, _WILL)
# These verbs after `will` are no acts that can be checked later.
_ATTITUDE = frozenset(
    "stand look welcome support discuss call oppose condemn never always remember hope need see know hear require "
    "include help likely allow come take serve depend face like love bear result mean remain become respond celebrate "
    "of and to for or in on is as at".split()
)
# These verbs of one person describe the programme of a journey or an announced meeting.
_PROGRAMME = frozenset(
    "travel visit meet participate attend deliver join observe speak arrive depart lead chair co-chair address hold "
    "follow highlight emphasize underscore engage represent head tour use host welcome co-host convene reaffirm stop "
    "return open sign".split()
)
_ONE_PERSON = pattern(
    r"<P>(?:(?!<CON>).)*$|(?:^|[,;] |\b(?:where|there|and) )(?:[Hh]e|[Ss]he)\b(?:(?!<CON>).)*$|\b(?:President|"
    r"Secretary|Minister|delegation) $"
)
# A noun and no verb follows `to`.
_NO_VERB_AFTER = re.compile(
    r" ?to (?!an? [a-z ]{1,40} to [a-z]+)(?:(?:the|an?|our|their|its|this|these|those|each|all|free|open|lasting|just|"
    r"peace|security|dialogue|democracy|freedom|human|international|regional|global)\b|(?!implement|complement|"
    r"supplement|position|mention)[a-z]+(?:tion|sion|ity|ness|ment|ance|ence|ship|acy)\b|(?!\w*(?:ceed|eed|ive|eal|"
    r"heal|al ) (?:the|our|their|a)\b)[a-z]+(?:al|ed|ous|ive) (?:[a-z]+ )?(?:cooperation|consultations?|dialogue|"
    r"coordination|engagement|efforts|ties)\b)"
)
# After one of these `plans` is a noun.
_PLANS_NOUN = re.compile(
    r"\b(?:its|their|our|his|her|the|an?|of|on|for|joint|action|work|future|specific|confirmed|discussed|reviewed|"
    r"shared|developed|outlined|announced|and) (?:[a-z]+ )?$"
)
_OWNED = re.compile(r"\b(?:its|their|our|his|her|the|an?) (?:[a-z]+ )?$")
_NOUNS = ("plan", "plans", "pledge", "pledges", "resolve")
_REMAINS = re.compile(r"\bremain(?:s|ed)? (?:[a-z]+ )*$")
_RECALLED = pattern(r"^(?:In|At|During|On|Under) (?:the |their |its )?[^,]*<XE>[^,]*<D>, ")

# A meeting, an attack or another thing does not make commitments.
_NO_SIDE = pattern(
    r"^(?:The |This |That |These |Those |Such |Any |An? |Some |Its |Their |In this |It |There |Ample )(?:next |"
    r"upcoming |follow-on |new |first |second )?(?:negotiating )?(?:meeting|<E>|attack|nuclear|conference|exercise|"
    r"session|summit|agreement|initiative|event|program|programme|project|statement|development|endeavor|efforts?|"
    r"initial|activities|workshop|fund|funding|investment|treaty|measures|visit|report|center|centre|partnership|"
    r"framework|mechanism|purpose|steps?|decision|capability|capabilities|cooperation|of these|is |will )"
)
_SIDE = pattern(
    r"<CPONT>|\b(?:[Ww]e|[Oo]ur|[Tt]hey|[Bb]oth|[Tt]he (?:two|three|four|sides)|[Ll]eaders|[Mm]inisters|[Pp]residents|"
    r"[Pp]arties|[Dd]elegations|[Pp]articipants|[Gg]overnments|[Cc]o-chairs|[Mm]embers|countries|nations|Alliance|"
    r"Secretary|President|Minister|NSAs|advisors|principals|officials|group|partners|Quad|[Ii]t|[Hh]e|[Ss]he)\b"
)
# Directly before the verb these show a subordinate clause or the past.
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


def commitments(evidence: MeetingEvidence, meeting: Meeting | None) -> tuple[Commitment, ...]:
    """Return the commitments in a text in order; a transcript, decree or domestic text has none."""
    entities = evidence.entities
    text = entities.context.tokens.text
    title = text.partition("\n\n")[0][:_LONGEST_TITLE]
    if _NO_PROMISES.search(title) or genre.is_transcript(evidence.document) or _is_domestic(evidence, meeting):
        return ()
    sides = meeting.sides if meeting else ()
    announced = bool(evidence.in_body) and evidence.in_body[0].verb.startswith(("will ", "look"))
    return tuple(
        Commitment(
            sentence.span.start,
            sentence.span.end,
            _actor(entities, sentence, match.start("verb"), sides),
            match["verb"],
            text[sentence.span.start : sentence.span.end],
        )
        for sentence in evidence.sentences
        if not sentence.is_title and (match := _binding(sentence.masked, announced))
    )


def _is_domestic(evidence: MeetingEvidence, meeting: Meeting | None) -> bool:
    """Return whether a text names at most one side, which then commits itself to no other."""
    sides = {person.side for person in evidence.people.values() if person.side}
    for item in evidence.entities.candidates:
        if side := side_of(item.name):
            sides.add(side)
    if len(sides) > 1:
        return False
    known = [evidence.people[name].side for name in meeting.leads if name in evidence.people] if meeting else []
    return not known or any(known)


def _binding(masked: str, announced: bool = False) -> re.Match[str] | None:
    """Return the match of the verb of a commitment in a sentence, None without a commitment.

    At an announced meeting `will` describes the programme and is no commitment.
    """
    if masked.endswith("?") or masked[:1] in '“"':
        return None
    for expression in _EXPRESSIONS[: -1 if announced else None]:
        for match in expression.finditer(masked):
            if _is_commitment(expression, match, masked):
                return match
    return None


def _is_commitment(expression: re.Pattern[str], match: re.Match[str], masked: str) -> bool:
    before = masked[: match.start("verb")]
    if _REMAINS.search(before[-30:]) or _RECALLED.match(masked):
        return False
    clause = before[max(before.rfind(";"), before.rfind(":")) + 1 :]
    subject = (
        clause if clause.strip(" and,") else before
    )  # the subject of `...; and pledged to` stands before the semicolon
    if not _SIDE.search(subject) or (expression is not _SAID_WILL and _SUBORDINATE.search(clause[-60:])):
        return False
    if expression is _WILL:
        subordinate = _SUBORDINATE_ANYWHERE.search(clause)
        first = _WILL.search(masked) or match
        programme = first["what"] in _PROGRAMME and _ONE_PERSON.search(masked[: first.start("verb")])
        looking = "ooked forward" in clause or "ook forward" in clause
        return not (match["what"] in _ATTITUDE or subordinate or _NO_SIDE.match(masked) or programme or looking)
    if expression is _SAID_WILL:
        return match["what"] not in _ATTITUDE
    if expression in (_BINDING, _BOUND):
        after = masked[match.end("verb") : match.end("verb") + 60]
        noun = _PLANS_NOUN if match["verb"].startswith("plan") else _OWNED
        if match["verb"] in _NOUNS and noun.search(clause[-40:]):
            return False
        if match["verb"] in ("commit", "commits", "committed", "determined") and _NO_VERB_AFTER.match(after):
            return False
        return not _VALUES.match(after) and (match["what"] != " to " or _TO_DO.match(after) is not None)
    return True


def _actor(entities: Entities, sentence: MaskedSentence, verb: int, sides: Sequence[str]) -> str | None:
    """Return the side, body or person before the verb, all sides for `both sides` and the like."""
    named = [
        entities.mentions[number].canonical
        for at, number in sentence.mention_at.items()
        if at < verb and entities.mentions[number].type in ("PLACE", "ORG", "PERSON", "EVENT")
    ]
    known = [name for name in dict.fromkeys(named) if name in sides]
    return " and ".join(known) or (named[0] if named else " and ".join(sides) or None)
