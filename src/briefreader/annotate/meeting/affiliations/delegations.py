"""Reads the sides of people from the delegation, side or country that they lead, belong to or represent."""

import re
from collections.abc import Callable, Iterator, Sequence

from briefreader.annotate.text.masked_sentences import COUNTRY, NORP, ORG, PERSON, MaskedSentence, hinted, pattern

_GROUP = r"(?:delegations?|side|team|contingent|group of officials)"
_OWNER = r"(?P<side><CNO>)(?: \(<CNO>\))?(?:'s?)?"
_ADJECTIVES = (
    r"(?: (?!(?:an?|the|his|her|its|their|and|or|with|by|from|to|in|for|of|at|on|as|met|meets?|receive[sd]|"
    r"host(?:s|ed)|welcome[sd]|visit(?:s|ed)|held|holds)\b)(?:[a-z][\w-]*|Congressional|Parliamentary|Senate|Government|"
    r"Ministerial)){0,3}"
)
# Each of the expressions stands with pieces of which a sentence has one; nearly all sentences have none.
_GROUP_HINTS = ("delegation", "side", "team", "contingent", "officials")
# These begin the people of a side; they reach to the next side or to the end of the sentence.
_LISTS = (
    hinted(
        rf"{_OWNER}{_ADJECTIVES} {_GROUP}[^.;<P>]{{0,60}}?\b(?:led|headed|represented|chaired|co-?headed|comprised|"
        r"presided over) (?:up )?by\b",
        *_GROUP_HINTS,
    ),
    hinted(
        rf"{_OWNER}{_ADJECTIVES} {_GROUP}(?:,? (?:also|which|that|further|now|[a-z]{{3,12}}ly)){{0,2}},? "
        r"(?:included|includes|including|comprised|comprises|comprising|consisted of|consists of|composed of|"
        r"made up of|"
        r"(?:were|was|are):? (?=(?:[A-Z][\w.]* )*<TP>))",
        *_GROUP_HINTS,
    ),
    hinted(rf"{_GROUP} (?:of|from) (?:the )?{_OWNER}[^.;<P>]{{0,60}}?\b(?:led|headed|chaired) by\b", *_GROUP_HINTS),
    hinted(
        rf"{_GROUP} (?:of|from) (?:the )?{_OWNER},? (?:also )?(?:included|includes|including|comprised|comprising|"
        r"consisted of)\b",
        *_GROUP_HINTS,
    ),
    hinted(rf"{_OWNER}{_ADJECTIVES} {_GROUP} (?:was |were )?(?:led |headed )?by\b", *_GROUP_HINTS),
    # `Maltese lawmakers headed by Lund`, `Maltese business leaders, among them Lund`, `and the Maltese one by Lund`
    hinted(
        rf"(?P<side><CN>)(?:'s)?{_ADJECTIVES} [a-z-]+s,? (?:(?:led|headed|chaired|co-?chaired) by|under the "
        r"(?:leadership|chairmanship|chair) of|among (?:them|whom))\b",
        "ed by",
        "leadership of",
        "chairmanship of",
        "chair of",
        "among them",
        "among whom",
    ),
    hinted(rf"\b[Tt]he {_OWNER} one,? (?:was |were |is )?(?:led |headed |chaired |represented )?by\b", " one"),
    hinted(
        r"\b(?:[Pp]resident|[Mm]inister|[Kk]ing|[Qq]ueen|[Ee]mir|[Ss]ultan|[Pp]remier|[Cc]hancellor|[Ss]ecretary|"
        r"[Cc]ommissioner|[Aa]mbassador) of (?:the )?(?P<side><C>) (?:was |is )?(?:accompanied|flanked|assisted) by\b",
        "accompanied by",
        "flanked by",
        "assisted by",
    ),
    hinted(r"(?P<side><CO>)(?: \(<CO>\))? (?:was|were|is|being) (?:also )?represented by\b", "represented by"),
    hinted(r"(?:, |; |\band )(?:the )?(?P<side><CO>) by (?=(?:<T>|[A-Z][\w.]*|the|its|[,' ])*<P>)", " by "),
    hinted(rf"\b(?:[Ff]rom|[Oo]n|[Ff]or|[Oo]n behalf of) the {_OWNER}(?: \w+)? side,?", " side"),
    hinted(
        r"\b(?:[Oo]n behalf of|[Rr]epresenting|For) (?:the )?(?:Government of )?"
        r"(?:the )?(?P<side><CO>)(?:,| were:?| was| by)",
        "ehalf of",
        "epresenting",
        "For ",
    ),
    hinted(r"\b[Ff]rom (?:the )?(?P<side><CO>):", ":"),
    hinted(
        r"(?P<side><CO>)(?: \(<CO>\))?, (?:which was |and )?(?:led|headed|represented) by\b",
        "led by",
        "headed by",
        "represented by",
    ),
)
# Countries and people in the same order: `the Foreign Ministers of Malta, Peru and Fiji, Borg, Ruiz and Vula`.
_PARALLEL = pattern(
    r"(?:<T>|[Mm]inisters|[Pp]residents|[Ll]eaders|[Aa]mbassadors) of (?P<sides>(?:the )?<C>(?:, (?:the )?<C>)*,? and "
    r"(?:the )?<C>),? (?P<people>(?:[A-Z][a-z]{0,2}\. )*<P>(?:, (?:[A-Z][a-z]{0,2}\. )*<P>)*,? and "
    r"(?:[A-Z][a-z]{0,2}\. )*<P>)"
)
_TWO = ("first", "second")
_PAIR = pattern(
    r"\b(?:between|"
    r"[Oo]f) (?:the )?(?:<O> of )?(?:the )?(?P<first><CN>),? and (?:the )?(?:<O> of )?(?:the )?(?P<second><CN>)"
)
_RESPECTIVELY = pattern(
    r"\bby (?:<T>|[^<P>.;])*(?P<first><P>)[^<P>.;]* and [^<P>.;]*(?P<second><P>)[^<P>.;]*,? respectively\b"
)
# `A presented her credentials to B as Ambassador of Malta`
_PRESENTED = pattern(
    r"(?P<envoy><P>)[^<P>.;]{0,80}\bpresent(?:ed|s) (?:his|her|their) [^;]{0,200}\bas (?:the )?(?:[a-z]+ )?"
    r"(?:<T>|(?:Ambassador|High Commissioner|Permanent Representative)(?:[ -](?:and|[A-Z][a-z]+))*) of (?:the )?"
    r"(?P<side><C>)"
)
_HOLDER = (
    r"(?:minister|ambassador|president|spokes\w+|envoy|secretary|chancellor|commissioner|diplomat|premier|consul)\b"
)
# These stand behind the people of a side.
_BEHIND = (
    hinted(
        r"\b(?:[Ll]ed|[Hh]eaded|[Ll]eads|[Hh]eads|lead|head|leading|heading|co-led) (?:the |a |an )?"
        rf"(?:(?!with|to|in|of|for|at)[\w-]+ ){{0,2}}(?P<side><CNO>)(?:'s?)?{_ADJECTIVES} {_GROUP}",
        *_GROUP_HINTS,
    ),
    hinted(
        r"\b(?:[Ll]ed|[Hh]eaded|[Ll]eads|[Hh]eads|lead|head|leading|heading) (?:the |a |an )?(?:[\w-]+ ){0,2}"
        rf"{_GROUP} (?:of|from) (?:the )?(?P<side><CNO>)",
        *_GROUP_HINTS,
    ),
    hinted(
        r"\b(?:represented|represents|representing) (?:the )?(?:Government of )?(?:the )?(?P<side><CNO>)", "represent"
    ),
    hinted(
        r"\b(?:signed|spoke|attended|took part|participated|acted|initialled) (?:for|on behalf of) (?:the )?"
        r"(?:Government of )?(?:the )?(?P<side><CO>)",
        "ed for",
        "spoke for",
        "part for",
        "ehalf of",
    ),
    hinted(r", on behalf of (?:the )?(?:Government of )?(?:the )?(?P<side><CO>)", "ehalf of"),
    hinted(
        rf",? ?(?:who )?(?:was |is )?(?:the )?(?:[Hh]ead|[Ll]eader) of (?:the )?(?P<side><CNO>)(?:'s?)?{_ADJECTIVES} "
        r"(?:[Dd]elegation|side)",
        "ead of",
        "eader of",
    ),
)
# The person stands at the end of this.
_HEAD_OF_MISSION = pattern(
    r"\b[Hh]ead of (?:the )?(?:(?:[Dd]elegation|[Mm]ission|[Oo]ffice) of (?:the )?)?(?P<side><CNO>)(?:'s?)?"
    r"(?: [a-z-]+)?(?: (?:[Dd]elegation|[Mm]ission|[Oo]ffice))?(?: (?:to|in|at) (?:the )?<CLRO>)?,? (?:<T>,? )?"
    r"(?:(?:H\.E\.|Mrs?\.?|Ms\.?|Dr\.?|Amb\.?|Prof\.?) )*(?=<P>)"
)
# So do offices in small letters: `Lund, the new ambassador of Malta`.
_HOLDERS = (
    pattern(rf", (?:the )?(?:new |outgoing |visiting )?(?P<side><CNO>)(?:'s)? (?:[a-z-]+ ){{0,3}}{_HOLDER}"),
    pattern(rf", (?:the )?(?:[a-z-]+ ){{0,4}}{_HOLDER} (?:of|from) (?:the )?(?P<side><C>)"),
)
_SMALL_HOLDER = re.compile(rf"\b{_HOLDER}")
_NEXT = pattern(
    rf"\b(?:while|whereas)\b|;|<CNO>(?:'s?)?{_ADJECTIVES} {_GROUP}\b|\b(?:met|held|visited|called on|received) "
    r"|\b[Tt]he <CNO> one\b|(?:, |; |\band )(?:the )?<CO> by\b|<CO> (?:was|were) represented|"
    r"<CO>(?: \(<CO>\))?, (?:led|headed|represented) by"
    r"|\bin (?:a )?(?:meetings?|talks|discussions) with\b|\bwith (?:the )?<CNO>"
)
# Only these words stand between people of one side before a verb.
LISTED = pattern(
    r"(?:<TOCNRXE>|[\s,().'’&-]|\b(?:and|of|the|for|to|in|as|well|Mr|Mrs|Ms|Dr|H|E|Hon|Amb|His|Her|Excellency)\b)*"
)
# A line that ends so heads a list of people, one a line.
_HEADING = pattern(
    rf"^(?:(?:[Tt]he|[Ff]rom|[Ff]or|[Oo]n behalf of|[Mm]embers of|[Pp]articipants from) ?)*(?P<side><CNO>)(?:'s?)?"
    rf"{_ADJECTIVES}(?: {_GROUP}| [Pp]articipants| [Dd]elegation| [Ss]ide)?(?: \w+){{0,2}}:$"
)
_LINE = pattern(r"^[^<P>a-z]{0,12}(?:[A-Z][\w.']*\s)*(?:<T>[^<P>]{0,60})?<P>")


def sides_of_members(
    sentences: Sequence[MaskedSentence], side_at: Callable[[int], str | None]
) -> Iterator[tuple[int, str]]:
    """Yield the mentions of people with the side whose delegation they lead, belong to or represent.

    `side_at` gives the side that a mention names by the number of the mention.
    """
    heading: str | None = None
    pair: tuple[str, ...] = ()
    for sentence in sentences:
        for match in _PAIR.finditer(sentence.masked) if " and " in sentence.masked else ():
            found_sides = [side_at(sentence.mention_at[match.start(group)]) for group in _TWO]
            pair = tuple(side for side in found_sides if side)
        yield from _in_order(sentence, side_at, pair)
        found = _HEADING.search(sentence.masked) if sentence.masked.endswith(":") else None
        if found:
            heading = side_at(sentence.mention_at[found.start("side")])
            continue
        if PERSON not in sentence.masked:
            heading = None
            continue
        if heading and _LINE.search(sentence.masked):
            yield from ((number, heading) for number in sentence.mentions(PERSON))
            continue
        heading = None
        yield from _in_sentence(sentence, side_at)


def _in_order(
    sentence: MaskedSentence, side_at: Callable[[int], str | None], pair: tuple[str, ...]
) -> Iterator[tuple[int, str]]:
    """Yield people who are listed in the order of their sides; `pair` holds the two sides named last."""
    masked = sentence.masked
    for match in _PARALLEL.finditer(masked) if masked.count(PERSON) > 1 else ():
        sides = [side_at(number) for number in sentence.mentions(COUNTRY, *match.span("sides"))]
        people = sentence.mentions(PERSON, *match.span("people"))
        if len(sides) == len(people):
            yield from ((number, side) for number, side in zip(people, sides, strict=True) if side)
    if len(pair) == len(_TWO) and "respectively" in masked and (named := _RESPECTIVELY.search(masked)):
        yield from zip((sentence.mention_at[named.start(group)] for group in _TWO), pair, strict=True)
    if "crede" in masked.lower() and (told := _PRESENTED.search(masked)):
        side = side_at(sentence.mention_at[told.start("side")])
        if side:
            yield sentence.mention_at[told.start("envoy")], side


def _in_sentence(sentence: MaskedSentence, side_at: Callable[[int], str | None]) -> Iterator[tuple[int, str]]:
    masked = sentence.masked
    if not sentence.mentions(COUNTRY + NORP + ORG):
        return
    held = _SMALL_HOLDER.search(masked) is not None
    for expression in _LISTS:
        for match in expression.finditer(masked):
            side = side_at(sentence.mention_at[match.start("side")])
            if side is None:
                continue
            stop = _NEXT.search(masked, match.end())
            end = stop.start() if stop else len(masked)
            yield from ((number, side) for number in sentence.mentions(PERSON, match.end(), end))
    for match in _HEAD_OF_MISSION.finditer(masked) if "ead of" in masked else ():
        side = side_at(sentence.mention_at[match.start("side")])
        if side is not None:
            yield sentence.mention_at[match.end()], side
    for expression in (*_BEHIND, *(_HOLDERS if held else ())):
        for match in expression.finditer(masked):
            side = side_at(sentence.mention_at[match.start("side")])
            if side is not None:
                yield from ((number, side) for number in _people_before(sentence, match.start()))


def _people_before(sentence: MaskedSentence, at: int) -> Iterator[int]:
    """Yield the people listed directly before a place in a sentence, the last first."""
    for start in sorted((place for place in sentence.mention_at if place < at), reverse=True):
        if sentence.masked[start] == PERSON:
            if not LISTED.fullmatch(sentence.masked, start + 1, at):
                break
            yield sentence.mention_at[start]
            at = start
