"""Recognizes offices and military ranks with their scope."""

from briefreader.annotate.mentions import ranks
from briefreader.annotate.mentions.capital_lines import in_title_case
from briefreader.annotate.mentions.office_bodies import BODY_ENDS, SEATS, bracket_end
from briefreader.annotate.mentions.office_scope import office_scope
from briefreader.annotate.mentions.office_start import MODIFIERS, office_start
from briefreader.annotate.mentions.small_offices import SMALL_HEADS, Office, in_small_letters
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.honorifics import HONORIFICS
from briefreader.annotate.text.word_classes import WordClass
from briefreader.annotate.text.words import (
    FUNCTION_WORDS,
    OFFICE_ACRONYMS,
    OFFICE_HEADS,
    PARTICLES,
    RANK_ABBREVIATIONS,
    SHIP_PREFIXES,
    is_field_word,
    office_head,
)

# These are offices only together with another word.
_NEVER_ALONE = frozenset(
    "Deputy Principal Attorney Chief Assistant Officer Associate Delegate Fellow Aide Lord Head Scientist Economist "
    "Surgeon Major Official Member Counsel Dean Custodian Auditor Solicitor Convener Whip Besar Regent".split()
)
_AFTER_HYPHEN = frozenset("designate elect in at Large General Office Chief delegate Designate Elect".split())
_FURTHER_HEADS = frozenset(
    "Sergeant Master Marshal Whip Leader Elect Designate Executive Plenipotentiary Commanding".split()
)
# Before another capitalized word these only begin an office.
_PREFIXES = frozenset("Deputy Principal Assistant Associate".split())
# These offices are also given names or surnames.
_GIVEN = frozenset("Sultan Dean Earl Duke Baron Regent King Judge Marshal Rector".split())
# The offices that one word begins and that no pattern describes.
_FIXED = {
    "Custodian": ["of", "the", "Two", "Holy", "Mosques"],
    "Yang": ["di", "-", "Pertuan", "Agong"],
    "Dean": ["of", "the", "Diplomatic", "Corps"],
}
# `Leader` is an office after one of these or before `of` and one of the others; else it describes a person.
_LEADERS = frozenset("Majority Minority Opposition Supreme Squadron Floor Deputy House Senate".split())
_LED = (["of", "the", "Opposition"], ["of", "the", "House"], ["of", "the", "Senate"], ["of", "Opposition"])
_AD_INTERIM = (["ad", "interim"], ["a", ".", "i", "."], ["pro", "tempore"])
# An office that begins with one of these may be owned by another: `the Secretary-General's Personal Envoy`.
_OWNED = frozenset("Special Personal Envoy Representative".split())
# After `Ambassador` and `Envoy` these words show the rank of a head of mission.
_PLENIPOTENTIARY = (
    ["Extraordinary", "and", "Plenipotentiary"],
    ["Extraordinary", "and", "Minister", "Plenipotentiary"],
)
_SHIPS = SHIP_PREFIXES | {"RSS", "RV", "MV"}
# These words can be the head noun of an office.
_HEADS = WordClass.of(
    SMALL_HEADS
    | RANK_ABBREVIATIONS
    | frozenset(OFFICE_ACRONYMS)
    | {spelling for word in OFFICE_HEADS for spelling in (word, word.upper()) if office_head(spelling)}
)


def find(context: DocumentContext) -> list[Office]:
    """Return the offices of a text in order, with or without a person beside them."""
    offices: list[Office] = []
    context = in_title_case(context)
    tokens = context.tokens
    earliest = 0
    for index in tokens.indexes_in(_HEADS):
        if index < earliest or tokens.word(index - 1) in _SHIPS:
            continue
        word = tokens.words[index]
        office = in_small_letters(context, index) if word in SMALL_HEADS else _at(context, index, earliest)
        if office:
            if offices and _is_one(context, offices[-1], office):
                office = office._replace(first=offices.pop().first)
            offices.append(office)
            earliest = max(office.last, office.tail, index + 1)
    return offices


def _is_one(context: DocumentContext, before: Office, office: Office) -> bool:
    """Return whether two offices are one: with a slash between, or the envoy of the first: `President's Envoy`."""
    words = context.tokens.words
    if before.last != before.tail or office.first != before.last + 1:
        return False
    joint = words[before.last]
    return joint == "/" or (joint == "'s" and words[office.first] in _OWNED)


def _at(context: DocumentContext, index: int, earliest: int) -> Office | None:
    """Return the office at a rank, an acronym or a head noun with a capital."""
    tokens = context.tokens
    word = tokens.words[index]
    rank = ranks.abbreviation_end(context, index)
    if rank > index:
        return Office(index, rank, rank)
    is_name = context.is_name_word(index + 1) and not context.is_a(index + 1, "PLACE", "NORP", "ORG")
    if word in OFFICE_ACRONYMS and is_name:
        first = index
        while (
            first > earliest
            and is_field_word(tokens.words[first - 1])
            and tokens.words[first - 1][0].isupper()
            and tokens.words[first - 1] not in FUNCTION_WORDS
        ):
            first -= 1  # `Foreign Affairs PS`
        return Office(first, index + 1, index + 1)
    if office_head(word) is None or (
        context.is_a(index, "PERSON") and context.listed_at[index].last - context.listed_at[index].first > 1
    ):
        return None
    if word in _PREFIXES and tokens.word(index + 1)[:1].isupper():
        return None
    if word in _GIVEN and _is_given(context, index):
        return None
    if word == "Charge" and tokens.word(index + 1).lower() != "d":
        return None
    fixed = _FIXED.get(word, [])
    last = index + 1 + len(fixed)
    if fixed and tokens.words[index + 1 : last] == fixed:
        return Office(index, last, last)
    if word in ("Yang", "Custodian"):
        return None
    if word in ("Leader", "Leaders") and tokens.words[index - 1] not in _LEADERS:
        last = next(
            (index + 1 + len(after) for after in _LED if tokens.words[index + 1 : index + 1 + len(after)] == after), 0
        )
        return Office(index, last, last) if last else None
    return _around(context, index, earliest)


def _is_given(context: DocumentContext, index: int) -> bool:
    """Return whether a word that is an office and a given name is a name: `Dr. Sultan Al Jaber`, `Ahmed Sultan`."""
    tokens = context.tokens
    before = tokens.word(index - 1)
    title = tokens.word(index - 2) if before == "." else before
    if title.rstrip(".") in ("Mr", "Dr", "Ms", "Eng", "Amb", "Prof", "Mrs") or tokens.word(index + 1) in PARTICLES:
        return True
    of_office = is_field_word(before) or office_head(before) is not None or before in HONORIFICS
    return context.is_name_word(index - 1) and not of_office and not context.is_a(index - 1, "NORP", "PLACE", "ORG")


def _around(context: DocumentContext, index: int, earliest: int) -> Office | None:
    """Return the office around a head noun: the words before it, further head nouns, and its scope."""
    tokens = context.tokens
    first = office_start(context, index, earliest)
    if tokens.word(first - 1) == "of" and tokens.word(first - 2) in BODY_ENDS | SEATS:
        while first < index and tokens.words[first] not in MODIFIERS and not office_head(tokens.words[first]):
            first += 1  # `Office of Coral Affairs Deputy Director`
    last = index + 1
    while (after := _further(context, last)) > last:
        last = after
    opening = tokens.words[index]
    if (
        last - first == 1
        and opening in _NEVER_ALONE
        and (tokens.word(last) not in ("of", "for") and tokens.words[last : last + 2] != ["to", "the"])
    ):
        return None
    if opening in ("Member", "Members") and (
        last > index + 1 or first < index or tokens.word(last) != "of" or opening == "Members"
    ):
        return None
    if any(word in _SHIPS for word in tokens.words[first - 1 : index] if first):
        return None
    last = _ad_interim(context, bracket_end(context, last))
    end, tail = office_scope(context, last)
    after_scope = _ad_interim(context, bracket_end(context, end)) if tail == end else end
    if tail == end == after_scope > index + 1 and tokens.word(end) == "II":
        after_scope += 1  # `Minister of Foreign Affairs II`
    tail = max(tail, after_scope)
    # After an office `Prince` is a form of address.
    return Office(first, after_scope, tail + (tokens.word(tail) in ("Prince", "Princess")))


def _further(context: DocumentContext, last: int) -> int:
    """Return the token after one more part of a compound head noun, the token itself without one."""
    tokens = context.tokens
    word = tokens.word(last)
    after = tokens.word(last + 1)
    if word in ("-", "/") and tokens.glued(last) and (office_head(after) or after in _AFTER_HYPHEN):
        return last + 2
    if word == "/" and tokens.words[last + 1 : last + 4] == ["Vice", "-", "President"]:
        return last + 4  # `High Representative/Vice-President`
    if word == "/" and after[:1].isupper() and office_head(tokens.word(last + 2)):
        return last + 3
    for words in _PLENIPOTENTIARY:
        if tokens.words[last : last + len(words)] == words:
            return last + len(words)
    if office_head(word) and word != "Prince":
        return last if ranks.opens_another(tokens.word(last - 1), word) else last + 1
    if word in _FURTHER_HEADS:
        return last + 1
    if (word == "of" and after in ("Staff", "Mission", "Party")) or (word == "de" and after == "Mission"):
        return last + 2
    if word == "d" and after == "'" and tokens.word(last + 2).lower() == "affaires":
        return last + 3
    return last


def _ad_interim(context: DocumentContext, at: int) -> int:
    """Return the token after `a.i.` or `ad interim`, the token itself without it."""
    tokens = context.tokens
    open_bracket = tokens.word(at) == "("
    begin = at + open_bracket
    if tokens.word(begin)[:1] not in ("a", "A", "p", "P"):
        return at
    last = begin
    if tokens.word(begin).lower() in ("a.i", "a.i."):
        last = begin + 1 + (tokens.word(begin + 1) == "." and tokens.word(begin) == "a.i")
    for words in _AD_INTERIM:
        if [word.lower() for word in tokens.words[begin : begin + len(words)]] == words:
            last = begin + len(words)
    if last == begin:
        return at
    if open_bracket:
        return last + 1 if tokens.word(last) == ")" else at
    return last
