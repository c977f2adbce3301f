"""Reads who led a meeting: from a verb and the people beside it, from the chair, or from talks between people."""

import re

from briefreader.annotate.meeting.report.meeting_phrases import ADDRESS, DET, MEETING, NAME_AHEAD, TALKS
from briefreader.annotate.meeting.report.meeting_verbs import FoundVerb
from briefreader.annotate.text.masked_sentences import PERSON, MaskedSentence, hinted, pattern

# The person stands before the words for the chair, or after them as `Council President`.
_CHAIR = hinted(
    r"(?P<before><P>)(?:, [^.;<P>]{0,150},)? (?:was |were )?(?:in the chair|(?:the )?co-?hosts?\b|presid(?:ed|ing)\b|"
    r"served as (?:the )?(?:co-)?chair|as (?:his|her) (?:[A-Z][a-z]+ )?(?:counterpart|opposite number)\b)|"
    r"(?P<council><P>)(?: of <C>)?,? (?:the )?(?:Council|Forum|Committee|"
    r"Assembly) (?:President|Chair)\b",
    "in the chair",
    "host",
    "presid",
    "served as",
    "counterpart",
    "opposite number",
    " President",
    " Chair",
)
_EARLIER = re.compile(
    r"\b(?:had|have|has|last|previous|previously|earlier|ago|before|next|since|recent)\b[^.;]*$|^(?:In line with|"
    r"Following|Building on|As agreed|Since|Ahead of|After)\b"
)
# These end the list of the people between whom talks were held.
_END_OF_TALKS = re.compile(
    r";| to (?:discuss|review|address|advance)\b| where | who | about |, (?:both|the (?:two|sides|group)|they) |"
    r" (?:was|were|is|are|will be|took|has been|have been|in the presence|on the initiative|at the invitation|hosted|"
    r"chaired|led) "
)
# These end the list of the people after a verb.
_END_OF_PEOPLE = pattern(
    r";(?! (?:and )?(?:<TCNO>|the |of |H\.E\. )+<P>[^;.]{0,120}(?:;|\.?$))| to (?!the |his |her |its |their |our |"
    r"an? )[a-z]+\b| where | during (?!the )| regarding | about | who | whose | which | that |(?:(?<![A-Z])[a-z]{4}|"
    r"<TCNOLREDX>|[)\"'])\. |,? and (?:[a-z]+ly |they |both |also |is |was |were |are )?[a-z]{3,}(?:ed|held|spoke)\b|"
    r" on (?:the )?(?:sidelines|margins|edges|occasion|situation|issues?|matters?|bilateral|regional|ways|"
    r"strengthening|how)\b| (?:ahead of|before|after|following|amid|as part of|focus(?:ed|ing)|discussing|concerning|"
    r"in support of|at the invitation|on behalf|in the presence|with the participation|including|accompanied|joined|"
    r"flanked) | (?:announced|launched|established|proposed|initiated|unveiled|endorsed|founded|created) by "
)
# Behind the people in the chair stand those who came with them.
_END_OF_CHAIR = pattern(
    rf"{_END_OF_PEOPLE.pattern}|,? with |,? along with | (?:includ|compris|consist)(?:es|ed|ing)\b|, the (?:meeting|"
    r"session|talks|dialogue|delegation|event|forum|visit|consultations|group|team|summit|conference)\b"
)
_SIDELINES = pattern(r" on (?:the )?(?:sidelines|margins|edges) of\b[^.;<P>]{0,160}?(?P<with> with )")
_WITH = pattern(r"(?: [^.;<P>]{0,160}?)? (?:with|between)(?= )")
_FROM = pattern(r"(?: [^.;<P>]{0,160}?)? (?:with|between|from|to|by|on|upon)(?= )")
# These words begin a report within a report: `The spokesperson stated that on Monday A met B`.
_SAID_THAT = re.compile(
    r"\b(?:said|stated|announced|confirmed|reported|added|noted|explained|revealed|disclosed)(?: [a-z]+)? that\b"
)
_STATED = re.compile(r"\b(?:said|stated|announced|declared): ")
_NO_PARTNER = re.compile(
    r"with (?:a view|regard|respect|emphasis|an emphasis|focus|a focus|the aim|an eye|the participation)\b"
)
# A name with the verb of its own clause: `In a meeting with A, B said`.
_SAYS = pattern(
    r"<P>(?: of (?:the )?<C>)?(?:, [^.;<P>]{0,100},)? (?:also |then |today |yesterday |has |have |had )?(?!(?:and|of|"
    r"in|at|on|with|for|from|"
    r"during|as|to|the|who|by|or|today|yesterday|this)\b)[a-z]+"
)
# Words of a title or form of address, from which a name follows.
_NOMINAL = rf"(?:<TCNOLRX>|<P>(?= and )|[ ,'-]|{ADDRESS}(?=[ ,])|[A-Z][a-z]+(?=[ ,]))*$"
# The subject of a sentence may be a visit: `The visit of Foreign Minister A to Oslo included meetings with B`.
_VISITOR = pattern(rf"(?:The|His|Her) (?:[a-z]+ )*(?:visit|trip|stay) (?:of|by) {_NOMINAL[:-1]}(?P<visitor><P>)")
# A person after one of these does not act: the host only invites, the envoy comes for a president.
_NOT_AN_AGENT = pattern(
    r"(?:\b(?:(?:invitation|initiative|request|behalf|instructions?|directives?|orders?|guidance|patronage|auspices|"
    r"death|passing|memory|election|inauguration|funeral|"
    r"(?<!courtesy )(?<!farewell )(?<!received the )(?<!received a )visits?|trip|remarks|statement|"
    r"speech|vision|government|"
    r"administration) (?:of|from|by)|(?:message|letter|greetings|regards|invitations?|wishes|felicitations|"
    rf"congratulations|condolences) (?:of|from|by|to)){_NOMINAL}"
    r"|\b(?:[Aa]dvis[eo]rs?|[Aa]ssistants?|[Aa]ides?|[Ee]nvoys?|[Cc]ounsel+ors?|[Ss]pokes(?:person|man|woman)|wife|"
    r"husband|"
    r"spouse|son|daughter) "
    rf"(?:to|of|for){_NOMINAL}|<T> (?:to|of|for) (?:<CNO>(?:'s)? )?<T> $)"
)
# The wife of a president who has no name beside the office is named herself.
_SPOUSE = pattern(r"\b(?:wife|husband|spouse) of the <T> of (?:the )?<C>,? $")
_BY = pattern(rf"\bby {_NOMINAL}")
# The head of a delegation stands for it: `a delegation led by A visited`.
_HEADED_BY = pattern(rf"(?:delegations?|teams?|[–—-]),? (?:which is |was )?(?:co-)?(?:led|headed) by {_NOMINAL}")
_INVITER = pattern(rf"[Ii]nvitation (?:of|from|extended by) {_NOMINAL[:-1]}(?P<host><P>)")
# After a name these show that the text means an aim, policy or regime and not the person.
_NOT_IN_PERSON = pattern(r"'s? (?!meeting|call|visit)|(?:[-–]<P>)? (?:administration|regime|government)", re.IGNORECASE)
BACKGROUND = pattern(
    r"(?:(?:(?:Following|Building on|Since) (?:the|their|its) (?:\w+ )?(?:announcement|agreement|decision|commitment|"
    r"establishment|discussions|vision|launch|creation)|In line with|Pursuant to|Consistent with|As (?:agreed|"
    r"announced|decided|directed)))[^,;.]*,?|(?:Following|Building on) [^,;.]{1,60} (?:signing|announcing|launching|"
    r"hosting|convening) [^,;.]*,|To (?:deliver on|follow up on|follow through on|fulfill?|implement|honou?r|"
    r"advance|realize|make good on|act on) [^,;.]{0,160}(?:commitment|agreement|decision|pledge|promise|vision|mandate|"
    r"instructions?|direction|guidance)s?\b[^,;.]*,|"
    r"(?:Launched|Established|Founded|Created|Initiated|Announced|Proposed|Conceived|Set up|Inaugurated) (?:by|at|in|"
    r"on|"
    r"during|under|following) [^;]{0,300}?, (?=(?:the|this|our) (?:<CN>-<CNO> )?(?:<EO>|[a-z]+ )|it )"
)
# A journey has its purpose behind it: `will visit Oslo to meet with B`.
_TO_MEET = pattern(
    rf"(?: [^.;<P>]{{0,100}}?)? (?:to (?:meet|hold talks)|for (?:the |an? |{DET})?(?:[\w'-]+ |<E>){{0,4}}?"
    rf"(?:{MEETING}|{TALKS}|[Dd]ialogue|<E>))(?: with)?{NAME_AHEAD})"
)
# Who joins another in talks with a third takes part: `Ambassador A joined President B in talks with C`.
_JOINED_IN_TALKS = pattern(r"joined [^.;]{0,80}<P>[^.;<P>]{0,60} in [^.;<P>]{0,40}(?:talks|meeting|discussions) with\b")
_WHERE_HE = re.compile(r" (?:where|when) (?:he|she|they)\b")
_FOR_ANOTHER = pattern(r" for <LC>; [^.;]* for <LC>")
_COUNTERPARTS = re.compile(r" by [^.;]{0,60}(?:co-?chairs?|counterparts?)\b")
_NEAR = 160


def led_by_verb(sentence: MaskedSentence, found: FoundVerb) -> tuple[int, ...]:
    """Return the people who led by a verb, on the side of the verb where its entry in the table has them."""
    masked, start, end = sentence.masked, found.start, found.end
    people = found.verb.people
    if people in ("subject after", "subjects after"):
        says = _SAYS.search(masked, end)
        led = tuple(in_person(sentence, end, says.start() + 1)) if says else ()
        return led if people == "subject after" or len(led) > 1 else ()
    if people == "between":
        return () if _EARLIER.search(masked, 0, start) else _after(sentence, start, _END_OF_TALKS, end)
    before = () if people == "after" or _JOINED_IN_TALKS.match(masked, start) else _before(sentence, start)
    if not before and (visitor := _VISITOR.match(masked)) and visitor.end() <= start:
        before = (sentence.mention_at[visitor.start("visitor")],)
    if found.verb.act == "company":
        return (*before, *(_after(sentence, end) if _COUNTERPARTS.match(masked, end) else ()))
    if found.verb.act == "visit" and (purpose := _TO_MEET.match(masked, end)):
        return tuple(dict.fromkeys((*before, *_after(sentence, purpose.end()))))
    if people == "before":
        again = _FOR_ANOTHER.match(masked, end)  # `took part for Washington; A and B for Tokyo`
        return (*before, *(in_person(sentence, end, again.end()) if again else ()))
    if people == "with":
        with_ = (_FROM if found.verb.act in ("call", "reception") else _WITH).match(masked, end)
        if with_ is None or _NO_PARTNER.match(masked, with_.end() - 4):
            return before
        end = with_.end()
    if sidelines := _SIDELINES.match(masked, end):
        end = sidelines.end()  # `met on the sidelines of the Summit with B`
    after = _after(sentence, end, _END_OF_CHAIR if people == "after" else _END_OF_PEOPLE)
    return tuple(dict.fromkeys((*before, *after)))


def _before(sentence: MaskedSentence, verb: int) -> tuple[int, ...]:
    """Return the people in the clause before a verb who may be its subject."""
    masked = sentence.masked
    clause = max(0, *(masked.rfind(word, 0, verb) for word in (";", " where ", " when ", " while ")))
    if _WHERE_HE.match(masked, clause):
        clause = max(0, masked.rfind(";", 0, verb))  # `A flew to Oslo, where he met B`
    for said in _SAID_THAT.finditer(masked, 0, verb):
        clause = max(clause, said.end())
    if (quoted := _STATED.search(masked, clause, verb)) and PERSON in masked[quoted.end() : verb]:
        clause = quoted.end()
    if (background := BACKGROUND.match(masked)) and background.end() <= verb:
        clause = max(clause, background.end())  # the people who agreed on a meeting are not those who met
    at_of = {number: at for at, number in sentence.mention_at.items()}
    return tuple(
        number
        for number in in_person(sentence, clause, verb)
        if not _BY.search(masked, max(0, at_of[number] - _NEAR), at_of[number])
        or _HEADED_BY.search(masked, max(0, at_of[number] - _NEAR), at_of[number])
    )


def _after(
    sentence: MaskedSentence, first: int, ends: re.Pattern[str] = _END_OF_PEOPLE, search_from: int | None = None
) -> tuple[int, ...]:
    stop = ends.search(sentence.masked, first if search_from is None else search_from)
    return tuple(in_person(sentence, first, stop.end() if stop else len(sentence.masked)))


def in_person(sentence: MaskedSentence, first: int, last: int) -> list[int]:
    """Return the people in a range of a sentence who act themselves.

    Those whose policy, regime, invitation or envoy is meant do not.
    """
    masked = sentence.masked
    return [
        number
        for at, number in sentence.mention_at.items()
        if first <= at < last
        and masked[at] == PERSON
        and not _NOT_IN_PERSON.match(masked, at + 1)
        and (not _NOT_AN_AGENT.search(masked, max(0, at - _NEAR), at) or _SPOUSE.search(masked, 0, at))
    ]


def in_the_chair(sentence: MaskedSentence) -> tuple[int, ...]:
    """Return the people in the chair of a meeting."""
    places = (match.start(match.lastgroup or 0) for match in _CHAIR.finditer(sentence.masked))
    return tuple(sentence.mention_at[at] for at in places if at in sentence.mention_at)


def inviters(sentence: MaskedSentence) -> tuple[int, ...]:
    """Return the people at whose invitation somebody came."""
    places = (match.start("host") for match in _INVITER.finditer(sentence.masked))
    return tuple(sentence.mention_at[at] for at in places if at in sentence.mention_at)
