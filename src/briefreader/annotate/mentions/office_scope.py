"""Finds the scope of an office: the field after it, and the places and bodies that are names of their own."""

from briefreader.annotate.mentions.dates import MONTHS, WEEKDAYS
from briefreader.annotate.mentions.head_nouns import HEAD_NOUNS
from briefreader.annotate.mentions.name_words import is_own_word
from briefreader.annotate.mentions.office_bodies import (
    BODY_ENDS,
    SEATS,
    body_end,
    chief_end,
    owned_seat_end,
    state_end,
)
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.names.gazetteer import NameSpan
from briefreader.annotate.names.given_names import ANY_GIVEN_NAMES
from briefreader.annotate.text.honorifics import HONORIFICS
from briefreader.annotate.text.tokens import BREAK
from briefreader.annotate.text.words import FUNCTION_WORDS, is_body_acronym, is_field_word, office_head

# The field of these offices may follow `on`.
_ON = frozenset("Rapporteur Representative Envoy Adviser Advisor Coordinator".split())
# A tail that begins with one of these is the name of a body.
_BODIES = frozenset(
    "Bureau Office Department Ministry Committee Council Agency Commission Directorate Embassy Consulate Mission "
    "Delegation Secretariat Chancellery Chamber House Cabinet Parliament Senate Congress".split()
)
_OF_BODIES = frozenset("Federal National State General Presidential Central Executive Royal Supreme Regional".split())
# A word of a field may follow these in small letters.
_ADJECTIVES = frozenset(
    "Foreign International Regional External Economic National Internal Public Home European Political Social Local "
    "Global Bilateral Multilateral Legal Consular Financial Higher Environmental Maritime Defence Defense".split()
)
_HALVES = frozenset("Co Inter Non Anti Counter Self Socio Geo Sub Multi Cross".split())
_MOST_PARTS = 4
_QUARTERS = frozenset("North South East West Central Northern Southern Eastern Western Southeast Northeast".split())
_REGIONS = frozenset("province region prefecture state city county oblast district governorate".split())
# These departments have names of one word: `Departments of State and Defense`.
_SHORT_DEPARTMENTS = frozenset("State Treasury Defense Energy Commerce Justice Labor".split())
_GOVERNMENT = frozenset("countries nationalities".split())


def office_scope(context: DocumentContext, at: int) -> tuple[int, int]:
    """Return the token after the office with its field, and the token after places and bodies that follow.

    A field is part of the office (`for Arms Control and International Security`); a tail of places or bodies alone
    (`for the DPRK`) holds names of their own.
    """
    end = tail = at
    tokens = context.tokens
    while tokens.word(tail) in ("of", "for", "to", "on", "at", "in"):
        if tokens.word(tail) in ("in", "at") and (seat := _seat(context, tail + 1)):
            own, tail = seat
            return (tail if own and tail > end and end == at else end), tail
        if tokens.word(tail) == "on" and tokens.word(at - 1) not in _ON:
            break
        stop, whole = name_tail(context, tail + 1)
        if stop == tail + 1:
            break
        if whole or tail > end:
            tail = stop  # nothing after a separate name is part of the office
        elif tokens.word(tail) in ("at", "in"):
            break
        else:
            tail = end = stop
        if tail > end and tokens.word(tail) in _REGIONS and context.is_a(tail - 1, "PLACE"):
            tail += 1  # `Governor of Hunan province`
        if tail > end and tokens.word(tail) == "(" and tokens.word(tail + 1).isupper() and tokens.word(tail + 2) == ")":
            tail += 3  # `Secretary-General of the International Maritime Organization (IMO)`
    return end, tail


def _seat(context: DocumentContext, at: int) -> tuple[bool, int] | None:
    """Return whether the seat of an office is part of it, and the token after the seat, None where none begins.

    `Minister in the Presidency` is one name, and in `Secretary of State in the Chancellery of the President` a body
    follows the office.
    """
    tokens = context.tokens
    at += tokens.word(at) == "the"
    if tokens.word(at) == "Presidency" and tokens.word(at + 1) != "of":
        return True, at + 1
    if owned := owned_seat_end(context, at):
        return True, owned
    if tokens.word(at) not in SEATS:
        return None
    stop = at + 1
    while tokens.word(stop) in ("of", "for"):
        begin = stop + 1
        after = chief_end(context, begin + (tokens.word(begin) == "the")) or name_tail(context, begin)[0]
        if after == begin:
            break
        stop = after
    return False, stop


def name_tail(context: DocumentContext, at: int, *, of_office: bool = True) -> tuple[int, bool]:
    """Return the token after the capitalized words of a tail, and whether they are only places and bodies.

    A tail includes lists with commas and `and` (`Europe and North America`, `Verification, and Compliance`); it ends
    before an office, a person or a clause. The tail of an office also ends before a word that occurs in no field,
    because the name of a person follows it.
    """
    tokens = context.tokens
    start = end = at
    whole = True
    parts = 0
    body = at + (tokens.word(at) == "the")
    is_body = tokens.word(body + (tokens.word(body) in _OF_BODIES)) in _BODIES
    following: int | None = at
    while following is not None:
        at = following
        article = tokens.word(at) in ("a", "an") and tokens.word(at - 1) == "for" and not of_office
        at += tokens.word(at) in ("the", "The") or (article and tokens.word(at + 1) not in HEAD_NOUNS)
        part = _part(context, at, of_office)
        if part is None:
            break
        end, is_name = part
        whole = whole and is_name
        parts += 1
        following = _next_part(context, end, is_name, of_office, parts)
    # A bare `Parliament` or `Cabinet` is no name: `Member of Parliament`, `Head of Cabinet`.
    named = end > body + 1 or (tokens.word(end) == "of" and tokens.word(body - 1) == "the")
    return (end, whole or (is_body and named)) if parts else (start, False)


def _part(context: DocumentContext, at: int, of_office: bool) -> tuple[int, bool] | None:
    """Return the token after one part of a tail and whether the part is a place or body, None without a part."""
    end = at
    found = context.listed_at.get(at)
    while found and found.first == at and found.name.section in _GOVERNMENT and context.is_a(found.last, "ORG"):
        at = found.last  # `of the U.S. Joint Chiefs of Staff`
        found = context.listed_at.get(at)
    country = of_office and found is not None and found.first == at and found.name.section in _GOVERNMENT
    if found and country and context.tokens.word(found.last) in ("Embassy", "Consulate", "Mission"):
        return found.last + 1, True  # `of the Ghanaian Embassy to the United States`
    if of_office and (chief := chief_end(context, at)) and (body_end(context, at) or 0) <= chief:
        return chief, False
    if of_office and (pair := _pair_end(context, at)):
        return pair, True
    is_name = False
    types = ("PLACE", "ORG", "AGREEMENT", "EVENT") if of_office else ("PLACE", "ORG")
    if found and found.first == at and found.type in types and context.tokens.word(at) not in _SHORT_DEPARTMENTS:
        end = found.last
        is_name = not _in_field(context, end, False) or (of_office and _opens_name(context, found))
        is_name = is_name and not (of_office and _with_people(context, end))
        if of_office and is_name and found.type == "ORG" and context.tokens.word(end) in BODY_ENDS:
            return end + 1, True  # `President of the ECOWAS Commission`
    if not is_name and of_office and end == at and is_body_acronym(context.tokens.word(at)):
        return body_end(context, at) or at + 1, True  # `Chairperson of RJMEC`
    if of_office and end == at and (state := state_end(context, at)):
        return state, True
    while not is_name and _in_field(context, end, end == at or not of_office):
        end += 1
    if of_office and not is_name and (body := body_end(context, at)):
        return body, True
    if of_office and not is_name and end > at and context.is_a(end - 1, "NORP") and context.is_name_word(end):
        end = at  # a people alone is no field: `Head of Palestinian General Intelligence`
    if end == at:
        return None
    return end, is_name


def _opens_name(context: DocumentContext, country: NameSpan) -> bool:
    """Return whether a person named like a city or a word follows a country: `of Malta Florence Lund`."""
    at = country.last
    is_given = context.is_a(at, "PLACE") or context.tokens.word(at) in ANY_GIVEN_NAMES
    return country.name.section == "countries" and is_given and is_own_word(context, at + 1)


def _with_people(context: DocumentContext, at: int) -> bool:
    """Return whether a people's affairs follow a place: `for Israel and Palestinian Affairs`."""
    people = context.listed_at.get(at + 1)
    joined = context.tokens.word(at) in ("and", "&") and people is not None and people.type == "NORP"
    return people is not None and joined and is_field_word(context.tokens.word(people.last))


def _pair_end(context: DocumentContext, at: int) -> int | None:
    """Return the token after two regions with one noun (`South and Central Asia`), None where none begin."""
    tokens = context.tokens
    pair = tokens.word(at) in _QUARTERS and tokens.word(at + 1) == "and" and tokens.word(at + 2) in _QUARTERS
    return context.listed_at[at + 2].last if pair and context.is_a(at + 2, "PLACE") else None


def _next_part(context: DocumentContext, end: int, is_name: bool, of_office: bool, parts: int) -> int | None:
    """Return the first token of the next part of a tail after a comma, `and` or a preposition, None at the end."""
    tokens = context.tokens
    joint = tokens.word(end)
    at = end + 1
    if joint == ",":
        if tokens.word(at) in ("and", "&"):
            at += 1
            if not of_office and not is_name and tokens.word(at) == "the":
                return None  # another name follows
        elif not _list_goes_on(context, at):
            return None
    elif joint in ("and", "&"):
        if not of_office and not is_name and tokens.word(at) == "the":
            return None  # another name follows: `the Treaty on Outer Space and the ...`
    elif joint == "the" and not of_office and not is_name and tokens.word(end - 1).endswith("ing"):
        at = end  # `Conference on Supporting the Future`
    elif (
        joint not in ("of", "for", "in")
        or is_name
        or parts >= _MOST_PARTS
        or not tokens.word(at)[:1].isupper()
        or context.is_a(at, "PLACE", "ORG")
        or _pair_end(context, at)
    ):
        return None
    return at if _goes_on(context, at, is_name) and (not of_office or is_name or _is_field(context, at)) else None


def _is_field(context: DocumentContext, at: int) -> bool:
    """Return whether the next part of a tail begins with a word of a field."""
    at += context.tokens.word(at) == "the"
    if context.is_a(at, "NORP"):
        return is_field_word(context.tokens.word(context.listed_at[at].last))
    if is_field_word(context.tokens.word(at)) or context.is_a(at, "PLACE", "ORG") or _is_prefix(context, at):
        return True
    # An unknown word is a field before a country: `Minister of Foreign Affairs and Concord of Malta`.
    after = context.tokens.word(at + 1)
    return (
        context.is_name_word(at)
        and after == "of"
        and context.is_a(at + 2 + (context.tokens.word(at + 2) == "the"), "PLACE")
    )


def _in_field(context: DocumentContext, at: int, opening: bool) -> bool:
    """Return whether a token belongs to the field of an office; the first token of a field may be any name word."""
    tokens = context.tokens
    word = tokens.word(at)
    if word == "-" and tokens.glued(at) and tokens.glued(at + 1) and tokens.word(at + 1)[:1].isalpha():
        return not context.is_a(at - 1, "PERSON")
    if not word[:1].isupper():
        if tokens.word(at - 1) in _ADJECTIVES:
            return not opening and is_field_word(word.capitalize())  # `Foreign affairs`, `International cooperation`
        return word.isalpha() and tokens.glued(at) and tokens.word(at - 1) == "-"
    if tokens.word(at - 1) == "-" and tokens.glued(at):
        return True  # `Gender-Based`
    if word in FUNCTION_WORDS or word in HONORIFICS or word in MONTHS or word in WEEKDAYS or context.is_a(at, "PERSON"):
        return False
    if office_head(word) and not is_field_word(word):
        return False
    if is_field_word(word) or context.is_a(at, "PLACE", "NORP", "ORG") or _is_prefix(context, at):
        return word != "General" or opening
    return opening


def _is_prefix(context: DocumentContext, at: int) -> bool:
    """Return whether a word is the first half of a word with a hyphen: `Co-operation`, `Inter-Provincial`."""
    tokens = context.tokens
    return tokens.word(at) in _HALVES and tokens.word(at + 1) == "-" and tokens.glued(at + 1)


def _list_goes_on(context: DocumentContext, at: int) -> bool:
    """Return whether a list continues after a comma: further parts and then `and`."""
    tokens = context.tokens
    if not context.is_name_word(at) or _is_office(tokens.word(at)):
        return False
    ahead = at
    while ahead < at + 6 and tokens.word(ahead) not in (BREAK, ".", ";", ""):
        if tokens.word(ahead) in ("and", "&"):
            after = ahead + 1 + (tokens.word(ahead + 1) == "the")
            return context.is_name_word(after) and not _is_office(tokens.word(after))
        if not (tokens.word(ahead)[:1].isupper() or tokens.word(ahead) in (",", "-", "in", "of")):
            return False
        ahead += 1
    return False


def _is_office(word: str) -> bool:
    """Return whether a word is the head noun of an office and no department (`Labor, Justice, and Commerce`)."""
    return office_head(word) is not None and word not in _SHORT_DEPARTMENTS


def _goes_on(context: DocumentContext, at: int, is_name: bool) -> bool:
    """Return whether a tail continues at a token; `is_name` says that its last part is a place or body."""
    tokens = context.tokens
    at += tokens.word(at) == "the"
    word = tokens.word(at)
    if not context.is_name_word(at) or _is_office(word) or context.is_a(at, "PERSON", "NORP" if is_name else "PERSON"):
        return False
    if context.is_a(at, "PLACE", "ORG") and not is_name and word not in _SHORT_DEPARTMENTS:
        after = context.listed_at[at].last
        if is_field_word(tokens.word(after)):
            return True  # `and Pacific Affairs`
        return _is_wide(context, at) and tokens.word(after) in ("and", ",") and is_field_word(tokens.word(after + 1))
    # A second office may follow: `and Defense Minister X`.
    ahead = at
    while context.is_name_word(ahead) and ahead < at + 4:
        if _is_office(tokens.word(ahead)):
            return False
        ahead += 1
    if not is_name or context.is_a(at, "PLACE", "ORG"):
        return True
    before = at - 1 - (tokens.word(at - 1) in ("and", "&", ",", "the"))
    return is_field_word(word) and _is_wide(context, before)  # `for Europe and Foreign Affairs`


def _is_wide(context: DocumentContext, at: int) -> bool:
    """Return whether a region or the European Union, which a portfolio may name, stands at a token."""
    name = context.name_at(at)
    return name is not None and (name.section == "regions" or name.name == "European Union")
