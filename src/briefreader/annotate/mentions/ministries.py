"""Recognizes ministries and departments with their whole portfolio: `Ministry of Trade, Industry and Energy`."""

import re

from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.mentions.dates import MONTHS, WEEKDAYS
from briefreader.annotate.mentions.head_nouns import HEAD_NOUNS
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.honorifics import HONORIFICS
from briefreader.annotate.text.words import (
    FIELD_WORDS,
    FUNCTION_WORDS,
    HEADLINE_VERBS,
    HEADLINE_WORDS,
    POSSESSIVE,
    office_head,
)

HEADS = frozenset("Ministry Ministries Department Departments Secretariat Secretariats Directorate".split())
# Several ministries have a list of portfolios, some of which have `and` of their own.
_PLURALS = frozenset("Ministries Departments Secretariats".split())
# These words before the head noun belong to the name and do not say whose ministry it is.
_KINDS = frozenset("Federal Union State Royal General National Coordinating".split())
# A portfolio may begin with these words, or follow them in a list, although no office is named after them.
_FIELDS = (FIELD_WORDS - {"and"}) | frozenset(
    "AYUSH Ayush ICTs IT SMEs MSMEs MSME Micro New Pharmaceuticals Wellbeing Wages Pension Religions Dawah Call "
    "Emiratisation Multicultural Settlement Settlements Livelihoods Livelihood Slums Survey Lighting Coconut Samurdhi "
    "Fuels Hydropower Energies Dams Rivers Floods Storage Emergencies Situations Forest Agri Agro Agribusiness Animal "
    "Husbandry Dairying Fishing Aquatic Panchayati Raj Jal Shakti Light Tertiary School Schools Students Publicity "
    "Telecom Telecoms Electronics Electronic Digitisation Transformation Statehood Councils Country City Cities "
    "Capital Occupied Temporarily Martyrs Prisoners Detainees Wounded Liberation Patriotic Mujahideen Machinery "
    "Machine Building Buildings Dwelling Shelter Roma Ethnicity Entrepreneurs Handicraft Crafts Hospitality Events "
    "Olympics Olympic Airports Weather Foresight Futures Ideas Premiership Zanzibar Jerusalem Child Childhood Elder "
    "Motherhood Senior Disability Disabled Nutrition Pharmacy Hygiene Hygienic Biodiversity Range Estates Real "
    "Metrology Prices Ration Provision Cooperative Businesses Innovations Inventions Patent Rescue Fire Guard "
    "Penitentiary Police Policing Gendarmerie Borders Divestment Budgetary Revenues Taxes Plan Program Honesty Good "
    "Indian Expatriate Emigrant Compatriots Workforce Jobs Volunteering Volunteerism Sea Seas Coast Coastal Outer Line "
    "Hill Tracts Chittagong Liberal Circular Net Zero Household Everyday Arab Atlantic Emirates Technological "
    "Recreational Youths Retirement Insurance Providence Aged Woman Womens Men Kids Games".split()
)
# An abstract noun with one of these endings may end the list of a portfolio.
_ABSTRACT = re.compile(r"[A-Z][a-z]{3,}(?:ation|ment|ness|ship|ism|ity|ics|ing|ance|ence|ure|ways)s?")
_ARTICLES = frozenset(("the", "The"))
_VERBS = HEADLINE_VERBS | HEADLINE_WORDS
_AND = frozenset(("and", "&"))
# The department of a chief: `Department of the Prime Minister and Cabinet`.
_CHIEFS = frozenset(("Prime", "President", "Chief", "Premier", "Presidency"))
_LONGEST_PHRASE = 7


def ministry(context: DocumentContext, index: int, earliest: int) -> Candidate | None:
    """Return the ministry or department with its head noun at a token, None where no portfolio follows it."""
    tokens = context.tokens
    at = index + 1 + (tokens.word(index + 1) == "General" and tokens.words[index] == "Directorate")
    if tokens.word(at) not in ("of", "for"):
        return None
    listed = context.listed_at.get(index)
    long = listed is not None and listed.last > index + 1
    if long and tokens.words[index] != "Ministry":
        return None  # the lists have this department
    last = portfolio_end(context, at + 1)
    if last == at + 1:
        return None
    first = index
    while first > earliest and tokens.words[first - 1] in _KINDS and context.tokens.word(first - 2) != ".":
        first -= 1
    if listed and listed.first <= first and listed.last >= last:
        return None
    return Candidate(first, last, "ORG")


def portfolio_end(context: DocumentContext, at: int) -> int:
    """Return the token after a portfolio, the token itself where no portfolio begins there."""
    start = at
    tokens = context.tokens
    at += tokens.word(at) in _ARTICLES
    end = _chief_end(context, at) if tokens.word(at) in _CHIEFS else _phrase_end(context, at, opening=True)
    if end == at:
        return start
    while tokens.word(end) in ("of", "for") and not context.is_a(end + 1, "PLACE", "ORG", "NORP"):
        further = end + 1 + (tokens.word(end + 1) in _ARTICLES)
        if context.is_a(further, "PLACE", "ORG", "NORP", "PERSON"):
            break
        stop = _phrase_end(context, further, opening=False)
        if stop == further:
            break
        end = stop
    return _list_end(context, end, several=tokens.word(start - 2) in _PLURALS) or end


def _list_end(context: DocumentContext, end: int, *, several: bool) -> int | None:
    """Return the token after the further phrases of a list that ends with `and` and a phrase, None without them.

    The list of several ministries goes on after a phrase with `and`.
    """
    tokens = context.tokens
    whole: int | None = None
    for _ in range(12):
        at = end + 1
        joint = tokens.word(end)
        if joint == ",":
            joint, at = (tokens.word(at), at + 1) if tokens.word(at) in _AND else (joint, at)
        if joint != "," and joint not in _AND:
            return whole
        article = tokens.word(at) in _ARTICLES
        at += article
        stop = _phrase_end(context, at, opening=False)
        if stop == at or (article and tokens.words[stop - 1] in HEAD_NOUNS):
            return whole
        if joint in _AND:
            whole = stop
            if not several:
                return whole
        end = stop
    return whole


def _chief_end(context: DocumentContext, at: int) -> int:
    """Return the token after the chief whose department it is."""
    tokens = context.tokens
    end = at + 1
    while office_head(tokens.word(end)) and end < at + 3:
        end += 1
    if tokens.word(end) in _AND and tokens.word(end + 1) == "Cabinet":
        end += 2
    return end


def _phrase_end(context: DocumentContext, at: int, *, opening: bool) -> int:
    """Return the token after one phrase of a portfolio, the token itself where no phrase begins there.

    The first phrase may begin with any name word, a later one only with a word of portfolios.
    """
    tokens = context.tokens
    end = at
    while end < at + _LONGEST_PHRASE:
        word = tokens.word(end)
        if word in POSSESSIVE and end > at and context.is_name_word(end + 1) and not _owns_office(context, end):
            end += 1
        elif word == "-" and end > at and tokens.glued(end) and tokens.glued(end + 1):
            end += 2
        elif _in_phrase(context, end):
            end += 1
        else:
            break
    if end == at or any(_is_office(tokens.word(each)) for each in range(at, end)):
        return at
    last = tokens.words[end - 1]
    if last in HEAD_NOUNS and last not in _FIELDS:
        return at  # another body or meeting: `Ministry of Health and Central Bank`
    first = tokens.words[at]
    if (
        opening
        or first in _FIELDS
        or last == "Affairs"
        or (context.is_a(at, "NORP") and end > at + 1 and last in _FIELDS)
    ):
        return end
    return end if end == at + 1 and _ABSTRACT.fullmatch(first) else at


def _owns_office(context: DocumentContext, at: int) -> bool:
    """Return whether an office follows a possessive: `the Ministry of Trade and Energy's Deputy Minister`."""
    tokens = context.tokens
    ahead = at + 1
    while context.is_name_word(ahead) and ahead < at + _LONGEST_PHRASE:
        if _is_office(tokens.words[ahead]):
            return True
        ahead += 1
    return False


def _in_phrase(context: DocumentContext, at: int) -> bool:
    word = context.tokens.word(at)
    if not context.is_name_word(at) and word not in _FIELDS:
        return False
    if word in HONORIFICS or word in MONTHS or word in WEEKDAYS or context.is_a(at, "PERSON", "EVENT"):
        return False
    if word in FUNCTION_WORDS and word not in _FIELDS:
        return False
    if at < context.title_end and word in _VERBS and word not in _FIELDS:
        return False  # `Ministry of Law Strengthens Ties`
    found = context.listed_at.get(at)
    if found is None or found.first != at:
        return True  # the lists may have the ministry itself
    if found.type == "ORG":
        return word in _FIELDS and found.last - found.first == 1
    if found.type == "PLACE" and found.name.section in ("countries", "cities", "sites"):
        return context.tokens.word(found.last) in ("Affairs", "Relations")
    return True


def _is_office(word: str) -> bool:
    return office_head(word) is not None and word not in _FIELDS
