"""Reads claims that are nouns: `the first in-person meeting of the group since 2019`, `the inaugural dialogue`."""

import re
from collections.abc import Iterator

from briefreader.annotate.meeting.claims.claim_sentence import ClaimSentence, ClaimWord
from briefreader.annotate.meeting.claims.claim_time import is_denied, is_ones_own, time_of
from briefreader.annotate.meeting.claims.claim_words import (
    bodies_in,
    format_in,
    level_in,
    narrower_in,
    scope_in,
    sides_in,
)
from briefreader.model import ClaimTime, FirstClaim, FirstEvent, MeetingLevel, Span

_FIRST = re.compile(r"(?<![\w-])(?P<first>first(?P<ever>[- ]ever)?|inaugural|maiden)(?![\w’'-])", re.IGNORECASE)
_MOST_MODIFIERS = 12
_SUMMIT = "summit"
_LONGEST_TAIL = 16
_ARTICLES = frozenset("the a an this these our its their".split())
_MEETINGS = frozenset(
    "meeting meetings summit summits dialogue dialogues ministerial ministerials talks consultations consultation call "
    "calls session sessions gathering gatherings conference conferences forum forums encounter roundtable convening "
    "conversation conversations seminar symposium workshop webinar event exchange exchanges".split()
)
_VISITS = frozenset("visit visits trip trips".split())
_ACTS = frozenset("exercise exercises training drill drills patrol patrols negotiations".split())
# These are verbs or parts of a meeting unless a word before them shows that they are nouns.
_MEANS_MORE = frozenset("exchange exchanges call calls visit visits training session conversation".split())
# After one of these `first` counts, orders or belongs to a name.
_NO_FIRST = frozenset(
    "lady gentleman nation nations minister vice deputy secretary responder responders half quarter part day days week "
    "weeks month months year years hours minutes term step steps stage phase priority place hand name class family "
    "two three four five six several few couple of and or second amendment person woman man people thing things line "
    "time round".split()
)
# A word before which the search for the noun of the claim ends.
_STOPS = frozenset(
    "of for to in on at by with that which who whom whose when where is are was were be been has have had will would "
    "shall can may the a an this these those our its their his her my your it we they he she as from since after "
    "before during between among than then but nor if while took takes take held hosted met second third".split()
)
# A word that shows that the noun before it is complete: `the first meeting of`, not `the first meeting room`.
_FOLLOWERS = frozenset(
    "of for to in on at by with that which who whom whose when where is are was were be been has have had will would "
    "shall can may since after before during between among than then but and or as from ever this today yesterday "
    "under here also both took takes focused among, held hosted last next marks marked began was, the at, here, there "
    "attended involving including outside over within across since, it we they he she".split()
)
_DETERMINER = re.compile(
    r"(?:\b(?:the|this|our|its|their|an?|another) |['’]s? )(?:(?:\w+ly|very|historic|recent|successful) )*$",
    re.IGNORECASE,
)
# Such a word before the claim makes it a reference to a meeting of the past.
_REFERENCE = re.compile(
    r"\b(?:since [^,;]{3,60} and|since|after|following|from|between|beyond|like|until|unlike|(?:begin|start)\w* with|"
    r"(?:buil[dt]\w*|follow\w*|draw\w*|expand\w*)"
    r"(?: \w+)? (?:up)?on|(?<!occasion )(?<!readout )(?<!statement )(?<!margins )(?<!sidelines )(?<!holding )"
    r"(?<!hosting )(?<!opening )(?<!convening )(?<!launch )(?<!report )(?<!part )(?<!summary )(?<!start )"
    r"(?<!conclusion )(?<!communiqué )(?<!communique )(?<!communiqué on )of) "
    r"(?:the|this|our|its|their|an?|both)? ?(?:\w+ly )?(?:very |historic |recent |successful )*$",
    re.IGNORECASE,
)
# So does what was done there: `announced at the first meeting`.
_MADE_THERE = re.compile(
    r"\b(?:announc|launch|adopt|ma[dk]|sign|agree|establish|creat|initiat|beg[au]n|conversations|discussions|commitments)"
    r"\w*(?: [\w.’'-]+){0,4} (?:at|during|in) (?:the|our|its|their) (?:\w+ly |very |historic )*$",
    re.IGNORECASE,
)
# A meeting that the text welcomes or reviews is another one than that of the text.
_WELCOMED = re.compile(
    r"\b(?:welcom|applaud|commend|not|review|prais|congratulat|recogni[sz]|highlight)(?:e?s|ed|e|ing)?\b"
    r"(?: (?:the|our|its|their|this|a|of|also|and|as well as|successful|recent|success|launch|holding|hosting|"
    r"convening|outcomes?|results?|commended|welcomed))*\s$",
    re.IGNORECASE,
)
_OF_MANY = re.compile(r"\b(?:one|some|two|three|many|several) of (?:the|its|our|their) $|\bamong the $", re.IGNORECASE)
_OF_THE_DAY = re.compile(r"^ of (?:the|this|that|his|her) (?:day|morning|afternoon|evening|trip|visit|week)\b")
_WHO_MET = re.compile(r" (?:of|between|among|at) .+?(?= (?:of|for|in|to|on|by|under|with|since) |,|$)")
_THEIR = re.compile(r"\b(?:their|our) (?:\w+ )?$")
_OF_BODY = re.compile(r" (?:of|for) .+?(?= (?:of|for|in|at|to|on|by|under|between|among|with|since) |,|$)")
_WAS = re.compile(r" (?:was|were|took place|happened)\b")
_NEAR_VERB = 60
"""Characters after the verb of a first meeting in which its date stands."""
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_AT_PLACE = re.compile(r" (?:(?:ever|to be) )?(?:(?:held|hosted) )?(?:in|at|to) (?:the )?")
_ABOUT = re.compile(
    r"\b(?:on(?! the (?:margins|sidelines|occasion))|under|to discuss|dedicated to|by) (?P<of>[^,;]+?)"
    r"(?= (?:since|in|at|between|among) |[,;]|$)"
)
_PREPOSITIONS = frozenset("of between among with for to in at on by under since".split())
# A word with which the phrases that belong to the noun have ended.
_CLAUSE_WORDS = frozenset(
    "that which who whom when where is are was were be been has have had will would shall can may took takes take "
    "focused focuses and as but while reflecting reflects".split()
)
# Words before the noun that do not make the claim smaller.
_IGNORED = frozenset(
    "trilateral bilateral multilateral quadrilateral joint historic very ever official landmark and important "
    "successful productive in person own full new".split()
)


def named_firsts(sentence: ClaimSentence) -> Iterator[FirstClaim]:
    """Yield the claims of a sentence that name a meeting, a visit or an act as the first."""
    for match in _FIRST.finditer(sentence.text, *sentence.span):
        if claim := _claim(sentence, match):
            yield claim


def _claim(sentence: ClaimSentence, match: re.Match[str]) -> FirstClaim | None:
    before = sentence.text[sentence.span.start : match.start()]
    if is_denied(before) or _OF_MANY.search(before) or _REFERENCE.search(before) or _MADE_THERE.search(before):
        return None
    found = _noun(sentence, match.end())
    if found is None:
        return None
    head, modifiers = found
    is_certain = bool(match["ever"]) or match["first"][0].lower() != "f" or match["first"][0] == "F"
    if not is_certain and not _DETERMINER.search(before):
        return None
    if head.small in _MEANS_MORE and not (
        _DETERMINER.search(before) and (modifiers or is_certain or head.small != "session")
    ):
        return None
    after = sentence.text[head.end : sentence.span.end]
    if _OF_THE_DAY.search(after) or is_ones_own(sentence, match.start(), head.end):
        return None
    tail = _tail(sentence, head)
    clause = sentence.clause(match.start(), tail)
    event = _event(head.small)
    named = Span(match.end(), _end_of_name(sentence, head, tail))
    about = _ABOUT.search(sentence.text, head.end, tail)
    words = sentence.said(match.end(), about.start() if about else tail)
    scope = scope_in(sentence.text[head.end : clause.end])
    place, is_place_first = _place(sentence, head, modifiers, event)
    time: ClaimTime = "earlier" if _WELCOMED.search(before) else time_of(sentence, clause, Span(match.start(), tail))
    of_people = _people(sentence, clause, match) if event == "meeting" else ()
    return FirstClaim(
        Span(match.start(), tail),
        sentence.span,
        event,
        time,
        format_in(words) if event == "meeting" else None,
        _level(sentence, match.end(), head, tail) if event == "meeting" else None,
        place if is_place_first else None,
        (*narrower_in(modifiers, sentence, _IGNORED), *_subject(sentence, head, tail), *of_people),
        bodies_in(sentence, named),
        sides_in(sentence, Span(match.end(), head.end)),
        _words(modifiers, head) if event == "act" else (_SUMMIT,) if head.small.startswith(_SUMMIT) else (),
        scope.words,
        scope.since,
        scope.years,
        _day(sentence, clause, match, head, tail),
    )


def _day(sentence: ClaimSentence, clause: Span, match: re.Match[str], head: ClaimWord, tail: int) -> str | None:
    """Return the date of the event: after the noun, after its verb (`the first meeting was in May`), or before."""
    verb = _WAS.match(sentence.text, tail)
    end = min(clause.end, verb.end() + _NEAR_VERB) if verb else tail
    since = _SINCE.search(sentence.text, head.end, end)
    after = sentence.day(head.end, since.start() if since else end)
    return after or sentence.day(clause.start, match.start(), is_apart=True)


def _level(sentence: ClaimSentence, start: int, head: ClaimWord, tail: int) -> MeetingLevel | None:
    """Return the level in the words before the noun, or of those who met: `the first meeting of leaders`."""
    found = _WHO_MET.match(sentence.text, head.end, tail)
    return level_in(sentence.text[start : found.end() if found else head.end])


def _people(sentence: ClaimSentence, clause: Span, match: re.Match[str]) -> tuple[str, ...]:
    """Return the people who hold *their* first meeting: it is the first of these two, not of their offices."""
    if not _THEIR.search(sentence.text[clause.start : match.start()]):
        return ()
    return tuple(dict.fromkeys(each.canonical for each in sentence.names(clause.start, match.start(), "PERSON")))


def _end_of_name(sentence: ClaimSentence, head: ClaimWord, tail: int) -> int:
    """Return the end of the name of a body after the noun: `the first meeting *of the Harbour Group* in Oslo`."""
    found = _OF_BODY.match(sentence.text, head.end, tail)
    return found.end() if found else head.end


def _noun(sentence: ClaimSentence, start: int) -> tuple[ClaimWord, list[ClaimWord]] | None:
    """Return the noun of an event after `first` and the words between; a noun before a further noun is none."""
    modifiers: list[ClaimWord] = []
    words = [*sentence.words(start, sentence.span.end)][: _MOST_MODIFIERS + 3]
    if not words or words[0].small in _NO_FIRST:
        return None
    head: ClaimWord | None = None
    for number, word in enumerate(words[:_MOST_MODIFIERS]):
        if _event_or_none(word.small):
            following = words[number + 1] if number + 1 < len(words) and not word.ends else None
            if following and _event_or_none(following.small):
                modifiers.append(word)
                continue
            head = word
            if following is None or _ends_phrase(following, sentence, word):
                return head, modifiers
            if not following.text[:1].isupper():
                return None
        if word.ends or word.small in _STOPS:
            return None
        modifiers.append(word)
    return None


def _ends_phrase(word: ClaimWord, sentence: ClaimSentence, head: ClaimWord) -> bool:
    """Return whether a noun ends before a word; a name in capitals may go on: `Training Center`."""
    if word.text[:1].isupper() and head.text[:1].isupper():
        mention = sentence.mention_at(word.start)
        return word.small in _FOLLOWERS or (mention is not None and mention.start == word.start)
    return word.small in _FOLLOWERS or word.small.endswith(("ed", "ing", "ly")) or not word.text[:1].islower()


def _event_or_none(word: str) -> FirstEvent | None:
    word = word.removesuffix("’s").removesuffix("'s").rstrip("*’'")
    return "meeting" if word in _MEETINGS else "visit" if word in _VISITS else "act" if word in _ACTS else None


def _event(word: str) -> FirstEvent:
    return _event_or_none(word) or "meeting"


def _tail(sentence: ClaimSentence, head: ClaimWord) -> int:
    """Return the end of the phrases with prepositions that follow the noun."""
    end, is_open, before = head.end, not head.ends, head.small
    words = [head, *sentence.words(head.end, sentence.span.end)]
    if words[0].ends or sentence.text[head.end : head.end + 1] in ",.;:)":
        return end
    for word in words[1:_LONGEST_TAIL]:
        is_joint = word.small == "and" and sentence.text[word.end + 1 : word.end + 2].isupper()
        if not is_open or (word.text in _CLAUSE_WORDS and not is_joint):
            break
        if end == head.end and word.small not in _PREPOSITIONS:
            break
        is_adjective = before in _ARTICLES
        if word.text.islower() and word.small.endswith(("ed", "ing")) and not is_adjective:
            break
        end, is_open, before = word.end, not word.ends, word.small
    return end


def _place(
    sentence: ClaimSentence, head: ClaimWord, modifiers: list[ClaimWord], event: FirstEvent
) -> tuple[str | None, bool]:
    """Return the place that stands right after the noun, and whether it is part of what is first.

    `in Oslo` after the name of a body only tells where its first meeting was; `the first meeting in Oslo` may mean
    both.
    """
    found = _AT_PLACE.match(sentence.text, head.end)
    if found is None:
        return None, False
    place = sentence.mention_at(found.end())
    if place is None or place.type != "PLACE":
        return None, False
    return place.canonical, event == "visit" or not bodies_in(
        sentence, Span(modifiers[0].start, head.end) if modifiers else Span(head.start, head.start)
    )


def _subject(sentence: ClaimSentence, head: ClaimWord, tail: int) -> tuple[str, ...]:
    """Return the words after a noun that say on what, under whom or by whom it is the first, none on a date."""
    for found in _ABOUT.finditer(sentence.text, head.end, tail):
        on = sentence.mention_at(found.start("of"))
        if on is None or on.type != "DATE":
            return (sentence.said(*found.span()),)
    return ()


def _words(modifiers: list[ClaimWord], head: ClaimWord) -> tuple[str, ...]:
    return tuple(word.text for word in (*modifiers, head))
