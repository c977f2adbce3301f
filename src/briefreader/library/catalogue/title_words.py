"""Shortens titles: leaves out what many titles of a library share, and says the kind of text in a word."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

_SAMPLE = 1500
"""Titles that the shared words are found from: counting all those of a large library would take too long."""

_LEAST_TITLES = 6
_LEAST_SHARE = 0.005  # of the titles, for a shared opening
_LEAST_ENDING_SHARE = 0.1
_MOST_WORDS = 8
_TITLES_KEPT = 1 << 10

_BY = r"(?:by|from|of) (?:the )?(?P<who>[^\s].{2,200}?)"
# The words that end the name of who speaks: those that begin the subject, and those between both.
_SUBJECT = (
    r" (?:(?:on|regarding|at|in) (?:the |an? )?(?=\S)"
    r"|(?=(?:before|after|following|during|aboard|en route|to (?!the (?:vice )?president)|as|with|welcoming|marking|"
    r"celebrating|announcing|honoring|congratulating|condemning|urging|recognizing|commemorating|calling|highlighting|"
    r"introducing|delivering|discussing|acknowledging) ))"
)
_DATE = r"(?:, (?=\S)|$)"
_TITLE_WORDS = (
    r"President|Minister|Secretary|Chancellor|Premier|Prince|King|Queen|Sheikh|Lady|Gentleman|Advis[eo]r|Coordinator|"
    r"Director|Administrator|Ambassador|Envoy|Chairman|Chair|Speaker|Emir|Amir|Sultan|Taoiseach|Chief of Staff|APNSA|"
    r"Spokes(?:person|man|woman)|Secretary-General|Secretary General|Representative|Senator|General Secretary|Pope"
)
_OFFICE_FIRST = (
    rf"(?:the )?(?:(?:[A-Z][\w.&’'-]*) ){{0,4}}?(?:{_TITLE_WORDS})(?:-elect|-Elect)?"
    r"(?: (?:of|for) (?:the )?(?:[A-Z][\w-]+)(?:(?:,? and|,| &) [A-Z]\w+)*(?: [A-Z]\w+(?= [A-Z]\w+ [A-Z]))?)? "
    r"(?=[A-Z][\w’'.-]+)"
)
_SEVERAL = r",? and (?:the )?|, "
_KIND_WORDS = r"\b(?:briefing|remarks|statement|call|meeting|travel|visit|letter|order|message)\b"
_MOST_SPEAKERS = 3
_MOST_OFFICES = 3
_LONGEST_NAME = 5  # words
_ORNAMENTS = "✅❌⚡★☆●•▶►🚨📣 "
_KEPT_SPEAKERS = r"(?:a )?senior (?:administration|state department|\w+) officials?"
_SUFFIX = r",? (?:Jr|Sr|II|III|IV)\b\.?"
_SHORTER = {"Prime Minister ": "PM ", "Foreign Minister ": "FM "}
_CALLS = (
    "call|phone call|pull[- ]aside|conversation|meeting|meetings|visit|trip|travel|engagement|roundtable|remarks|"
    "participation"
)
_KINDS: tuple[tuple[str, str], ...] = tuple(
    (kind, pattern)
    for kind, patterns in (
        (
            "",
            (
                r"(?:readout (?:of|from) (?:the )?)?(?P<who>(?:[^\s,’']+,? ){0,8}?[^\s’']+)[’']s? "
                rf"(?:\w+ )?(?P<kind>{_CALLS})s? (?:with|to|in|on) (?:the )?",
                rf"readout (?:of|from) (?:the )?(?=(?:\w+ ){{0,5}}(?:{_TITLE_WORDS}) )(?P<who>[^’']{{3,60}}?) (?:\w+ )?"
                rf"(?P<kind>{_CALLS})s? with (?:the )?",
            ),
        ),
        ("readout", (r"readout (?:of|from) (?:the )?",)),
        ("facts", (r"(?:fact|background) ?sheet\s*[:–-]*\s*",)),
        (
            "joint",
            (
                rf"joint (?:press )?(?:statement|conference|declaration|remarks|communiqu[eé]) {_BY}{_SUBJECT}",
                r"joint (?:press )?(?:statement|conference|declaration|remarks|communiqu[eé])"
                r"(?: (?:by|from|of|on|regarding))? (?:the )?",
            ),
        ),
        *(
            (kind, (rf"{words} {_BY}{_SUBJECT}", rf"{words} {_BY}{_DATE}", rf"{words} (?:on|regarding|at) (?:the )?"))
            for kind, words in (
                ("remarks", r"remarks(?: as prepared for delivery)?"),
                ("statement", r"(?:press )?statement"),
                ("briefing", r"(?:on-the-record |background )?press (?:briefing|call|conference)s?"),
                ("gaggle", r"(?:on-the-record )?press gaggle"),
            )
        ),
        ("decree", (r"(?:a )?proclamation (?:on |to )?(?:the )?",)),
        ("order", (r"executive order (?:on |to )?(?:the )?",)),
        ("memo", (r"(?:presidential )?memorandum (?:on |for )?(?:the )?",)),
        ("message", (r"(?:presidential )?message (?:on |to )?(?:the )?",)),
        ("letter", (r"(?:a |text of a )?letter (?:to |from )?(?:the )?",)),
        ("notice", (r"(?:a )?(?:press release[ –-]+)?notice (?:on |of |to )?(?:the )?",)),
        ("bill", (r"bills? signed\s*[:–-]?\s*",)),
        ("media", (r"media (?:note|advisory)\s*[:–-]\s*",)),
        ("icymi", (r"icymi\s*[:–-]\s*",)),
        ("video", (r"videos?\s*[:–-]\s*",)),
    )
    for pattern in patterns
)
_PARTS = r"\s+[|–—-]\s+"


@lru_cache(maxsize=1)
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the expressions of the kinds, which are compiled once the first title is shown."""
    return tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)


class ShortTitle(NamedTuple):
    """A title in few words: the kind of text if the title names it, the subject, and who speaks."""

    kind: str
    subject: str
    speaker: str

    @property
    def text(self) -> str:
        """The subject and the speaker."""
        return " · ".join(part for part in (self.subject, self.speaker) if part)


class TitleWords:
    """Shortens the titles of a library by the words that they share."""

    def __init__(self, titles: Iterable[str] = ()) -> None:
        every = list(titles)
        if every:
            _kinds()  # here rather than on the thread that draws
        sample = every[:: max(1, len(every) // _SAMPLE)]
        openings: Counter[str] = Counter()
        endings: Counter[str] = Counter()
        for title in sample:
            openings.update([*accumulate(title.split(" ", _MOST_WORDS)[:_MOST_WORDS], "{} {}".format)][1:])
            parts = re.split(_PARTS, title)
            if len(parts) > 1:
                endings[parts[-1]] += 1
        least = max(_LEAST_TITLES, _LEAST_SHARE * len(sample))
        self._openings = {opening for opening, count in openings.items() if count >= least and _is_whole(opening)}
        least_ending = max(_LEAST_TITLES, _LEAST_ENDING_SHARE * len(sample))
        self._endings = {ending for ending, count in endings.items() if count >= least_ending}
        self.short = lru_cache(_TITLES_KEPT)(self._short)

    def _short(self, title: str) -> ShortTitle:
        """Return a title in few words."""
        title = self._without_ending(" ".join(title.lstrip(_ORNAMENTS).split()))
        beyond = self._without_opening(title)
        return self._of_kind(title) or self._of_kind(beyond) or ShortTitle(_kind_in(title, beyond), _begun(beyond), "")

    def _of_kind(self, title: str) -> ShortTitle | None:
        """Return a title in few words if it begins with the words of a kind of text."""
        for kind, opening in _kinds():
            found = opening.match(title)
            if not found:
                continue
            named = found.groupdict()
            rest = title[found.end() :]
            speaker = _speakers(named["who"]) if named.get("who") else ""
            if not rest:
                return ShortTitle(kind, speaker or _begun(named.get("who") or title), "")
            beyond = self._without_opening(title)
            if not speaker and len(beyond) < len(rest):
                rest = beyond
            return ShortTitle(kind or named["kind"].lower().removeprefix("phone "), _begun(rest), speaker)
        return None

    def _without_ending(self, title: str) -> str:
        parts = re.split(_PARTS, title)
        if len(parts) > 1 and parts[-1] in self._endings:
            return title[: -len(parts[-1])].rstrip(" |–—-") or title
        return title

    def _without_opening(self, title: str) -> str:
        """Return a title without the longest opening that many titles share, if words are left that tell it."""
        words = title.split(" ")
        for count in range(min(len(words) - 2, _MOST_WORDS), 1, -1):
            if " ".join(words[:count]) in self._openings and words[count][:1].isupper():
                return " ".join(words[count:])
        return title


def _kind_in(title: str, rest: str) -> str:
    """Return the kind of text that the words left out of a title name."""
    found = re.search(_KIND_WORDS, title[: len(title) - len(rest)], re.IGNORECASE)
    return found[0].lower() if found else ""


def _is_whole(opening: str) -> bool:
    """Return whether an opening is more than the beginning of a name, as `The United` is."""
    return opening.count(" ") > 1 or opening.endswith(":") or bool(re.match(f"(?:{_TITLE_WORDS})\\b", opening))


def _speakers(words: str) -> str:
    """Return the last words of the names of those who speak, without their offices; empty where words are no names."""
    if re.fullmatch(_KEPT_SPEAKERS, words, re.IGNORECASE):
        return "officials"
    people = [_without_offices(part.strip()) for part in re.split(_SEVERAL, re.sub(_SUFFIX, "", words))]
    if len(people[0].split()) > _LONGEST_NAME:
        return ""
    named = [last for person in people if (last := _last_word(person))[:1].isupper()]
    return ", ".join(dict.fromkeys(named[:_MOST_SPEAKERS])) or words


def _last_word(person: str) -> str:
    return person.partition(" of ")[0].rsplit(" ", 1)[-1]


def _begun(rest: str) -> str:
    """Return words with a capital at the start and without the offices of the person that they begin with."""
    plain = _without_offices(rest)
    for words, short in _SHORTER.items():
        plain = plain.replace(words, short)
    return plain[:1].upper() + plain[1:]


def _without_offices(words: str) -> str:
    for _ in range(_MOST_OFFICES):
        office = re.match(_OFFICE_FIRST, words)
        if office is None:
            break
        words = words[office.end() :]
    return words
