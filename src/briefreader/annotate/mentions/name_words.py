"""Tells which words may belong to the name of a person whom no list has."""

import re
from functools import lru_cache

from briefreader.annotate.mentions.dates import WEEKDAYS
from briefreader.annotate.mentions.head_nouns import HEAD_NOUNS
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.names.given_names import GIVEN_NAMES
from briefreader.annotate.text.common_words import is_common
from briefreader.annotate.text.tokens import BREAK
from briefreader.annotate.text.words import (
    FIELD_WORDS,
    HEADLINE_VERBS,
    HEADLINE_WORDS,
    OFFICE_ACRONYMS,
    RANK_ABBREVIATIONS,
    SHIP_PREFIXES,
    WORDS_KEPT,
    office_head,
)

# These ranks and positions stand before a name and are no part of it.
POSITIONS = (
    RANK_ABBREVIATIONS
    | frozenset(OFFICE_ACRONYMS)
    | frozenset(
        "Cmde CFO COO CTO CIO DCM DG DDG CMD Canciller Tánaiste Taoiseach Menlu Menhan Menko Presidente Ministro "
        "Ministra Bundeskanzler Mantri Chef Menteri Ministre Monsieur Assemblyman Assemblywoman Assemblymember "
        "Councilman Councilwoman Councilmember Alderman Sheriff Detective Trooper Coach Firefighter".split()
    )
)
# These words begin names of places and ships, or are days or zones of time.
PLACE_WORDS = (
    SHIP_PREFIXES
    | frozenset(WEEKDAYS)
    | frozenset(
        "San Santa Santo Sao São Monte Mount Saint St Port Porto Puerto Fort Cape Villa Rio Cerro Los Las Nova Nuevo "
        "Nueva Ciudad Camp Ras Jebel Jabal Wadi Bandar Tanjung Kuala Pulau Nusa Teluk Kota Tel Beit Bir Dar Université "
        "École Hong Kong Kongers RSS EST EDT PST PDT CET CEST GMT UTC CST CDT MST BST IST JST KST ICT IDT AST "
        "WIB".split()
    )
)
# After one of these a sentence, a heading or an item of a list begins.
BEFORE_SENTENCES = frozenset((".", BREAK, ":", "?", "!", "“", '"', "(", "•", "-", "–", "—", "|", "Q", ""))
_INNER_CAPITAL = re.compile(r"^(?!Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|Del|Da)\w+[A-Z]")
# A name before one of these is that of a building or street.
SITES = frozenset(
    "Room Street Road Avenue Park Stadium Hospital Bridge Square Airport Hall Building Hotel House Palace Tower School "
    "University College Center Centre Institute Foundation Library Museum Theater Theatre Award Awards Prize Medal Act "
    "Scholarship Fellowship Terminal Mosque Church Temple Barracks Base Doctor Doctorate Professor Scholar Fellow "
    "Chair County Island Islands Bay Beach Creek River Lake Mountain Mountains Forest Dam Canal Tunnel Bank Company "
    "Corporation Group Foods Motors Airlines Industries Partners Records".split()
)


def is_own_word(context: DocumentContext, at: int) -> bool:
    """Return whether a word belongs to no list, office or dictionary and may be a word of any name."""
    word = context.tokens.word(at)
    if at in context.capitals:
        word = word.capitalize()
    if not context.is_name_word(at) or (at in context.listed_at and not context.is_a(at, "PERSON")):
        return False
    return _may_name_anybody(word)


@lru_cache(WORDS_KEPT)
def _may_name_anybody(word: str) -> bool:
    """Return whether a capitalized word belongs to no office and no dictionary, or is a given name."""
    if word in GIVEN_NAMES:
        return True
    if word in PLACE_WORDS or word in POSITIONS or (not word.isupper() and _INNER_CAPITAL.search(word)):
        return False  # `TechNet`; but `McDonald`, `DiCarlo`
    common = (
        is_common(word) or word in HEADLINE_VERBS or word in HEAD_NOUNS or word in FIELD_WORDS or word in HEADLINE_WORDS
    )
    return not common and office_head(word) is None


def is_initial(word: str) -> bool:
    """Return whether a word has the form of initials without their last dot: `J`, `J.R`."""
    return word[:1].isupper() and (len(word) == 1 or ("." in word and len(word) < 12))
