"""Reads the commitments in a text: sentences in which one or all sides bind themselves to an act.

The side agrees, commits, pledges, decides or will do something. A noun, an attitude, a passive or the promise of
somebody else is no commitment.
"""

import re

from briefreader.annotate.kind import is_transcript
from briefreader.annotate.meeting.commitments.commitment_actors import Actors
from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.report.sentence_report import is_future
from briefreader.annotate.names.bodies_as_sides import side_of
from briefreader.annotate.text.masked_sentences import MaskedSentence, pattern
from briefreader.annotate.text.word_classes import WordClass
from briefreader.model import Commitment, Meeting

_ADVERBS = r"(?:(?:also|further|jointly|significantly|together|soon|now|then|today) )*"
_BINDING = pattern(
    r"\b(?P<verb>[Aa]gree[ds]?|[Cc]oncur(?:s|red)?|[Cc]ommit(?:s|ted)?|[Dd]ecide[ds]?|[Pp]ledge[ds]?|[Rr]esolve[ds]?|"
    r"[Uu]ndert(?:ake|akes|ook)|[Ee]mbark(?:s|ed)?|[Ii]ntend(?:s|ed)?|[Pp]lan(?:s|ned)?|[Vv]ow(?:s|ed)?|"
    r"[Pp]romise[ds]?|[Cc]onfirm(?:s|ed)?(?= to ))(?: (?:further|also|jointly|today|together|themselves|itself|"
    r"himself|herself))*"
    r"(?P<what> to (?!peace|the (?:complete )?denuclearization)| (?:on|upon) (?!and\b|during\b|at\b|in\b|by\b)"
    r"| the next | future | for (?:the )?<C>(?:,? and (?:the )?<C>)* to )"
)
# A sum that a side gives binds it as an act does.
_SUM = pattern(
    r"\b(?P<verb>pledge[ds]?|pledging|commit(?:s|ted|ting)?|announced?|provid(?:e|es|ing)|allocated?)"
    r"(?: (?:a|an|further|additional|another|over|up to|some|about|approximately|more than|nearly|the sum of))*"
    r"(?P<what> (?:[A-Z]{0,3}[$€£¥]|(?:USD|EUR|AUD|A|US|NZ|CAD|GBP|JPY|INR|SEK|Rs\.?|"
    r"[A-Z]{3} (?=[\d.,]+ (?:[mb]illion|crore|lakh))) ?[$]?)\d)"
)
_PLEDGE = re.compile(
    r"\b(?P<verb>pledge[ds]?)(?P<what>(?: (?:its|their|his|her|full|continued|further))* (?:support|assistance|aid)"
    r" (?:for|to|in)\b)"
)
_BOUND = pattern(
    r"\b(?:is|are|were|was|am|have|has)(?: (?:also|deeply|firmly|fully|strongly|both|all|jointly))* "
    r"(?P<verb>committed|determined|resolved|agreed|decided|pledged) (?P<what>to |towards? )"
)
_WILL = pattern(
    rf"(?<!that )\b(?P<verb>will|shall|(?:is|are) going to) {_ADVERBS}"
    r"(?P<what>(?!(?:be|have|not be|also|further|jointly|significantly|together|soon|now|then|today)\b)[a-z]+)"
)
_INTENT = pattern(
    r"\b(?P<verb>express(?:es|ed)?|declared?|stated?|announced?|confirm(?:s|ed)?|affirm(?:s|ed)?|"
    r"shared?) "
    r"(?P<what>(?:(?:its|their|our|his|her|an?|the)(?: (?:[a-z]+'s?|strong|firm|clear|common|shared))?|<CNO>(?:'s?)?) "
    r"(?:inten(?:t|tion)s?|resolve) to |(?:its|their|our) (?:firm |strong |shared |joint |common )?commitment to "
    r"(?=reviv|establish|conven|hold|sign|conclud|creat|launch|increas|expand|deepen|strengthen|develop|enhanc|"
    r"implement|"
    r"accelerat))"
)
_SAID_WILL = pattern(
    r"\b(?:shared the view|"
    r"agreed|affirmed|reaffirmed|announced|assured|confirmed|emphasi[sz]ed|informed|noted|promised|reassured|"
    r"conveyed|indicated|stated|said|stressed|underlined|underscored|reiterated|pledged|declared|committed|decided|"
    r"vowed)"
    r"(?: <CTPNO>+| (?:the )?(?:<T> )?<P>| (?:his|her|its|their|the) (?:<CN> )?(?:[a-z]+ )?(?:counterpart|"
    r"colleague|host|"
    r"guest|side|delegation|Minister|President|Ambassador)(?:,? <P>,?)?| him| her| them)? (?:that )?"
    r"(?:it|they|he|she|(?:his|her|its|their|the) (?:<CN> )?(?:[Gg]overnment|country|side|[Mm]inistry)(?: of <C>)?|"
    r"(?:the )?(?:<CN> )?(?:<T>|(?:[A-Z][a-z]+ ){0,3}(?:Minister|President|Secretary|Ambassador))(?: of <C>)?(?: <P>)?|"
    r"(?:the )?<CO>(?: [Gg]overnment| side)?(?:,? and (?:the )?<C>)?|<P>|both (?:sides|countries|parties)|"
    rf"the (?:two|three) [a-z]+)(?:'s?)? (?P<verb>will|would) {_ADVERBS}(?P<what>(?!be\b)[a-z]+)"
)
# The expressions in order of their strength, each with the words of which its sentence has one.
_EXPRESSIONS = (
    (_SAID_WILL, WordClass.of(("will", "would"))),
    (_INTENT, WordClass.of("intent intents intention intentions resolve commitment".split())),
    (_BOUND, WordClass.of("committed determined resolved agreed decided pledged".split())),
    (
        _SUM,
        WordClass.of(
            "pledge pledged pledges pledging commit commits committed committing announce announced provide provides "
            "providing allocate allocated".split()
        ),
    ),
    (_PLEDGE, WordClass.of("pledge pledged pledges".split())),
    (
        _BINDING,
        WordClass.of_any_case(
            "agree agreed agrees concur concurs concurred commit commits committed decide decided decides pledge "
            "pledged pledges resolve resolved resolves undertake undertakes undertook embark embarks embarked intend "
            "intends intended plan plans planned vow vows vowed promise promised promises confirm confirms "
            "confirmed".split()
        ),
    ),
    (_WILL, WordClass.of(("will", "shall", "going"))),
)
_BINDING_WORDS = WordClass(lambda word: any(words.holds(word) for _, words in _EXPRESSIONS))
# A sentence without one of these names no sum.
_CURRENCIES = (
    "$", "€", "£", "¥", "USD", "EUR", "AUD", "CAD", "GBP", "JPY", "INR", "SEK", "Rs", "illion", "crore", "lakh",
)  # fmt: skip
# These verbs after `will` are no acts that can be checked later.
_ATTITUDE = frozenset(
    "not stand look welcome discuss call oppose condemn never always remember hope need see know hear require "
    "include help likely allow come take serve depend face like love bear result mean remain become respond celebrate "
    "of and to for or in on is as at".split()
)
_STANDS = re.compile(
    r" to (?:stand|look|welcome|be|remain)\b|(?<=exchange) (?:[a-z]+ )?(?:views|opinions|perspectives)\b"
)
# These verbs of one person describe the programme of a journey or an announced meeting.
_PROGRAMME = frozenset(
    "travel visit meet participate attend deliver join observe speak arrive depart lead chair co-chair address hold "
    "follow highlight emphasize underscore engage represent head tour use host welcome co-host convene reaffirm stop "
    "return open sign".split()
)
_ONE_PERSON = pattern(
    r"^(?:<CNO>(?:'s)? )*(?:<T> )?<P>(?!,? (?:and|together|as well as) )|"
    r"<P>(?:(?!<CON>).)*$|(?:^|[,;] |\b(?:where|there|and) )(?:[Hh]e|[Ss]he)\b(?:(?!<CON>).)*$|\b(?:President|"
    r"Secretary|Minister|delegation) $"
)
# A noun and no verb follows `to`.
_NO_VERB_AFTER = re.compile(
    r" ?to (?!an? [a-z ]{1,40} to [a-z]+)(?:(?:the|an?|our|their|its|this|these|those|each|all|free|open|lasting|just|"
    r"peace|security|dialogue|democracy|freedom|human|international|regional|global)\b|(?!implement|complement|"
    r"supplement|position|mention|enhance|advance|finance|balance|commence|influence)[a-z]+(?:tion|sion|ity|ness|ment|"
    r"ance|ence|ship|acy)\b|(?!\w*(?:ceed|eed|ive|eal|"
    r"heal|al ) (?:the|our|their|a)\b)[a-z]+(?:al|ed|ous|ive) (?:[a-z]+ )?(?:cooperation|consultations?|dialogue|"
    r"coordination|engagement|efforts|ties)\b)"
)
# Only after one of these is `plan` a verb.
_PLANS = pattern(
    r"(?:<CPONT>|\b(?:[a-z]+s|[Ww]e|[Tt]hey|[Ii]t|[Hh]e|[Ss]he|who|[a-z]*ment|side|Quad)),? "
    r"(?:(?:also|now|further|jointly) )*$"
)
_OWNED = re.compile(r"(?:\b(?:its|their|our|his|her|the|an?)|'s?) (?:[a-z]+ )?$")
_NOUNS = ("plan", "plans", "pledge", "pledges", "resolve", "vow", "vows", "promise", "promises")
_REMAINS = re.compile(r"\bremain(?:s|ed)? (?:[a-z]+ )*$")
_RECALLED = pattern(r"^(?:In|At|During|On|Under) (?:the |their |its )?[^,]*<XE>[^,]*<D>, ")

# A meeting, an attack or another thing does not make commitments.
_NO_SIDE = pattern(
    r"^(?:It|There) (?:is|will) |^(?:The |This |That |These |Those |Such |Any |An? |Some |Its |Their |In this |Ample )"
    r"(?:[a-z-]+ ){0,2}?(?:meeting|<E>|attack|nuclear|conference|exercise|"
    r"session|summit|agreement|initiative|event|program|programme|project|statement|development|endeavor|efforts?|"
    r"initial|activities|workshop|fund|funding|investment|treaty|measures|visit|report|center|centre|partnership|"
    r"framework|mechanism|purpose|steps?|decision|capability|capabilities|cooperation|of these)\b"
)
_SIDE = pattern(
    r"<CPONT>|\b(?:[Ww]e|[Oo]ur|[Tt]hey|[Bb]oth|[Tt]he (?:two|three|four|sides)|[Ll]eaders|[Mm]inisters|[Pp]residents|"
    r"[Pp]arties|[Dd]elegations|[Pp]articipants|[Gg]overnments?|[Cc]o-chairs|[Ii]nterlocutors|[Cc]ounterparts|"
    r"[Dd]iplomats|[Cc]hief diplomats|[Mm]embers|countries|nations|Alliance|"
    r"Secretary|President|Minister|NSAs|advisors|principals|officials|[Gg]roup|partners|Quad|[Ii]t|[Hh]e|[Ss]he|"
    r"Council|"
    r"Committee|Commission|Forum|Sides?|Party|Heads|Chairs?|Community)\b"
)
# Directly before the verb these show a subordinate clause or the past.
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|where|whether|how|why|if|as|when|to|had|been|previously|in) (?:[a-z]+ )?$"
    r"|\b(?:where|when|which|as|after|since) (?:the )?(?:[a-z]+ )?(?:sides|leaders|ministers|parties|countries) $"
)
_SUBORDINATE_ANYWHERE = re.compile(
    r"\b(?:that|which|who|where|if|when|what|how|whether|because|[Aa]lthough|expected)\b[^,;]*$|\bwhich, [^,;]*, $"
)
_VALUES = re.compile(
    r" on the (?:importance|need|urgency)| that [^.]*(?:is|are) (?:important|necessary|essential|critical)"
)
_TO_DO = re.compile(r" (?:[a-z]+ )?to (?:[a-z]+ly )?[a-z]+")
_NO_PROMISES = re.compile(r"\b(?:proclamation|letter|executive order|nominat|appoint|national day|notice)", re.I)
_FACT_SHEET = re.compile(r"\bfact ?sheet", re.I)
# The number of a paragraph and the place and day of a press release stand before a sentence.
_BEFORE_SENTENCE = pattern(
    r"(?:\(?\d{1,3}(?:[.)]| [-–—])? (?=[A-Z\ue000-\ue009]|the )|"
    r"(?:[A-Z]{3,}(?: [A-Z]+)*|<LC>)(?:,? <LCR>)?,? ?(?:\(?<D>\)?)? ?[-–—:] )"
)
# Each item of a list is a commitment after one of these: `The two sides agreed to:`.
_INTRODUCTION = re.compile(
    r"\b(?P<verb>agree[ds]?|commit(?:s|ted)?|decide[ds]?|pledge[ds]?|resolve[ds]?|undertake|intend|plan|will)"
    r"(?: (?:also|further|jointly|together))*(?: (?:to|on|that))?(?: (?:take|implement|carry out|adopt))?"
    r"(?: (?:on )?the following(?: [a-z]+){0,3})?:$"
)
_LONGEST_TITLE = 400


def commitments(evidence: MeetingEvidence, meeting: Meeting | None) -> tuple[Commitment, ...]:
    """Return the commitments in a text in order; a transcript, decree or domestic text has none."""
    entities = evidence.entities
    text = entities.context.tokens.text
    title = text.partition("\n\n")[0][:_LONGEST_TITLE]
    if _NO_PROMISES.search(title) or is_transcript(evidence.document) or _is_domestic(evidence, meeting):
        return ()
    if _FACT_SHEET.search(title) and (meeting is None or len(meeting.sides) < 2) and "oint" not in title:
        return ()  # a government tells of itself alone
    sides = meeting.sides if meeting else ()
    announced = bool(evidence.in_body) and is_future(evidence.in_body[0].verb)
    actors = Actors(evidence, sides)
    found: list[Commitment] = []
    items = {block.start: block.end for block in evidence.document.blocks if block.kind == "item"}
    introduction: tuple[str | None, str] | None = None
    item_end = 0
    for sentence in evidence.sentences:
        start, end = sentence.span
        if sentence.is_title or start < item_end:
            continue
        if introduction and (start in items or text[start : start + 1].islower()):
            item_end = items.get(start, text.find("\n\n", start))
            found.append(Commitment(start, end, *introduction, text[start:end]))
            continue
        introduction = None
        it_acts = sentence.masked.startswith("It ") and actors.knows_one
        if match := _binding(sentence, announced, it_acts):
            subject = actors.subject(sentence, match.start("verb"))
            if not actors.is_third_party(subject):
                opening = _BEFORE_SENTENCE.match(sentence.masked)
                start, end = evidence.words(sentence, opening.end() if opening else 0, len(sentence.masked))
                found.append(Commitment(start, end, actors.name(subject), match["verb"].lower(), text[start:end]))
        if sentence.masked.endswith(":") and (match := _INTRODUCTION.search(sentence.masked)):
            introduction = actors.name(actors.subject(sentence, match.start("verb"))), match["verb"]
        actors.follow(sentence)
    return tuple(found)


def _is_domestic(evidence: MeetingEvidence, meeting: Meeting | None) -> bool:
    """Return whether a text names at most one side, which then commits itself to no other."""
    sides = {person.side for person in evidence.people.values() if person.side}
    for item in evidence.entities.candidates:
        if side := side_of(item.name):
            sides.add(side)
    if len(sides) > 1:
        return False
    known = [evidence.people[name].side for name in meeting.leads if name in evidence.people] if meeting else []
    return not known or (any(known) and len(set(known)) == 1)


def _binding(sentence: MaskedSentence, announced: bool, it_acts: bool) -> re.Match[str] | None:
    """Return the match of the verb of a commitment in a sentence, None without a commitment.

    At an announced meeting `will` describes the programme and is no commitment. `it_acts` says that `It` stands for a
    side, and not for a thing.
    """
    masked = sentence.masked
    if not sentence.has(_BINDING_WORDS) or masked.endswith("?") or masked[:1] in '“"':
        return None
    for expression, words in _EXPRESSIONS[: -1 if announced else None]:
        if not sentence.has(words) or (expression is _SUM and not any(map(masked.__contains__, _CURRENCIES))):
            continue
        for match in expression.finditer(masked):
            if _is_commitment(expression, match, masked, it_acts):
                return match
    return None


def _is_quoted(before: str, masked: str) -> bool:
    """Return whether a verb stands in the words of one speaker, which bind no side."""
    opened = before.count("“") > before.count("”") or masked.count("”") > masked.count("“")
    return opened or masked.count('"') % 2 == 1 or before.count('"') % 2 == 1


def _is_commitment(expression: re.Pattern[str], match: re.Match[str], masked: str, it_acts: bool) -> bool:
    before = masked[: match.start("verb")]
    if _REMAINS.search(before[-30:]) or _RECALLED.match(masked) or _is_quoted(before, masked):
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
        attitude = match["what"] in _ATTITUDE or _STANDS.match(masked, match.end())
        return not (attitude or subordinate or (not it_acts and _NO_SIDE.match(masked)) or programme or looking)
    if expression is _SAID_WILL:
        return match["what"] not in _ATTITUDE and not _STANDS.match(masked, match.end())
    if expression in (_BINDING, _BOUND):
        after = masked[match.end("verb") : match.end("verb") + 60]
        if match["verb"] in ("plan", "plans") and not _PLANS.search(clause[-40:]):
            return False
        if match["verb"].lower() in _NOUNS and _OWNED.search(clause[-40:]):
            return False
        if match["verb"].lower() in ("commit", "commits", "committed", "determined") and _NO_VERB_AFTER.match(after):
            return False
        return not _VALUES.match(after) and (match["what"] != " to " or _TO_DO.match(after) is not None)
    return True
