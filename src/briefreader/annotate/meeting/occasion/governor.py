"""Finds the verb or noun of a masked sentence that a date or a place belongs to, and whether it reports the meeting.

A date belongs to the nearest verb before it, or to the noun before `of`; a date at the beginning of a sentence belongs
to the first main verb.
"""

import re
from enum import IntEnum

from briefreader.annotate.meeting.occasion.clause_verbs import MEETING_NOUN, ClauseVerb, verbs_of
from briefreader.annotate.meeting.report.meeting_phrases import ADDRESS, DET, MEETING, TALKS, WHO
from briefreader.annotate.text.masked_sentences import CITY, COUNTRY, DATE, EVENT, PLACE, pattern


class Standing(IntEnum):
    """Tells how surely a date or place is that of the meeting; a higher one wins."""

    BACKGROUND = 0
    SUGGESTED = 1
    VISIT = 2
    NOMINAL = 3
    PARTICIPLE = 4
    FINITE = 5


# In a clause that begins with one of these another meeting is told, or an act beside it.
_RELATIVE = re.compile(r"\b(?:which|who|whom|whose|that|where|when|as|since|after|before|while|because|until)\b[^,;]*$")
_WHICH = re.compile(r"\b(?:which|that) (?:was|were|is|are|is being|will be|took|takes)? ?$")
_NOT_NOW = re.compile(
    r"\b(?:had|last|previous|previously|earlier|prior|past|recent|recently|ago|next|upcoming|forthcoming|"
    r"since|building on|ahead of|in advance of|in line with|as agreed|outcomes? of|results? of|decisions? of|signed|"
    r"announced|reached|launched|recall(?:ed|ing|s)|expressed|thanked|congratulated|following|follows|after)\b[^,;]*$|"
    r"\bfirst $|\bbuilding on\b(?:[^,;]|, and )*$",
    re.IGNORECASE,
)
# A text issued at a meeting: `This statement was adopted at the meeting held in Oslo`.
_ISSUED = re.compile(
    r"(?:\b(?:statement|communiqu[eé]|declaration|text|remarks?|comments?|views|announcement)\b[^,;]{0,90} |"
    r"\b(?:issued|adopted|released|published|delivered|approved|made)\b[^,;]{0,90} ){2}(?:at|during|after|following|"
    r"(?:at|on) the (?:end|conclusion|sidelines|margins|occasion) of)\b[^,;]{0,90}$",
    re.IGNORECASE,
)
_AGREED = re.compile(r"\b(?:agreed|adopted|approved|made|reached)\b[^,;]* (?:at|during)\b[^,;]*$")
# Between the verb and a date these give the date to another event.
_BESIDE = re.compile(
    r"\b(?:after|following|since|before|until|ahead of|prior to|in light of|in response to|amid|despite|on the eve of|"
    r"building on|in (?:the )?wake of|in advance of|as (?:outlined|agreed|announced|directed)|pursuant to|in line "
    r"with|in accordance with|in preparation for|prepar\w+ for|anniversary of|including(?! [^,]*,)|includes|"
    r"regarding|about|"
    r"concerning|established|building upon|follow(?:ing|ed)? (?:up|by)|to mark|marking|whose|which|that|who|when|where|"
    r"as well as|ongoing|emerging|again|next(?! (?:week|month|year)))\b"
)
_PURPOSE = re.compile(r" to (?!the\b|an?\b|its\b|his\b|her\b|their\b|[\ue000-\ue009])[a-z]+\b")
_TIME_OF_DAY = r"(?:(?:early |late )?(?:morning|afternoon|evening|night|hours|sidelines|margins) of )?"
_OTHER_TIME = re.compile(
    r"(?:\b(?:since|until|till|by|before|after|through|beyond|ahead of|prior to|as of|following|dated|than|to|and|or|"
    r"deadline of|scheduled for|anniversary of|from now)|[–—-])(?: the)? $",
    re.IGNORECASE,
)
_OF = pattern(rf"(?P<noun><E>|[\w-]+)(?: of| dated) (?:the )?{_TIME_OF_DAY}$")
# What somebody said is told in a clause of its own: `The spokesperson stated that on 5 May, ministers met`.
_DATELINE = pattern(r"(?:[A-Z]+,? ){1,4}(?:City,? )?<D>,? ?[–—:-]")
_SAID_THAT = pattern(
    r"\b(?:stated|said|says|announc(?:ed?|es|ing)|informed|reported|confirmed|disclosed)(?: (?:today|yesterday|on "
    r"<D>))? that,? "
)
# `on the occasion of the visit of A to Norway on 5 May`.
_ON_OCCASION = pattern(
    rf"\b[Oo]n the occasion of (?:(?:the|his|her|their|this) )?(?:<TPCNX>|'s|[ ,-]|of|the|official|working|state|"
    rf"first){{0,40}}{MEETING_NOUN}(?:<TPCLN>|[ ,]|of|by|to|the|in|at|between|and){{0,40}} (?:on|from) $"
)
_THEREFORE = re.compile(r"That(?:'s| is) why,? |(?:In|To|For) (?:that|this) [a-z]+,? ")
_LONGEST_OPENING = 240
_MOST_CLAUSES = 6
# A visit may last longer than the meeting in it.
_JOURNEY = re.compile(r"[Vv]isit|\btrip\b|\btour\b|travel|arriv|depart|flew")
_BEGAN = re.compile(r"(?:began|started|opened|commenced|concluded)\b")
_BE = re.compile(r"\b(?:was|were|is|are|been|be|being)(?: [a-z]+ly)? $")
_DAY_OF = re.compile(r"(?:morning|afternoon|evening|night|hours|day|week) of (?:the )?$")
_NOUN = re.compile(rf"{MEETING_NOUN}|{EVENT}")
# A date before a common noun: `the 4 May agreement`.
_THE = re.compile(r"(?:'s|\b(?:the|its|their|his|her|our|this|an?)) $")
_COMMON_NOUN = re.compile(
    r" (?!(?:and|in|at|to|with|by|for|where|when|the|morning|afternoon|evening|night)\b)[a-z]{3,}"
)
_ELECTIONS = re.compile(r"\b(?:elections?|referendum|exercises?|polls?|hostages?|prisoners?|detainees)\b[^,;]*$")
_ITS_MEETING = pattern(rf" (?:[a-z]+ ){{0,2}}(?:<E>|{MEETING_NOUN}\b)")
_LAST_NOUN = pattern(rf"(?:<E>|\b{MEETING_NOUN})\b[^,;]*$")
_IN_RELATIVE = re.compile(r"\b(?:which|who|whom|whose|that|where|when)\b[^,;]*$")
# The verb behind one of these is none: `the Minister of Norway, Ada Lund, received in Oslo`, `on 5 May, received in`.
_APPOSITION = pattern(rf", (?:{ADDRESS} |<T> ){{0,3}}<P>(?: \([A-Z]+\))?,(?: (?:on )?<D>,)? $|,? on <D>, $")
_AFTER_COMMA = re.compile(r", (?:[a-z]+ly )?$")
# A verb after a comma is a participle before one of these, unless it has no object.
_FINITE = re.compile(r"(?:had|has|have|gave|took|spoke|was|were|is|are|will|shall)\b")
_ADVERBIAL = re.compile(r" (?:by|in|on|at|under|to|with|as|of|from|for|within|up|out)\b")
_NO_OBJECT = re.compile(r"met|spoke|took|gathered|convened|arrived|travel|sat|came")
_AT_THE_MEETING = pattern(
    r"^(?:(?:at|during|in|on the (?:sidelines|margins|occasion) of) )?(?:the|this|its|our|their|today's|an?|<CN>)[^;]*"
    rf"(?:<E>|{MEETING_NOUN}\b)[^;]*$",
    re.IGNORECASE,
)
# In such a clause or circumstance the meeting itself is told: `who met A in Oslo`, `after meeting A in Oslo`.
_CIRCUMSTANCE = pattern(
    rf"(?:^[Mm]eeting(?: with)?|\b(?:[Aa]fter|[Ff]ollowing) (?:meeting(?: with)?|{DET}(?:[a-z][a-z-]* ){{0,3}}?"
    rf"(?:{MEETING}|{TALKS})(?: with)?)|^(?:[Ii]n|[Aa]t|[Dd]uring|[Oo]ver) an? (?:[a-z][a-z-]* ){{0,3}}?"
    rf"(?:{MEETING}|{TALKS})(?: with)?)(?:<TCNOLRXPD>|[ ,'-]|(?:{ADDRESS}|in|at|on|today|yesterday|the (?:morning|"
    r"afternoon|evening) of)(?=[ ,])){0,60}$"
)
_WHO_MET = pattern(
    rf"{WHO}|\bwhen (?:<TCNO>|[ ,'-]|of |the )*<P>(?: of (?:the )?<C>)? $|\b(?:where|during which) (?:he|she|they) $"
)
_WHO_ON = pattern(r"<P>(?: of (?:the )?<C>)?, who (?:on )?$")
_DURING = re.compile(r"\b(?:at|during|of) (?:the|this|our|their) (?:[\w-]+ ){0,4}$")


def standing(masked: str, at: int, after: int) -> Standing:
    """Return how surely a date or place from `at` to `after` is that of the meeting that a masked sentence reports."""
    if _OTHER_TIME.search(masked, max(0, at - 20), at):
        return Standing.BACKGROUND
    if is_circumstance(masked, at):
        return Standing.PARTICIPLE
    if _WHO_ON.search(masked, max(0, at - 20), at):
        meets = next((verb.meets for verb in verbs_of(masked) if verb.start >= after), False)
        return Standing.PARTICIPLE if meets else Standing.BACKGROUND
    if _ON_OCCASION.search(masked, max(0, at - _LONGEST_OPENING), at):
        return Standing.NOMINAL
    of = _OF.search(masked, max(0, at - 60), at)
    if of and not _DAY_OF.search(masked, 0, at):
        return _by_noun(masked, of.start("noun"), of["noun"])
    if (
        masked[at] == DATE
        and _THE.search(masked, 0, at)
        and _COMMON_NOUN.match(masked, after)
        and not _ITS_MEETING.match(masked, after)
    ):
        return Standing.BACKGROUND
    if its := _ITS_MEETING.match(masked, after):
        return _by_noun(masked, its.start(), masked[its.start() : its.end()].split(" ")[-1])
    clause = max((said.end() for said in _SAID_THAT.finditer(masked, 0, at)), default=0)
    verbs = verbs_of(masked)
    before = [verb for verb in verbs if clause <= verb.start and verb.end <= at][-_MOST_CLAUSES:]
    while before and _is_closed(masked, before[-1], at):
        before.pop()
    if before:
        return _by_verb(masked, before[-1], at, clause)
    behind = [verb for verb in verbs if verb.start >= after and not _is_aside(masked, verb)]
    return _by_later_verb(masked, behind, clause, at, after)


def is_circumstance(masked: str, at: int) -> bool:
    """Return whether a date or place belongs to a meeting told as a circumstance: `spoke after meeting A in Oslo`."""
    return _CIRCUMSTANCE.search(masked, max(0, at - _LONGEST_OPENING), at) is not None


def _by_noun(masked: str, start: int, noun: str) -> Standing:
    """Return the standing of a date that belongs to a noun: `the meeting of 5 May`, `the 5 May meeting`."""
    if not _NOUN.fullmatch(noun):
        return Standing.BACKGROUND
    if _ISSUED.search(masked, max(0, start - 120), start):
        return Standing.NOMINAL
    if _AGREED.search(masked, max(0, start - 120), start):
        return Standing.SUGGESTED
    if _NOT_NOW.search(masked, max(0, start - 60), start):
        return Standing.BACKGROUND
    verb = next((verb for verb in reversed(verbs_of(masked)) if verb.end <= start), None)
    if verb is None or verb.meets:
        return Standing.VISIT if _JOURNEY.search(noun) else Standing.NOMINAL
    return Standing.SUGGESTED if _DURING.search(masked, 0, start) else Standing.BACKGROUND


def _by_verb(masked: str, verb: ClauseVerb, at: int, clause: int) -> Standing:
    """Return the standing of a date after a verb in the clause that begins at `clause`."""
    between = masked[verb.end : at]
    start = max(clause, verb.start - 120)
    begins = _BEGAN.match(masked, verb.start) and _LAST_NOUN.search(masked, start, verb.start)
    if not (verb.meets or begins) or _BESIDE.search(between):
        return Standing.BACKGROUND
    if _ISSUED.search(masked, start, verb.start):
        return Standing.NOMINAL
    if _AGREED.search(masked, start, verb.start):
        return Standing.SUGGESTED
    if _NOT_NOW.search(masked, start, verb.start) or _ELECTIONS.search(masked, start, verb.start):
        return Standing.BACKGROUND
    if _WHO_MET.search(masked, start, verb.start):
        return Standing.PARTICIPLE
    if _RELATIVE.search(masked, start, verb.start):
        return Standing.PARTICIPLE if _WHICH.search(masked, start, verb.start) else Standing.BACKGROUND
    if _PURPOSE.search(between):
        return Standing.SUGGESTED
    noun = _LAST_NOUN.search(masked, start, verb.start)
    if noun is not None and _PURPOSE.search(masked, start, verb.start) and masked.startswith("held", verb.start):
        return Standing.BACKGROUND
    is_participle = noun is not None and masked.startswith("held", verb.start) and not _BE.search(masked, 0, verb.start)
    if _JOURNEY.search(masked, verb.start, verb.end):
        return Standing.VISIT
    return Standing.PARTICIPLE if is_participle else Standing.FINITE


def _by_later_verb(masked: str, verbs: list[ClauseVerb], clause: int, at: int, after: int) -> Standing:
    """Return the standing of a date before the main verb: `On 5 May, ministers met`."""
    opening = masked[clause:at]
    if len(opening) > _LONGEST_OPENING:
        return Standing.BACKGROUND
    if _ISSUED.search(opening) and _LAST_NOUN.search(opening):
        return Standing.NOMINAL
    if _BESIDE.search(_THEREFORE.sub("", opening, count=1).lower()):
        return Standing.BACKGROUND
    if masked[at] == DATE and (not any(map(str.isalpha, opening)) or _DATELINE.match(masked)):
        return Standing.BACKGROUND  # the day of a dateline is that of the release
    if _AT_THE_MEETING.match(opening) and not _NOT_NOW.search(opening):
        return Standing.NOMINAL
    if not verbs:
        if masked.startswith("On ") and masked.endswith(":"):
            return Standing.NOMINAL  # `On 5 May, at the Ministry:`
        is_heading = not masked.rstrip().endswith((".", '"'))
        return Standing.NOMINAL if is_heading and _NOUN.search(masked) else Standing.BACKGROUND
    if verbs[0].meets:
        return Standing.FINITE if not _NOT_NOW.search(masked, after, verbs[0].start) else Standing.BACKGROUND
    return Standing.SUGGESTED if any(verb.meets for verb in verbs) else Standing.BACKGROUND


def _is_closed(masked: str, verb: ClauseVerb, at: int) -> bool:
    """Return whether commas enclose the clause of a verb before a date: `Bo Ek, accompanied by Ada Lund, on 5 May`."""
    comma = masked.rfind(",", verb.end, at)
    in_place = masked[comma - 1] in CITY + COUNTRY + PLACE  # the comma of `in Washington, D.C., on 5 May`
    return comma >= 0 and at - comma < 12 and not in_place and _is_aside(masked, verb)


def _is_aside(masked: str, verb: ClauseVerb) -> bool:
    """Return whether a verb is in a relative clause or is a participle after a comma: `, accompanied by Bo Ek`."""
    start = max(0, verb.start - 120)
    if _IN_RELATIVE.search(masked, start, verb.start):
        return True
    if _FINITE.match(masked, verb.start) or _APPOSITION.search(masked, start, verb.start):
        return False
    is_participle = _ADVERBIAL.match(masked, verb.end) and not _NO_OBJECT.match(masked, verb.start)
    return bool(is_participle and _AFTER_COMMA.search(masked, start, verb.start))
