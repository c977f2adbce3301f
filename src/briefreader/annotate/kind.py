"""Recognizes the kind of a text by its title, its first lines and its form: a readout, a joint statement and so on."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from briefreader.annotate.text.masked_sentences import HintedPattern, hinted
from briefreader.model import Document, Kind
from briefreader.sentences import sentences


class _Sign(NamedTuple):
    """Holds the words that show a kind, in small letters."""

    kind: Kind
    words: HintedPattern


def _signs(rows: Iterable[tuple[Kind, str, str]]) -> tuple[_Sign, ...]:
    return tuple(_Sign(kind, hinted(words, *hints.split(","))) for kind, hints, words in rows)


_PLURAL = (
    r"(?:leaders|ministers|presidents|premiers|heads of (?:state|government)|(?:co-)?chairs|co-hosts?|governments|"
    r"countries|member states|members|partners|ambassadors|envoys|representatives|sherpas|chiefs)"
)
_GROUP = r"(?:g-?[78]|g-?20|quad|e3|p[35]|brics|nordic-baltic|visegrad|trilateral|quadrilateral)"
# The first kind whose words stand in a title, in small letters, is the kind of the text.
_TITLES = _signs(
    (
        ("readout", "readout,read-out", r"\bread-?out\b"),
        (
            "transcript",
            "transcript,doorstop,gaggle,interview,question,answer,q&a,q & a,"
            "q &a,q& a,press,news,media,background,record,off-camera,briefing,conversation",
            r"\btranscript\b|\bdoorstop\b|\bgaggle\b|\binterview(?:ed)?\b|\bquestions? (?:and|&) answers?\b|"
            r"\bq ?& ?a\b|\b(?:press|news|media) (?:conference|availability|briefing|call|stakeout|encounter)\b|"
            r"^(?:on-the-record|background|off-camera|briefing with)\b|\banswers? to (?:a |the )?(?:media|press|"
            r"questions?|journalists?)\b|\banswers (?:questions|a question)\b|\bin conversation with\b",
        ),
        ("fact sheet", "fact,backgrounder", r"\bfact ?-?sheets?\b|^backgrounder\b"),
        (
            "announcement",
            "advisory,media,curtain,schedule,week ahead,announcement,forthcoming,upcoming, to , will ",
            r"\b(?:media|press|travel) advisory\b|^(?:advisory|notice to (?:the )?media|media alert)\b|"
            r"\bcurtain[- ]raiser\b|^(?:public|daily|weekly) schedule\b|^(?:the )?week ahead\b|^announcement\b|"
            r"^(?:forthcoming|upcoming)\b|^(?!(?:[\w-]+ )?(?:statement|remarks|message|speech)\b).*?\b(?!(?:efforts?|"
            r"commitments?|plans?|actions?|steps|order|support|need|how|ways?|right|bill|call|initiative|work|moves?|"
            r"agree|continues?|ready|opportunity|and)\b)[\w.’'-]+ (?:to|will) (?:pay (?:an? )?(?:[\w-]+ ){0,2}visit|"
            r"visit|travel|(?:co-?)?host|meet (?:virtually )?(?:with|in|at)|attend|participate in|take part in|"
            r"(?:co-?)?chair|receive|welcome|convene|deliver|depart|embark|hold (?:an? |"
            r"the )?(?:[\w-]+ ){0,4}(?:meeting|talks|consultations|dialogue|summit|conference|session|round))\b",
        ),
        ("remarks", "remarks,speech,toast", r"^(?:[\w-]+ )?(?:remarks|speech|toasts?)\b"),
        (
            "joint statement",
            "joint,outcome document,statement,communiqu,declaration,summary",
            r"\bjoint(?:[ -][\w’'-]+){0,3} (?:statement|communiqu[eé]|declaration|release|announcement|outcome|"
            r"message)\b|\b(?:outcome document|concluding statement|co-(?:chairs?|hosts?)['’]? ?(?:summary|statement))|"
            rf"\b{_PLURAL}['’]? (?:[\w-]+ ){{0,2}}(?:statement|communiqu[eé]|declaration)\b|\b(?:statement|"
            rf"communiqu[eé]|declaration) (?:by|of|from) (?:the )?(?:[\w’'-]+ ){{0,5}}(?:{_PLURAL}|{_GROUP})\b|"
            rf"^(?:the )?{_GROUP}\b.* (?:statement|communiqu[eé]|declaration)\b|"
            r"^(?:final |press )?communiqu[eé]\b(?! de presse)|\b(?:summit|ministerial|ministers['’]|"
            r"leaders['’]) (?:communiqu[eé]|declaration)\b|^[\w-]+ declaration\b",
        ),
        (
            "remarks",
            "remarks,speech,keynote,toast,lecture,testimony,eulogy,statement,intervention,address",
            r"\bremarks\b|\bspeech(?:es)?\b|\bkeynote\b|\btoasts?\b|\blecture\b|\btestimony\b|\beulogy\b|\b(?:opening|"
            r"closing|introductory|oral|national) statement\b|\bintervention by\b|(?:^|['’]s (?:[\w-]+ )?)address\b|"
            r"\baddress (?:by|to the nation|at)\b|\bstatement (?:by .{1,80} )?(?:delivered )?(?:at|to|in|during|"
            r"before) the (?:[\w-]+ ){0,4}(?:general )?(?:council|assembly|debate|plenary|board)\b",
        ),
        (
            "statement",
            "statement,comment,response,replies",
            r"\bstatement\b|\bcomments? (?:by|from|of)\b|\b(?:response|replies) to (?:a )?(?:media|press)\b",
        ),
        ("release", "press,media,news", r"\b(?:press|media|news) (?:release|note|notice)\b"),
    )
)
# A short first line that says no more than the kind.
_LABELS = _signs(
    (
        ("readout", "readout,read-out", r"read-?out"),
        (
            "transcript",
            "transcript,oe,doorstop",
            r"(?:e ?& ?oe )?(?:(?:full|rush|verbatim|edited) )?transcript|e ?& ?oe\b.{0,20}|.{0,20}\bdoorstop\b",
        ),
        ("fact sheet", "sheet,backgrounder", r"(?:joint )?fact ?sheet|backgrounder"),
        ("announcement", "advisory,alert,raiser", r"(?:media|press) advisory|advisory|media alert|curtain[- ]raiser"),
        (
            "joint statement",
            "statement,communiqu,declaration,release,outcome",
            r"joint (?:[\w-]+ ){0,2}(?:statement|communiqu[eé]|declaration|release)|communiqu[eé]|outcome document|"
            r"(?:the )?(?:text of the )?(?:following|below) (?:is the text of (?:a|"
            r"the) )?(?:is )?(?:a )?(?:joint )?(?:statement|communiqu[eé]) (?:was |is )?(?:released|issued|agreed upon|"
            r"adopted|made) by (?:the governments of .*|.* and .*)",
        ),
        (
            "remarks",
            "delivered,prepared,given,speech,remarks",
            r"\((?:as )?(?:delivered|prepared|given).*\)|(?:as )?(?:delivered|prepared for delivery)|speech|remarks",
        ),
        ("statement", "statement", r"(?:press |media |official )?statement"),
        (
            "release",
            "release,note,notice",
            r"(?:joint )?(?:press|media|news) (?:release|note|notice).{0,40}|for (?:immediate )?release",
        ),
    )
)
_LABEL_LINES = 5
_LONGEST_LABEL = 400
# A statement about one meeting or call is the readout of it.
_ON_A_MEETING = re.compile(
    r"['’]s? (?:[\w.,’'-]+ ){0,4}(?:meetings?|calls?|conversations?|talks|audience|bilateral)\b|\bmeeting with\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r".{0,400}?\b(?:will|shall|(?:is|are) (?:(?:scheduled|due|expected|set|going) )?to|plans? to) (?:also |then |"
    r"be )?(?:pay|paying|visit|travel|(?:co-?)?host|hold (?!.{0,40}accountable)|be held|held|take place|meet|attend|"
    r"participat|(?:co-?)?chair|lead|arrive|depart|undertake|embark|(?:re)?convene|gather|welcome|receive|take part|"
    r"represent)"
)
_BY_LINE = re.compile(
    r"(?:Office of the Spokesperson|(?:The )?(?:following|below) is attributable.*|[^.:]{0,60}:|Begin text:?|"
    r"[A-Z][^.]{0,60}, (?:Department )?(?:Spokesperson|Secretary of State)|For immediate release|"
    r"[\w ,.:/–-]{0,60}\d{4})",
    re.IGNORECASE,
)
_FIRST_PARAGRAPHS = 6
# The words of speakers in turn: `Q`, `THE PRESIDENT:`, or one name with a colon again and again.
_SPEAKER = re.compile(
    r"^(?:Q[: ] ?(?=[A-Z])|(?:THE|MR|MS|MRS|DR|SENIOR|MODERATOR|QUESTION|PRESIDENT|SECRETARY|PRIME|VICE|AMBASSADOR|"
    r"OPERATOR|ASSISTANT|DEPUTY|MADAM|FOREIGN|SPOKESPERSON|JOURNALIST|REPORTER|INTERVIEWER|HOST|MINISTER|PRESENTER|"
    r"COMPERE|CHANCELLOR|KING|QUEEN|HIGH|GENERAL|ADMIRAL|GOVERNOR|SENATOR|MAYOR|CHAIR|COUNSELOR|UNDER|SPECIAL|EXTERNAL|"
    r"Question|Answer|Journalist|Reporter|Interviewer|Moderator)\b[A-Z .,'-]{0,50}:)",
    re.MULTILINE,
)
_NAMED_SPEAKER = re.compile(r"^([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}): ", re.MULTILINE)
_TURNS = 2
_NAMED_TURNS = 4
_REACH = 6000
# One speaker alone is introduced within this many characters.
_HEAD = 400


def by_title(title: str) -> Kind | None:
    """Return the kind that a title states, None for a title without such words."""
    small = title.lower()
    for sign in _TITLES:
        if sign.words.search(small):
            return sign.kind
    return None


def is_transcript(document: Document) -> bool:
    """Return whether a text has the words of speakers in turn."""
    return _has_turns(document.body[:_REACH])


@lru_cache(maxsize=1)  # several readers of one text ask in turn
def _has_turns(body: str) -> bool:
    if ":" not in body and "Q " not in body:
        return False  # as most texts
    turns = _SPEAKER.finditer(body)
    if sum(1 for _ in zip(turns, range(_TURNS), strict=False)) == _TURNS:
        return True
    if body.count(": ") < _NAMED_TURNS:
        return False
    named = [match[1] for match in _NAMED_SPEAKER.finditer(body)]
    return len(named) >= _NAMED_TURNS and 2 <= len(set(named)) <= len(named) / 2


def is_speech(document: Document) -> bool:
    """Return whether a text begins with the words of a speaker."""
    return _SPEAKER.search(document.body, 0, _HEAD) is not None


def kind_of(document: Document, held: bool) -> Kind | None:
    """Return the kind of a text, None where neither title, first lines nor form show it.

    `held` says whether the text reports a meeting that was held. The words of the title outweigh a label above the
    text; a text that reports a meeting and states no other kind is a readout.
    """
    stated = by_title(document.title)
    if stated == "statement" and held and _ON_A_MEETING.search(document.title):
        return "readout"
    if stated not in (None, "statement", "release"):
        return stated
    label = next(_labels(document.body), None)
    if label not in (None, "statement", "release"):
        return label
    if stated is None and is_transcript(document):
        return "transcript"
    if stated is None and is_speech(document):
        return "remarks"
    if not held and announces(document):
        return "announcement"
    if stated is not None:
        return stated
    return "readout" if held else label


def announces(document: Document) -> bool:
    """Return whether the first sentence of a text announces a visit or meeting to come."""
    paragraphs = [each for each in document.body.split("\n\n", _FIRST_PARAGRAPHS) if not _BY_LINE.fullmatch(each)]
    first = next(iter(sentences(paragraphs[0])), None) if paragraphs else None
    return first is not None and _TO_COME.match(paragraphs[0], first.start, first.end) is not None


def _labels(body: str) -> Iterator[Kind]:
    for line in body.split("\n\n", _LABEL_LINES)[:_LABEL_LINES]:
        if len(line) < _LONGEST_LABEL:
            small = line.strip(" .:").lower()
            for sign in _LABELS:
                if sign.words.fullmatch(small):
                    yield sign.kind
