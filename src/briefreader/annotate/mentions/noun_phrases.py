"""Recognizes unlisted agreements, events, bodies and places by their head noun.

A head noun such as `Treaty` takes the capitalized words before it and its tail (`on the Non-Proliferation of ...`).
"""

from briefreader.annotate.mentions import agreements, common_phrases, compound_events, events, ministries
from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.mentions.dates import YEAR
from briefreader.annotate.mentions.head_nouns import HEAD_NOUNS, type_of_name
from briefreader.annotate.mentions.parties import GENERIC, without_parties
from briefreader.annotate.mentions.span_boundaries import is_cut_short, left_boundary, right_boundary
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.word_classes import WordClass
from briefreader.annotate.text.words import DASHES, FIELD_WORDS, FUNCTION_WORDS, office_head
from briefreader.model import EntityType

_OPERATIONS = frozenset(("Exercise", "Operation"))
_OTHER_HEADS = (
    {"Policy"}
    | agreements.TRADE_ACRONYMS
    | agreements.RESOLUTIONS
    | agreements.PROGRAMMES
    | events.EXERCISES
    | _OPERATIONS
)
_SOUGHT = WordClass.of(frozenset(HEAD_NOUNS) | _OTHER_HEADS)
_STATEMENTS = frozenset("Statement Commitment Commitments".split())
# The meeting of a series or body is no part of its name: `Steering Committee Meeting`.
_SITTINGS = frozenset("Meeting Meetings Session Summit".split())
_SITTING = frozenset(
    "Group Committee Dialogue Council Commission Consultations Talks Assembly Conference Board Parliament Union "
    "Force Forum".split()
)
# These words before a head noun say how far an agreement reaches.
_WIDTHS = frozenset("International Regional Global African European Voluntary Draft Bilateral Joint National".split())
# These words say who meets, not on what subject.
_RANKS = frozenset(
    "trilateral bilateral quadrilateral leaders leader foreign minister ministers ministerial presidents "
    "presidential president official officials virtual joint summit meeting conference talks dialogue coordination "
    "special emergency extraordinary working annual regular high level senior informal plenary preparatory regional "
    "consultations".split()
)
# A headline counts these plurals and does not name them.
_SEVERAL = frozenset("Initiatives Commitments Programs Partnerships Agreements Arrangements Principles".split())
# After `of` these make a common noun: `Memorandum of Understanding`, `Plan of Action`.
_COMMON_TAILS = frozenset("Transformation Understanding Cooperation Action Intent Agreement".split())
_DATED = frozenset("Summit Conference Meeting Games Dialogue".split())
# These two words name a series of meetings.
_SERIES = (
    ["Strategic", "Dialogue"], ["Political", "Consultations"], ["Policy", "Consultations"],
    ["Bilateral", "Political", "Consultation"],
)  # fmt: skip
_HEADS_FIRST = frozenset("Conference Summit Strait".split())
# A longer run of capitalized words is a list of keywords or a heading, no name; in characters.
_LONGEST_NAME = 300


def find(context: DocumentContext, people: frozenset[int]) -> list[Candidate]:
    """Return the noun phrases of a text in order; they do not overlap and end before the first token of a person."""
    tokens = context.tokens
    found: list[Candidate] = []
    earliest = 0
    for index in tokens.indexes_in(_SOUGHT):
        phrase = _at(context, index, earliest) if index >= earliest else None
        if sitting := compound_events.sitting_of(context, index, phrase, found):
            found = found[:-1] if found and found[-1].first == sitting.first else found
            phrase = sitting
        if phrase:
            last = next((at for at in range(index + 1, phrase.last) if at in people), phrase.last)
            if tokens.ends[last - 1] - tokens.starts[phrase.first] <= _LONGEST_NAME:
                found.append(phrase._replace(last=last))
            earliest = max(last, index + 1)
    return found


def _at(context: DocumentContext, index: int, earliest: int) -> Candidate | None:
    """Return the phrase with its head noun at a token; the phrase begins at the earliest token or later."""
    word = context.tokens.words[index]
    if word in agreements.RESOLUTIONS:
        return agreements.resolution(context, index, earliest)
    if word in agreements.PROGRAMMES:
        return agreements.programme(context, index, earliest)
    if word in agreements.TRADE_ACRONYMS:
        return agreements.of_parties(context, index, earliest)
    if word == "Policy":
        return agreements.policy(context, index, earliest)
    if word in events.EXERCISES:
        return events.exercise(context, index, earliest)
    if word in _OPERATIONS and context.is_name_word(index + 1):
        return events.operation(context, index)
    if word in ministries.HEADS and (found := ministries.ministry(context, index, earliest)):
        return found
    return _around(context, index, HEAD_NOUNS[word], earliest) if word in HEAD_NOUNS else None


def _around(context: DocumentContext, index: int, kind: EntityType, earliest: int) -> Candidate | None:
    """Return the phrase around a head noun of a type, None where the words are no name."""
    words = context.tokens.words
    head = words[index]
    listed = context.listed_at.get(index)
    if listed and listed.last - listed.first > 1 and listed.last > index + 1:
        return _with_width(context, index, earliest) if listed.first == index else None
    if _is_no_head(context, index, kind):
        return None
    start = left_boundary(context, index, earliest)
    if head == "War" and start == index:
        return None  # `War of Aggression` says the kind of a war
    if context.tokens.word(start - 1) in DASHES and context.is_a(start - 2, "PERSON"):
        return None  # `the Biden-Harris Administration`
    done = kind == "AGREEMENT" and index < context.title_end and words[start - 1].endswith("ing")
    if done and not context.repeats_in_body(start, index + 1):
        return None  # a headline says what somebody does: `Discusses Strengthening Fisheries Partnership`
    last = right_boundary(context, index, kind)
    kind = type_of_name(head, words[start:index]) or kind
    if kind == "AGREEMENT" and compound_events.ends_in_meeting(context, index, last):
        kind = "EVENT"
    if kind == "AGREEMENT":
        last = agreements.tail_end(context, start, index, last)
    if head in _STATEMENTS and last == index + 1 and not _has_town(context, start, index):
        return None
    first = without_parties(context, start, index, last, kind)
    if listed and listed.last - listed.first > 1 and first >= listed.first and last == index + 1:
        return None  # the listed name is as long
    if not _is_specific(context, first, index, last, kind) or common_phrases.names_nothing(words[first:last], head):
        return None
    if kind in ("EVENT", "AGREEMENT"):
        first = compound_events.whole_start(context, first, earliest)
    cut = first > 1 and words[first - 1] in FUNCTION_WORDS and words[first - 1][0].isupper()
    if cut and context.is_name_word(first - 2):
        return None  # the name is longer
    verb = first > 1 and words[first - 1] in common_phrases.VERBS_OF_NAMES
    if verb and (words[first - 2].islower() or words[first - 2] == "The"):
        first -= 1  # `the Build Back Better Agenda`
    if head == "Framework" and words[last : last + 2] in (["for", "an"], ["for", "a"]) and first < index:
        return None  # `U.S.-Vietnam Framework for an Agreement` is a step towards the agreement
    if kind == "EVENT" and YEAR.fullmatch(context.tokens.word(last)) and words[last - 1] in _DATED:
        last += 1
    return Candidate(first, last, kind)


def _is_no_head(context: DocumentContext, index: int, kind: EntityType) -> bool:
    """Return whether the words beside a head noun, or its place in the title, show that it heads no name."""
    tokens = context.tokens
    head, before, after = tokens.words[index], tokens.words[index - 1], tokens.word(index + 1)
    if (
        (after in HEAD_NOUNS or after == "Policy")
        and not tokens.glued(index + 1)
        and not (after in _SITTINGS and head in _SITTING)
    ):
        return True  # the last head noun counts: `Partnerships Fund`
    if head == "Administration" and not context.is_name_word(index - 2) and before not in FIELD_WORDS:
        return True  # `the Castro Administration`
    listed = context.listed_at.get(index)
    whole = listed is not None and listed.type == "ORG" and listed.last - listed.first > 1 and listed.first < index
    if listed and whole and not is_cut_short(context, listed.first):
        return True  # the listed name is whole: `Senior State Department`, `European Commission on`
    if common_phrases.is_no_head(context, index) or compound_events.is_adjective(context, index):
        return True
    joint = head == "Declaration" and before == "Joint"
    is_document = joint or head in ("Statement", "Readout") or (head.startswith("Communiqu") and after in ("of", "on"))
    if is_document and index < context.title_end:
        return True  # `Joint Statement on`
    if head in _SEVERAL and index not in context.listed_at and index in context.headings:
        return True  # `Announces Global Initiatives`
    # A head noun before an office belongs to the office: `Office Director`.
    return office_head(after) is not None and kind == "ORG" and head not in ("Ministry", "Department")


def _with_width(context: DocumentContext, index: int, earliest: int) -> Candidate | None:
    """Return a listed name that begins with its head noun, with the word before it: `International Code of Conduct`."""
    if index < context.title_end or context.tokens.word(index - 1) not in _WIDTHS or index - 1 < earliest:
        return None
    found = context.listed_at[index]
    return Candidate(index - 1, found.last, found.type)


def _has_town(context: DocumentContext, start: int, index: int) -> bool:
    """Return whether a statement is named after its place: `Geneva Joint Statement`."""
    found = context.listed_at.get(start)
    town = found is not None and found.first == start and found.name.section in ("cities", "sites", "regions")
    return town and context.tokens.words[start + 1 : index] in ([], ["Joint"])


def _is_specific(context: DocumentContext, first: int, index: int, last: int, kind: EntityType) -> bool:
    """Return whether a phrase has a subject, parties or enough words besides its head noun to be a name."""
    words = context.tokens.words
    own = [word for word in words[first:last] if word[0].isalnum()]
    if last - first == 1:
        return False
    if first == index and own[1:2] == ["of"] and len(own) == 3 and own[2] in _COMMON_TAILS:
        return any(bracket.last == last for bracket in context.brackets)
    if first == index and kind in ("PLACE", "EVENT") and len(own) < 3 and words[index] not in _HEADS_FIRST:
        return False
    if first == index and words[index] == "Sea" and not context.is_a(last - 1, "PLACE"):
        return False
    owned = first < index and context.is_a(first, "PLACE", "ORG", "NORP")
    if kind == "EVENT" and not owned and all(word.lower() in _RANKS for word in own):
        return False  # `Trilateral Leaders' Summit` names no parties
    subject = any(word.lower() not in GENERIC and word != words[index] for word in own)
    return subject or owned or len(own) >= 3 or (kind == "EVENT" and own in _SERIES)
