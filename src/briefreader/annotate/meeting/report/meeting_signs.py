"""Recognizes the signs that a text reports a meeting of its own, and those that it speaks of the doings of others."""

import re
from collections.abc import Sequence

from briefreader.annotate.meeting.report.leads import BACKGROUND
from briefreader.annotate.meeting.report.meeting_verb import Act
from briefreader.annotate.meeting.report.sentence_report import GATHERS, HELD_IN, MEETS, NEWS, ReportSentence
from briefreader.annotate.text.masked_sentences import EVENT, MaskedSentence, pattern

# A report further down is no sign of a meeting without a title that names one.
OPENING = 6
_FIRST = 4
# A body met alone: `At its 8,610th meeting on ..., the Security Council extended ...`.
AT_ITS = pattern(
    r"^(?=[^.;]*?(?P<body><O>))(?:(?:At|In|During) its (?=[^.;]*?(?:meeting|session)\b[^.;]*?, the <O>)|"
    r"The <O>[^.;<P>]{0,80}, (?:at|in|during) its )(?P<ordinal>\d{1,2},?\d{0,3}(?:st|nd|rd|th|ST|ND|RD|TH)|"
    r"[a-z-]+) (?:[a-z]+ )?(?:meeting|session)\b"
)
_WELCOMED = pattern(
    r"\b(?:welcomed|hosted|received|hosts?) (?:the )?(?:[A-Z][\w' -]{2,40}|<T>) (?:of|from) (?:the )?<C>"
)
# People who met have issued one of these.
_ISSUED = re.compile(r"[Ss]tatement|[Cc]ommuniqu[eé]|[Dd]eclaration")
_TALKS = re.compile(r"\b(?:talks|consultations)\b")
_MEETING = r"(?:<E>|\b(?:meeting|summit|talks|consultations|dialogue|ministerial|session)\b)"
_SESSION_IN = pattern(r"\b(?:[Mm]eeting|[Ss]ession|[Rr]ound) of (?:the )?[^.;,<P>]{0,80}? in <L>")
_IS_MEETING = pattern(_MEETING)
_ANCHOR = pattern(
    rf"{_MEETING}.*<D>|<D>.*{_MEETING}|\b(?:meeting|session|"
    rf"round) of the (?:[\w-]+ )?<E>(?: \(<E>\))?,? (?:held )?in <L>"
)
_ITSELF = pattern(
    r"\b(?:[Dd]uring|[Aa]t|[Ff]ollowing|[Tt]his|[Tt]he) (?:the |this |our |their |today's )?(?:(?:inaugural|first|"
    r"[a-z]+th) (?:<C>-<C> )?(?:[A-Z][\w+()-]* |\(2\+2\) |and ){0,6}(?:[Mm]eeting|[Cc]onsultations|[Dd]ialogue|"
    r"[Ss]ummit|[Tt]alks)|<E>|meeting|summit|session|call|dialogue)\b"
)
_OCCASION = pattern(r"[Oo]n the occasion of (?:the|today's|their|its) (?:<DN> )?<E>")
# Two people who speak as `we` met on the visit of one of them.
_ON_VISIT = pattern(
    r"^(?:Today, )?[Ww]e, [^.;<P>]{0,60}<P>[^.;<P>]{0,80}<P>[^.;]*\b(?:during|on the occasion of) [^.;]{0,60}?"
    r"\b(?:[Oo]fficial|[Ss]tate|[Ww]orking|first) (?:and [a-z]+ )?[Vv]isit\b"
)
_SIGNED = re.compile(r"\b(?:signed|pledge[ds]?|announced|joined|congratulate|welcome[ds]?|endorsed?|commit)\b")
_GATHERED = r"(?:met|held|hosted|convened|gathered|came together|sat down|commenced)"
_PARTIES_MET = pattern(
    rf"<CONE>(?: \(<COX>\))?(?:,? and|,)(?: the)?(?: [\w' -]{{1,60}} of)?(?: the)? <CON>.*\b{_GATHERED}\b|"
    r"\b(?:[Mm]inisters|[Ll]eaders|[Oo]fficials|[Dd]elegations|[Rr]epresentatives|[Aa]dvisors|"
    r"[Pp]residents)\b[^.;]*<CON>"
    rf"[^.;]*\b{_GATHERED}\b"
)
# These lines above a joint statement say who issues it.
_LABEL = re.compile(r"[^.]{0,80}(?:text of the following|is the text of|following (?:joint )?statement)|Begin [Tt]ext")
# A text that begins with the attitude of one side speaks of the doings of others.
_ATTITUDE = pattern(
    r"(?:Today, |On behalf of [^,]{0,80}, )?(?:We(?:, (?:(?!\b(?:met|gathered|convened?|meeting|assembled|"
    r"held)\b)[^.;]){0,400}?,?)?|I|<P>|The (?:Government of )?(?:the )?<C>|(?:The )?<CO>(?:(?: \(<COX>\))?(?:, and|,|"
    r" and)(?: the)? <CO>)*(?: \(<COX>\))?|<C> <T> <P>|<T> <P>) (?:today |very much |warmly |strongly |unequivocally |"
    r"wholeheartedly )*(?:welcomes? (?!<NCOT>)|condemns?|congratulates?|commends?|applauds?|offers?|extends?|deplores?|"
    r"regrets?|(?:is|are|am) (?:deeply |gravely |greatly |very )?(?:concerned|saddened|encouraged|pleased|shocked|"
    r"troubled|alarmed|proud)|mourns?|denounces?|rejects?|stands? (?:with|by|in)|celebrates?|expresses (?:its |their |"
    r"our |my )?(?:deep|grave|serious|sincere|profound|strong)? ?(?:concern|condolences|sympathy|solidarity|regret|"
    r"satisfaction)|calls? (?:for|on (?!<NCOTP>)))\b"
)
# Those who issue a joint statement tell that they met: `We have convened to reaffirm`.
_WE_MET = re.compile(
    r"(?:\d{1,2}\. )?(?:Today,? )?[Ww]e(?: have)?(?: today)? (?:met|convened|gathered|assembled|c[oa]me together)\b"
    r"(?! (?:\w+ times|regularly|often|frequently|repeatedly|before|since)\b)"
)
_MET_ON = pattern(r"\b(?:met|convened?|gathered|took place)\b(?:[^.;,]{0,40} on)? <D>")
_HOLDS: frozenset[Act] = MEETS | {"holding", "chair", "delegation", "attendance"}


def speaks_of_others(body: Sequence[MaskedSentence]) -> bool:
    """Return whether a text begins with the attitude of one side to the doings of others."""
    said = next((item.masked for item in body if not _LABEL.match(item.masked)), "")
    return _ATTITUDE.match(said) is not None


def begins_with_meeting(body: Sequence[MaskedSentence]) -> bool:
    """Return whether the first sentences speak of what was done at the meeting: `During the meeting ...`."""
    return any(_ITSELF.search(item.masked) for item in body[:OPENING])


def parties_met(body: Sequence[MaskedSentence]) -> bool:
    """Return whether the first sentences tell that countries or their officials met."""
    return any(_PARTIES_MET.search(item.masked) for item in body[:_FIRST])


def issuers_met(masked: str) -> bool:
    """Return whether a sentence of a joint statement tells that those who issue it met."""
    return _WE_MET.match(masked) is not None


def is_anchor(masked: str, titled: bool) -> bool:
    """Return whether a sentence names a meeting with its day, place or occasion and nothing else done there.

    `titled` says whether the title names the meeting; something may then have been signed there.
    """
    masked = BACKGROUND.sub("", masked, count=1)
    return bool(
        _OCCASION.search(masked)
        or _ON_VISIT.match(masked)
        or (_ANCHOR.search(masked) and not _SIGNED.search(masked))
        or (titled and _SESSION_IN.search(masked))
    )


def shows_meeting(report: ReportSentence) -> bool:
    """Return whether a sentence shows a meeting even without a title that names one."""
    masked = report.sentence.masked
    holds = report.act in _HOLDS
    return report.rank <= OPENING and bool(
        (len(report.leads) > 1 and (report.act in GATHERS or _IS_MEETING.search(masked)))
        or report.act == "talks"
        or (report.act == "meeting" and _ISSUED.search(report.verb))
        or (holds and _MET_ON.search(masked))
        or (report.leads and report.rank < 3 and report.act in MEETS and " with " in masked)
        or (report.rank < NEWS and report.act in ("meeting", "call") and _has_partner(report))
        or (report.leads and _WELCOMED.search(masked))
        or (holds and HELD_IN.search(masked))
        or (report.act in ("chair", "delegation") and report.leads and _IS_MEETING.search(masked))
        or (not report.verb and _TALKS.search(masked))
        or _ON_VISIT.match(masked)
        or AT_ITS.match(masked)
        or _PARTIES_MET.search(masked)
        or (EVENT in masked and holds)
    )


def _has_partner(report: ReportSentence) -> bool:
    """Return whether one of the leads stands behind the verb, as the one who was met or called."""
    return any(at > report.at and number in report.leads for at, number in report.sentence.mention_at.items())
