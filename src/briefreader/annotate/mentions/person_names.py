"""Recognizes the name of a person by its form: given names, particles, initials and suffixes."""

from briefreader.annotate.mentions.dates import WEEKDAYS
from briefreader.annotate.mentions.name_words import is_initial
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.names.family_names import FAMILY_FIRST
from briefreader.annotate.names.given_names import GIVEN_NAMES
from briefreader.annotate.text.common_words import is_common
from briefreader.annotate.text.honorifics import ALSO_SURNAMES, NEVER_IN_NAMES, POST_NOMINALS
from briefreader.annotate.text.words import (
    FIELD_WORDS,
    FUNCTION_WORDS,
    HEADLINE_WORDS,
    PARTICLES,
    RANK_ABBREVIATIONS,
    SUFFIXES,
    UNDOTTED_RANKS,
    office_head,
)

_MOST_WORDS = 9
# These head nouns of offices are also surnames.
_SURNAMES = frozenset(
    "Law Power Parks Small King Major Bishop Pope Judge Marshal Earl Duke Baron Cardinal Speaker Fellow Mayor Sultan "
    "Amir Emir Prince Commander".split()
)
# These names of peoples are also given names.
_ALSO_GIVEN = frozenset("Christian German Roman Norman".split())
# These words of offices, bodies and headings are part of no person's name.
_NEVER = frozenset(WEEKDAYS) | frozenset(
    "Commanding Vice Prime First Second Part Committee Council Department Departments Agencies Subcommittee Judiciary "
    "Court Ministry Office Members Member Group Bureau Embassy Embassies Consulate Mission Board Authority Commission "
    "Task Association Alliance Federation Caucus Institution University College School Center Centre Valley County "
    "District Circuit Division Section System Service Initiative Initiatives Program Programs Project Fund Grants "
    "Endowment Advisory Interagency Executive Order Orders Provisions Schedule Review Equity Assistance Violence Tool "
    "Screening Extraordinary Plenipotentiary Republican Republicans Democrat Democrats CEO CFO COO CTO Emeritus "
    "Emerita Tempore Performing Previewing Honoring Working Medal Lady Counsel Manager Advocate ET EST EDT Affaires "
    "Inc Ltd Corp Holdings Airport Airlines Highway".split()
)
# These family names are also function words.
_FUNCTION_SURNAMES = frozenset("He To An So My Than No Do May Will On In Let Shall".split())
# With a dot these are ranks: `Gen. Brown`.
_RANKS = RANK_ABBREVIATIONS | {"Pvt"}
_UNDOTTED = UNDOTTED_RANKS | {"Amb", "Pvt"}
# A dot follows these short forms of given names: `Md. Touhid`, `Ma. Theresa`, `Yu. Petrov`.
SHORTENED = frozenset("Ma Md Mohd Moh Muh Mhd Abd Wm Yu Kh Sh Ch Zh Ts Th Ye Ya Dzh Chr Joh St Geo Jos Chas".split())
# The Arabic article takes the sound of the letter after it and is then written with a hyphen.
_ARTICLES = frozenset("ad adh an ar as ash at ath az".split())
# Names have these words in small letters.
_MAY_CONTINUE = PARTICLES | _ARTICLES | {"a", "s", "d", "l"}
# The words `son of` and `daughter of` of Central Asia and the Caucasus stand after the name of the father.
_AFTER_FATHER = frozenset("uulu kyzy qizi gyzy ogly oglu oghlu".split())
_JOINTS = frozenset(("-", "'", "‑", "‐"))
_QUOTES = frozenset("\"'“”‘")
# After a hyphen these make an adjective of a name: `Biden-led`.
_AFTER_HYPHEN = frozenset(
    "designate elect led based era backed hosted chaired brokered aligned style like loyal supported sponsored "
    "mediated initiated friendly appointed type held run owned linked born made proposed".split()
)
# The letters between the words `son of` and `daughter of` in names of Malaysia and Singapore: `a/l`, `s/o`.
_CHILD_OF = frozenset(("al", "ap", "so", "do"))


def name_end(context: DocumentContext, index: int, *, strict: bool = False) -> int:
    """Return the token after the name of a person that begins at index, index itself where no name begins.

    With `strict` a name has two words or more and no listed place or body; a name without an office or a form of
    address before it needs this.
    """
    tokens = context.tokens
    known = context.listed_at.get(index)
    given = tokens.word(index) in GIVEN_NAMES and not context.is_a(index, "NORP")
    at = index
    count = 0
    if known and known.first == index and known.type == "PERSON" and known.last - index > 1:
        at = known.last
        if not _begins_with_particle(context, at):
            return _suffixed(context, at + _has_second_surname(context, at))
        count = 2
    ends = [at]
    while count < _MOST_WORDS:
        if count and _is_nickname(context, at):
            at += 3  # `Jose "Babe" Marsh`
        after = _word_end(context, at, first=at == index, strict=strict, given=given)
        if after == at or (count > 1 and tokens.words[at] == tokens.words[index] and len(tokens.words[at]) > 1):
            break
        count += 1
        at = after
        ends.append(at)
    while len(ends) > 1 and _is_no_end(context, ends[-2], ends[-1]):
        ends.pop()
        count -= 1
    at = ends[-1]
    ends_in_field = tokens.word(at - 1) in FIELD_WORDS and tokens.word(at - 1) not in _SURNAMES
    if at == index or (strict and (count < 2 or ends_in_field)):
        return index
    return _suffixed(context, at)


def _is_nickname(context: DocumentContext, at: int) -> bool:
    """Return whether a nickname in quotes stands inside a name."""
    tokens = context.tokens
    if tokens.word(at) not in _QUOTES or tokens.word(at + 2) not in _QUOTES:
        return False
    return context.is_name_word(at + 1) and context.is_name_word(at + 3) and tokens.glued(at + 1)


def _is_no_end(context: DocumentContext, first: int, last: int) -> bool:
    """Return whether the last word of a name is a particle or an initial, which another word must follow."""
    word = context.tokens.words[first]
    if last - first == 1 and word in PARTICLES:
        return word not in _AFTER_FATHER
    is_letter = len(word) == 1 and word.isalpha() and last - first <= 1 + (context.tokens.word(first + 1) == ".")
    return is_letter or (word in SHORTENED and last == first + 2 and context.tokens.word(first + 1) == ".")


def _begins_with_particle(context: DocumentContext, at: int) -> bool:
    word = context.tokens.word(at)
    return word in PARTICLES and (word[0].isupper() or context.tokens.word(at + 1)[:1].isupper())


def _has_second_surname(context: DocumentContext, at: int) -> bool:
    """Return whether one more surname follows a listed name: `Alicia Bárcena Ibarra, ...`."""
    word = context.tokens.word(at)
    if not context.is_name_word(at) or at in context.listed_at or context.is_name_word(at + 1):
        return False
    if context.tokens.word(at + 1) not in (",", ";", ")") and (is_common(word) or at in context.headings):
        return False
    return not (office_head(word) or word in HEADLINE_WORDS or word in FIELD_WORDS or word in POST_NOMINALS)


def _word_end(context: DocumentContext, at: int, *, first: bool, strict: bool, given: bool) -> int:
    """Return the token after one word of a name: `Eui-yong`, `J.`, `al-Abadi`, `bin`; else the token itself.

    `given` says whether the name begins with a known given name.
    """
    tokens = context.tokens
    word = tokens.word(at)
    if not word or (not word[0].isupper() and word not in _MAY_CONTINUE):
        return at
    following = tokens.word(at + 1)
    glued = tokens.glued(at + 1)
    if word in PARTICLES or (word.lower() in _ARTICLES and following == "-" and glued):
        if following in _JOINTS and glued:
            return _compound_end(context, at) if tokens.word(at + 2)[:1].isalpha() else at
        after_father = word in _AFTER_FATHER and not first
        return at + 1 if after_father or _name_follows(context, at, first=first) else at
    if following == "/" and glued and word + tokens.word(at + 2) in _CHILD_OF and not first:
        return at + 3
    if word in ("d", "D", "l") and following == "'" and glued and tokens.glued(at + 2):
        return _compound_end(context, at + 2) if tokens.word(at + 2)[:1].isupper() else at
    if not word[0].isupper():
        return at
    dotted = following == "." and glued
    if len(word) == 1 and following == "'" and tokens.glued(at + 2) and tokens.word(at + 2)[:1].isupper():
        return _compound_end(context, at)  # `O'Neill`, `N'Diaye`
    if is_initial(word):
        return _initial_end(context, at, first=first, strict=strict)
    if (
        dotted
        and (word in SHORTENED or (len(word) == 2 and word.isupper() and word not in _NEVER))
        and tokens.word(at + 2)[:1].isupper()
    ):
        return at + 2  # `Md. Touhid`, `EJ. Marsh`
    if first and strict and word in _UNDOTTED and tokens.word(at + 1)[:1].isupper():
        return at
    if _is_no_name_word(context, at, first=first) and not (first and not strict and _is_family_name(context, at)):
        return at
    if at in context.listed_at and _blocks(context, at, first=first, strict=strict, given=given):
        return at
    return _compound_end(context, at)


def _name_follows(context: DocumentContext, at: int, *, first: bool) -> bool:
    """Return whether a particle at a token goes before a name, maybe after further particles: `van der Berg`."""
    tokens = context.tokens
    word, after = tokens.words[at], tokens.word(at + 1)
    if after[:1].isupper():
        is_syllable = after in _FUNCTION_SURNAMES and tokens.word(at - 1) in FAMILY_FIRST  # `Tran Van To`
        return is_syllable or after not in FUNCTION_WORDS
    if word in ("y", "e", "i") and first:
        return False
    return after in PARTICLES and (not first or tokens.word(at + 2)[:1].isupper() or tokens.word(at + 2) in PARTICLES)


def _initial_end(context: DocumentContext, at: int, *, first: bool, strict: bool) -> int:
    """Return the token after the initials at a token and their dot; a lone `A` or `I` without a dot is a word."""
    tokens = context.tokens
    word = tokens.words[at]
    if word.rstrip(".") in NEVER_IN_NAMES or (at in context.listed_at and not context.is_a(at, "PERSON")):
        return at
    if tokens.word(at + 1) == "." and tokens.glued(at + 1):
        return at + 2
    if "." in word:
        return at + 1
    opens = first and (strict or word == "Q" or not context.is_name_word(at + 1) or len(tokens.word(at + 1)) == 2)
    return at if opens or word in FUNCTION_WORDS or not tokens.word(at + 1)[:1].isupper() else at + 1


def _is_no_name_word(context: DocumentContext, at: int, *, first: bool) -> bool:
    """Return whether a word is one of offices, headlines, forms of address or of the letters after names."""
    word = context.tokens.words[at]
    if word in _RANKS and context.tokens.word(at + 1) == "." and context.tokens.glued(at + 1):
        return True
    plain = word.capitalize() if at in context.capitals else word
    if word in _FUNCTION_SURNAMES and not first and _is_last_syllable(context, at):
        return False
    if word in FUNCTION_WORDS or plain in FUNCTION_WORDS or (not first and plain in HEADLINE_WORDS):
        return True
    if not first and (word in POST_NOMINALS or (at in context.capitals and is_common(plain))):
        return True
    if word in SUFFIXES or plain in _NEVER or word in NEVER_IN_NAMES:
        return True
    if word in ALSO_SURNAMES and not first and context.tokens.word(at + 1) == "." and context.tokens.glued(at + 1):
        return word == "Eng"
    if not first and at in context.headings and is_common(plain) and _is_common_here(context, at):
        return True
    if office_head(word) is None:
        return False
    is_compound = context.tokens.glued(at + 1) and context.tokens.word(at + 1) == "-"  # `Amir-Abdollahian`
    return first or not (plain in _SURNAMES or (is_compound and office_head(context.tokens.word(at + 2)) is None))


def _is_last_syllable(context: DocumentContext, at: int) -> bool:
    """Return whether a function word ends a Vietnamese name: `Tran Thi Hoai An of Vietnam`."""
    tokens = context.tokens
    if at in context.headings or context.is_name_word(at + 1) or not context.is_name_word(at - 1):
        return False
    return any(tokens.word(first) in FAMILY_FIRST and context.is_name_word(first + 1) for first in (at - 2, at - 3))


def _is_common_here(context: DocumentContext, at: int) -> bool:
    """Return whether a common word of a heading is in no name of the text: `Minister Shoukry Receives Phone Call`."""
    tokens = context.tokens
    word = tokens.words[at]
    after_given_name = tokens.words[at - 1] in GIVEN_NAMES and not word.endswith(("s", "ing", "ed"))
    return not after_given_name and all(index in context.headings for index in tokens.positions[word])


def _is_family_name(context: DocumentContext, at: int) -> bool:
    """Return whether a function word is a family name, because a given name follows it: `Vice Premier He Lifeng`."""
    tokens = context.tokens
    following = tokens.word(at + 1)
    if tokens.words[at] not in _FUNCTION_SURNAMES or at in context.headings or not context.is_name_word(at + 1):
        return False
    return following in PARTICLES or not (is_common(following) or at + 1 in context.listed_at)


def _blocks(context: DocumentContext, at: int, *, first: bool, strict: bool, given: bool) -> bool:
    """Return whether the listed name at a token shows that the token belongs to no person's name."""
    found = context.listed_at[at]
    kind = found.type
    word = context.tokens.word(at)
    if kind in ("PERSON", "WEAPON") or (kind == "NORP" and not first and word in _ALSO_GIVEN):
        return False
    if kind == "NORP" and not first and (given or (not strict and found.name.section == "peoples")):
        return found.last > at + 1 or context.is_name_word(at + 1)  # `Amna Baloch spoke`
    if kind != "PLACE":
        return True
    if first and word in GIVEN_NAMES and found.name.section == "cities":
        is_followed = context.is_name_word(at + 1) or context.tokens.word(at + 2) == "."
        return not is_followed or at + 1 in context.listed_at  # `Sofia Marsh`, `Charlotte A. Marsh`
    if given and not first and found.name.section == "cities" and found.last - found.first == 1:
        return context.tokens.word(at + 1) == "," and context.is_a(at + 2, "PLACE")  # `Angus Campbell spoke`
    if strict or found.last - found.first > 1 or found.name.section == "countries":
        following = context.tokens.word(found.last)
        return strict or not first or not following[:1].isupper() or following in HEADLINE_WORDS
    return not first and found.name.section != "cities"


def _compound_end(context: DocumentContext, at: int) -> int:
    """Return the token after a word and the parts that a hyphen or apostrophe joins to it."""
    tokens = context.tokens
    at += 1
    while (
        tokens.word(at) in _JOINTS
        and tokens.glued(at)
        and tokens.word(at + 1)[:1].isalpha()
        and tokens.glued(at + 1)
        and tokens.word(at + 1) not in _AFTER_HYPHEN
        and not (tokens.word(at) == "'" and tokens.word(at + 1) == "S")
    ):
        at += 2
    return at


def _suffixed(context: DocumentContext, at: int) -> int:
    """Return the token after a suffix (`, Jr.`, `III`), the token itself without one."""
    tokens = context.tokens
    after = at + (tokens.word(at) == ",")
    suffix = tokens.word(after)
    if suffix in SUFFIXES or suffix in ("JR", "SR"):
        dotted = suffix in ("Jr", "Sr", "JR", "SR")
        after += 1
        return after + (dotted and tokens.word(after) == "." and tokens.glued(after))
    return at
