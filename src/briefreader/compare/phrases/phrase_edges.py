"""Finds runs of words that can be told as a phrase: they begin and end where a group of words around a noun does."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from briefreader.compare.wording import SMALL_WORDS, Wording

SHORTEST, LONGEST = 2, 6
"""Words of a phrase."""

WORDS_KEPT = 1 << 16
"""Words whose form is remembered."""

_BETWEEN_WORDS = re.compile(r"\s+|[-‐‑]")
_AFTER_OWNER = re.compile(r"['’]s? $")
_HYPHENS = frozenset("-‐‑")
_OPENING = frozenset(" \n\t\"“”'‘([*_•–—")
"""Signs after which a word begins; after others, such as that of degrees, it is part of a figure."""

_CLOSING = frozenset("'’-‐‑°&/")
"""Signs before which a word is part of something longer: `the region’s`."""

_INSIDE = frozenset("of to in for and or on with by against the a an our their its between among under over".split())
"""Small words that stand inside a phrase."""

_OTHER_SMALL = frozenset(
    "i you he she us them his her him my your if when while where there here than then but not no nor so because since "
    "until unless whether though although can could may might must shall should do does did cannot being also both "
    "each every any all such more most less least very too only just well even yet again still already across after "
    "before during through throughout within without toward towards into onto upon about above below beyond behind "
    "amid around along alone away often together early far ever everywhere nowhere somewhere once twice alongside near "
    "despite except including regarding concerning per via whose whom what how why further furthermore moreover "
    "however therefore against among amongst between over under out up off down alike itself themselves ourselves "
    "himself herself other others another many much few several some these those following due based given "
    "today".split()
)
SMALL = SMALL_WORDS | _OTHER_SMALL | _INSIDE
"""Words that are no part of a group around a noun, or stand between two of them."""

_CONJUNCTIONS = frozenset(("and", "or"))

_PAST = frozenset(
    "held made took met gave said set led began begun became brought built came chose done drew fought found gone grew "
    "kept knew known laid lost meant paid put ran saw sent shown spoke spent stood taken taught thought told undertook "
    "understood went won wrote written wore arose arisen wrought sought grown driven".split()
)
_BASE = frozenset(
    "change conduct denounce limit wage champion accelerate accompany achieve acquire adapt add address adopt advance "
    "affirm agree aim allow announce apply arise ask assist avoid become begin believe bolster bring broaden build "
    "call carry combat come commence commend commit complete condemn confirm confront consider continue contribute "
    "convene converse coordinate counter create deepen define deliver demonstrate deny deploy detail deter detect "
    "determine develop discuss drive emphasize emphasise empower enable encourage engage enhance ensure establish "
    "examine exchange expand expect explore express extend face facilitate find finalize finalise foster fulfill "
    "fulfil gather get give go grow have help highlight hold identify implement improve include increase inform "
    "integrate intend intensify introduce invite involve jeopardize join keep know launch lead learn leave leverage "
    "look maintain make manage meet mitigate mobilize mobilise monitor note obtain occur offer operate oppose "
    "participate pose prepare present preserve prevent prioritize prioritise proceed produce procure promote protect "
    "provide pursue raise reach reaffirm receive recognize recognise recommend reduce refrain reiterate reject remain "
    "remind require resolve respect respond restore safeguard say secure see seek send serve share shape show speak "
    "stand start state strengthen stress strive submit summon support sustain tackle take target think threaten "
    "transform transition turn uncover undermine underline underscore understand underpin undertake unlock uphold urge "
    "use utilize utilise welcome work write".split()
)
"""Verbs in their base form, of which some are nouns as well."""

_NOUNS_TOO = frozenset(
    "change conduct limit wage champion address advance aim call complete counter deal exchange face help increase "
    "launch look note offer pose resolve respect share shape show stand start state stress support target transition "
    "turn use work report drive present detail".split()
)
_ADJECTIVE = re.compile(r"\w{2,}(?:al|ic|ous|ive|able|ible|ful|ary|ant|less|ern|ial)")
_NOUNS_LIKE_ADJECTIVES = frozenset(
    "proposal arsenal capital approval survival initiative directive objective perspective traffic public republic "
    "topic pandemic epidemic narrative withdrawal denial renewal individual official potential appraisal arrival "
    "journal trial material signal goal deal refusal disposal removal portal rival festival memorial tribunal canal "
    "metal coal professional alternative representative executive incentive motive collective cooperative archive "
    "drive detective music logic fabric critic clinic arctic antarctic mechanic statistic academic characteristic "
    "table cable vegetable variable boundary library summary territory salary january february military secretary "
    "contrary adversary treasury participant applicant migrant grant plant assistant covenant restaurant warrant "
    "immigrant combatant pollutant hospital terminal criminal minimal dismissal referral reprisal rehearsal betrayal "
    "credential differential perpetual intellectual native live five dive missive offensive".split()
)
_ADJECTIVES = frozenset(
    "safe secure free open new strong clear full key joint good high low large small late wide deep broad rapid robust "
    "swift resilient transparent efficient urgent recent current different consistent permanent independent sufficient "
    "prominent frequent prudent coherent imminent diverse inclusive direct proud equal fair just great major minor "
    "long short near common mutual such own same entire whole various further stronger greater better higher lower "
    "deeper broader closer wider larger smaller earlier later best highest strongest largest unmanned".split()
)
_NOUNS_IN_ING = frozenset(
    "building financing training fishing warning demining funding meeting planning monitoring sharing lending pricing "
    "housing banking shipping manufacturing processing recycling trafficking smuggling laundering hearing "
    "understanding learning mapping sequencing testing mining engineering reporting screening computing being standing "
    "bombing shelling killing crossing briefing logging farming refining clearing proceeding holding setting spending "
    "wellbeing offering ruling saving stockpiling targeting trading licensing networking policing sourcing staffing "
    "modeling modelling forecasting bargaining counseling reprocessing landing overcrowding".split()
)
_NO_VERBS_IN_ATE = "clim|mand|priv|deb|candid|certific|corpor|deleg|consul|advoc|affili|aggreg|estim|sen|gradu|magistr"
_VERB_IN_ATE = re.compile(rf"(?!(?:inter)?(?:{_NO_VERBS_IN_ATE})ate)\w{{4,}}ate")
_OF_PREPOSITIONS = frozenset(
    "connection respect accordance line light order terms addition view regard support".split()
)
"""Nouns of prepositions of several words: `in accordance with`."""

_ARTICLES = frozenset("the a an our their its his her this these those".split())
_DETERMINERS = _ARTICLES | {"that", "to"}
_BEFORE_PARTICIPLE = (_INSIDE | _ARTICLES) - _CONJUNCTIONS
"""Words after which a form in -ed is no predicate: `the attempted annexation`."""

_LONGEST_NOT_PAST = len("need")


def phrase_ranges(wording: Wording, barred: bytearray) -> Iterator[tuple[int, int]]:
    """Yield the ranges of words that can be a phrase; none has a barred word."""
    edges, words, size = _Edges(wording), wording.words, len(wording.words)
    ends = [not barred[number] and _is_last(words[number]) and edges.can_end(number) for number in range(size)]
    for first in range(size):
        if barred[first] or not _is_first(words[first]) or not edges.can_begin(first):
            continue
        joined = 0
        for at in range(first + 1, min(size, first + LONGEST)):
            joined += words[at] in _CONJUNCTIONS
            if joined > 1 or barred[at] or not edges.can_go_on(at, first):
                break
            if ends[at] and edges.is_more_than_a_compound(first, at + 1):
                yield first, at + 1


class _Edges:
    """The places of a text where a phrase can begin, go on and end, as far as forms of words and signs tell."""

    def __init__(self, wording: Wording) -> None:
        self._text, self._words, self._spans = wording.text, wording.words, wording.spans
        gaps = (wording.text[before.end : after.start] for before, after in pairwise(wording.spans))
        self._is_joined = [False, *(gap == " " or bool(_BETWEEN_WORDS.fullmatch(gap)) for gap in gaps), False]

    def _follows(self, number: int) -> str:
        """Return the word that nothing but a space or a hyphen parts from a word before it; none at the end."""
        return self._words[number + 1] if self._is_joined[number + 1] else ""

    def can_begin(self, number: int) -> bool:
        """Return whether a phrase begins at a word that can be the first: in no figure, name, or predicate."""
        word, start = self._words[number], self._spans[number].start
        if start and self._text[start - 1] not in _OPENING:
            return False
        is_joined = self._is_joined[number]
        if self._is_capital(number) and (
            (is_joined and self._is_capital(number - 1)) or _AFTER_OWNER.search(self._text, max(0, start - 4), start)
        ):
            return False
        if _is_past(word):
            before = self._words[number - 1] if is_joined else "and"
            return self._follows(number) not in SMALL and (before in _BEFORE_PARTICIPLE or is_verb_form(before))
        follows = self._follows(number)
        return not ((word.endswith("ing") and follows in SMALL) or (follows in _ARTICLES and word not in _BASE))

    def can_end(self, number: int) -> bool:
        """Return whether a group of words ends with a word that can be its last: nothing that belongs to it follows."""
        word, follows, stop = self._words[number], self._follows(number), self._spans[number].end
        if word in _OF_PREPOSITIONS and number and self._words[number - 1] in ("in", "with"):
            return False
        can_be_verb = word.endswith("ing") or word in _BASE or word.removesuffix("s") in _BASE
        if self._text[stop : stop + 1] in _CLOSING or (can_be_verb and follows in _DETERMINERS):
            return False
        if not follows or follows in SMALL or follows.endswith("ly") or _is_past(follows) or is_verb_form(follows):
            return True
        return follows.endswith("ing") and self._follows(number + 1) in _DETERMINERS

    def can_go_on(self, number: int, first: int) -> bool:
        """Return whether a phrase that begins at a word goes on over another: no verb with an object, and no clause."""
        if not self._is_joined[number]:
            return False
        word, before, follows = self._words[number], self._words[number - 1], self._follows(number)
        if word in _CONJUNCTIONS:
            return not (follows in SMALL or follows.endswith("ing") or is_verb_form(follows) or _is_past(follows))
        if word in SMALL:
            has_object = (
                word in _ARTICLES and number > first + 1 and before not in SMALL
            )  # `the paper details our plan`
            return word in _INSIDE and not has_object and not (word == "to" and follows in _BASE)
        if _is_past(word):
            is_participle = (
                before in SMALL or before.endswith("ly") or self._text[self._spans[number].start - 1] in _HYPHENS
            )
            return is_participle and follows not in SMALL
        return not (is_verb_form(word) or (word.endswith("ly") and follows in SMALL))

    def is_more_than_a_compound(self, first: int, end: int) -> bool:
        """Return whether a space parts the words of a range."""
        return len(self._text[self._spans[first].start : self._spans[end - 1].end].split()) > 1

    def _is_capital(self, number: int) -> bool:
        return self._text[self._spans[number].start].isupper()


@lru_cache(WORDS_KEPT)
def is_verb_form(word: str) -> bool:
    """Return whether a word is a verb, as far as its form alone tells."""
    base = word.removesuffix("s")
    return word in _PAST or (base in _BASE and base not in _NOUNS_TOO)


@lru_cache(WORDS_KEPT)
def _is_first(word: str) -> bool:
    """Return whether a word can be the first of a phrase."""
    return not (word in SMALL or word in _PAST or word.endswith("ly") or (word not in _BASE and is_verb_form(word)))


@lru_cache(WORDS_KEPT)
def _is_last(word: str) -> bool:
    """Return whether a word can be the last of a phrase: a noun."""
    if word in SMALL or is_verb_form(word) or _is_past(word) or word.endswith("ly") or _VERB_IN_ATE.fullmatch(word):
        return False
    is_adjective = _ADJECTIVE.fullmatch(word) is not None and word not in _NOUNS_LIKE_ADJECTIVES
    return not (is_adjective or word in _ADJECTIVES or (word.endswith("ing") and word not in _NOUNS_IN_ING))


def _is_past(word: str) -> bool:
    return word.endswith("ed") and not word.endswith("eed") and len(word) > _LONGEST_NOT_PAST
