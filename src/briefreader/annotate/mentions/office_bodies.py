"""Finds the bodies, seats, chiefs and states after an office, and the field in brackets."""

from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.words import is_field_word

# The name of a body ends with one of these.
BODY_ENDS = frozenset(
    "Center Centre Council Commission Agency Institute Fund Bank Authority Unit Corporation Foundation "
    "Assembly Party University College League Court Coalition Board Organization Organisation Association "
    "Academy Committee Senate Parliament Congress Chamber Secretariat Tribunal Command Corps Guard Cabinet "
    "House Politburo Chancellery Service Services Department Division Directorate Ministry Office".split()
)
# Their names consist of a field, also with `and`, and one of these.
_UNITS = frozenset("Bureau Section Desk".split())
# These follow the head noun of a body: `Council of Ministers`.
_OF_MEMBERS = frozenset(
    "Ministers State Representatives Commons Lords Deputies Directors Governors Staff Justice".split()
)
# An office has its seat in one of these.
SEATS = frozenset(
    "Chancellery Office Ministry Department Cabinet Secretariat Embassy Mission Presidency Administration Consulate "
    "Directorate Bureau Division".split()
)
# The offices of advisers and assistants name these chiefs.
_CHIEFS = frozenset(
    "President Minister Chief Secretary Commissioner Chairman Chairperson Director Governor King Queen Chancellor "
    "Opposition House Majority Minority Premier Sultan Emir Amir Presidency Government Cabinet".split()
)
_BEFORE_CHIEFS = frozenset("Royal Vice Deputy Prime First Foreign Federal Chief Defense Defence".split())
# The tokens of the long names of states before `of`.
_STATES = frozenset(
    "Republic Kingdom State Federal Democratic People 's Islamic Socialist Sultanate Principality Commonwealth Union "
    "Federation Independent Co - operative Cooperative United Plurinational Bolivarian Hashemite Arab Oriental Emirate "
    "Government".split()
)
# The field of these offices may stand in brackets.
_WITH_BRACKETS = frozenset(
    "Secretary Director General Minister Counsellor Counselor Adviser Advisor Officer Deputy Chief Attaché "
    "Commissioner Consul Assistant Head Manager".split()
)
_LONGEST_BRACKET = 9
_LONGEST_BODY = 6


def chief_end(context: DocumentContext, at: int) -> int | None:
    """Return the token after the chief whom an office serves (`to the Prime Minister`), None where there is none."""
    tokens = context.tokens
    end = at
    found = context.listed_at.get(at)
    if found and found.first == at and found.type == "ORG" and tokens.word(found.last) in _CHIEFS:
        end = found.last  # `of the UN Secretary-General`
    while tokens.word(end) in _BEFORE_CHIEFS and tokens.word(end + 1)[:1].isupper():
        end += 1
    if tokens.word(at - 1) != "the" or tokens.word(end) not in _CHIEFS:
        return None
    end += 1
    end += tokens.word(end - 1) in ("Cabinet", "Chief") and tokens.word(end) in ("Secretary", "Minister", "Executive")
    while tokens.word(end) == "-" and tokens.word(end + 1) == "General":
        end += 2
    end += tokens.word(end) == "General"
    return end + 2 if tokens.word(end) == "'s" and tokens.word(end + 1) in SEATS else end


def owned_seat_end(context: DocumentContext, at: int) -> int | None:
    """Return the token after the seat of a chief (`the Prime Minister's Office`), None where none begins."""
    tokens = context.tokens
    end = at
    while tokens.word(end) in _BEFORE_CHIEFS or tokens.word(end) in _CHIEFS:
        end += 1
    owned = end > at and tokens.word(end) == "'s" and tokens.word(end + 1) in SEATS
    return end + 2 if owned else None


def state_end(context: DocumentContext, at: int) -> int | None:
    """Return the token after the long name of a state (`the Republic of Malta`), None where none begins."""
    tokens = context.tokens
    if tokens.word(at - 1) != "the":
        return None
    begin = at
    while tokens.word(begin) in _STATES:
        begin += 1
    if begin == at or tokens.word(begin) != "of":
        return None
    state = begin + 1 + (tokens.word(begin + 1) == "the")
    return context.listed_at[state].last if context.is_a(state, "PLACE") else None


def body_end(context: DocumentContext, at: int) -> int | None:
    """Return the token after the name of a body that begins at a token, None where no such name begins."""
    words = context.tokens.words
    end = at
    last: int | None = None
    if (bureau := _bureau_end(context, at)) is not None:
        return bureau
    while end < at + _LONGEST_BODY and not context.is_a(end, "PERSON"):
        joint = words[end : end + 1] in (["-"], ["–"]) or (last == end and words[end : end + 1] == ["and"])
        if not context.is_name_word(end) and not joint:
            break
        if (
            words[end] in BODY_ENDS
            and words[end + 1 : end + 2] == ["of"]
            and context.tokens.word(end + 2) in _OF_MEMBERS
        ):
            return end + 3 + (context.tokens.word(end + 3) == "Committee")
        if end > at and (words[end] in BODY_ENDS or words[end - 1 : end + 1] == ["Political", "Bureau"]):
            last = end + 1
        end += 1
    return last


def _bureau_end(context: DocumentContext, at: int) -> int | None:
    """Return the token after a bureau or section called after its field: `the Policy and Planning Bureau`."""
    words = context.tokens.words
    for end in range(at, min(at + _LONGEST_BODY, len(words))):
        if end > at and words[end] in _UNITS:
            return end + 1
        field = is_field_word(words[end]) or context.is_a(end, "NORP", "PLACE") or words[end] == "&"
        if not field or words[end] in BODY_ENDS:
            return None
    return None


def bracket_end(context: DocumentContext, at: int) -> int:
    """Return the token after a field in brackets (`Joint Secretary (Gulf)`), the token itself where none follows.

    A country, a body or a person in brackets is no field.
    """
    tokens = context.tokens
    if tokens.word(at) != "(" or tokens.word(at - 1) not in _WITH_BRACKETS:
        return at
    end = at + 1
    while end < at + _LONGEST_BRACKET and tokens.word(end) != ")":
        word = tokens.word(end)
        if not (word[:1].isupper() or word in ("&", "and", ",", "-", "/", "of")):
            return at
        end += 1
    first = context.listed_at.get(at + 1)
    whole = first is not None and first.last == end
    if tokens.word(end) != ")" or end == at + 1 or context.is_a(at + 1, "PERSON"):
        return at
    if whole and first and (first.type == "ORG" or first.name.section == "countries"):
        return at
    initials = "".join(word[0] for word in tokens.words[max(0, at - 6) : at] if word[0].isupper())
    return at if end == at + 2 and initials.endswith(tokens.word(at + 1)) else end + 1
