"""Finds the scope of an office: the field after it, and the places and bodies that are names of their own."""

from briefreader.annotate.mentions.dates import MONTHS, WEEKDAYS
from briefreader.annotate.mentions.head_nouns import HEAD_NOUNS
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.tokens import BREAK
from briefreader.annotate.text.words import FIELD_WORDS, FUNCTION_WORDS, HONORIFICS, office_head

# The field of these offices may follow `on`.
_ON = frozenset("Rapporteur Representative Envoy Adviser Advisor Coordinator".split())
# A tail that begins with one of these is the name of a body.
_BODIES = frozenset("Bureau Office Department Ministry Committee Council Agency Commission Directorate".split())
# A tail that ends with one of these is the name of a body.
_BODY_ENDS = frozenset(
    "Center Centre Council Commission Agency Institute Fund Bank Authority Unit Corporation Foundation Assembly Party "
    "University League Court Coalition Board Organization Organisation Association Academy".split()
)
# The offices of advisers and assistants name these chiefs.
_CHIEFS = frozenset("President Minister Chief Secretary Commissioner Chairman Director Governor King Prime".split())
_LONGEST_BODY = 6
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
    return end, tail


def name_tail(context: DocumentContext, at: int, *, of_office: bool = True) -> tuple[int, bool]:
    """Return the token after the capitalized words of a tail, and whether they are only places and bodies.

    A tail includes lists with commas and `and` (`Europe and North America`, `Verification, and Compliance`); it ends
    before an office, a person or a clause. The tail of an office also ends before a word that occurs in no field,
    because the name of a person follows it.
    """
    tokens = context.tokens
    start = at
    end = at
    whole = True
    pieces = 0
    body = tokens.word(at + (tokens.word(at) == "the")) in _BODIES
    while True:
        at += tokens.word(at) in ("the", "The") or (
            not of_office
            and tokens.word(at - 1) == "for"
            and tokens.word(at) in ("a", "an")
            and tokens.word(at + 1) not in HEAD_NOUNS
        )
        stop = at
        pure = False
        found = context.listed_at.get(at)
        while found and found.first == at and found.name.section in _GOVERNMENT and context.is_a(found.last, "ORG"):
            at = found.last  # `of the U.S. Joint Chiefs of Staff`
            found = context.listed_at.get(at)
        if (
            found
            and found.first == at
            and (found.type in ("PLACE", "ORG") or (of_office and found.type in ("AGREEMENT", "EVENT")))
            and tokens.word(at) not in _SHORT_DEPARTMENTS
        ):
            stop = found.last
            pure = not _in_field(context, stop, False)
        if not pure:
            while _in_field(context, stop, stop == at or not of_office):
                stop += 1
        if stop == at:
            break
        if of_office and not pure and (ends := _body_end(context, at)):
            stop = ends
            pure = True
        whole = whole and pure
        end = stop
        pieces += 1
        joint = tokens.word(stop)
        if joint == ",":
            at = stop + 1
            if tokens.word(at) in ("and", "&"):
                at += 1
            elif not _list_goes_on(context, at):
                break
        elif joint in ("and", "&"):
            at = stop + 1
            if not of_office and not pure and tokens.word(at) == "the":
                break  # another name follows: `the Treaty on Outer Space and the ...`
        elif joint == "the" and not of_office and not pure and tokens.word(stop - 1).endswith("ing"):
            at = stop  # `Conference on Supporting the Future`
        elif joint in ("of", "for", "in") and not pure and tokens.word(stop + 1)[:1].isupper() and pieces < 4:
            at = stop + 1
            if context.is_a(at, "PLACE", "ORG"):
                break
        else:
            break
        if not _goes_on(context, at, pure) or (of_office and not pure and not _is_field(context, at)):
            break
    return (end, whole or body) if pieces else (start, False)


def _body_end(context: DocumentContext, at: int) -> int | None:
    """Return the token after the name of a body that begins at a token, None where no such name begins."""
    words = context.tokens.words
    end = at
    while end < at + _LONGEST_BODY and context.is_name_word(end) and not context.is_a(end, "PERSON"):
        if end > at and words[end] in _BODY_ENDS:
            return end + 1
        end += 1
    return None


def _is_field(context: DocumentContext, at: int) -> bool:
    """Return whether the next part of a tail begins with a word of a field."""
    at += context.tokens.word(at) == "the"
    if context.is_a(at, "NORP"):
        return context.tokens.word(context.listed_at[at].last) in FIELD_WORDS
    return context.tokens.word(at) in FIELD_WORDS or context.is_a(at, "PLACE", "ORG")


def _in_field(context: DocumentContext, at: int, opening: bool) -> bool:
    """Return whether a token belongs to the field of an office; the first token of a field may be any name word."""
    tokens = context.tokens
    word = tokens.word(at)
    if word == "-" and tokens.glued(at) and tokens.glued(at + 1) and tokens.word(at + 1)[:1].isalpha():
        return not context.is_a(at - 1, "PERSON")
    if not word[:1].isupper():
        return word.isalpha() and tokens.glued(at) and tokens.word(at - 1) == "-"
    if tokens.word(at - 1) == "-" and tokens.glued(at):
        return True  # `Gender-Based`
    if word in FUNCTION_WORDS or word in HONORIFICS or word in MONTHS or word in WEEKDAYS or context.is_a(at, "PERSON"):
        return False
    if office_head(word) and word not in FIELD_WORDS:
        return opening and tokens.word(at - 1) == "the" and word in _CHIEFS
    if word in FIELD_WORDS or context.is_a(at, "PLACE", "NORP", "ORG"):
        return word != "General" or opening
    return opening


def _list_goes_on(context: DocumentContext, at: int) -> bool:
    """Return whether a list continues after a comma: further parts and then `and`."""
    tokens = context.tokens
    if not context.is_name_word(at) or _is_office(tokens.word(at)):
        return False
    ahead = at
    while ahead < at + 6 and tokens.word(ahead) not in (BREAK, ".", ";", ""):
        if tokens.word(ahead) in ("and", "&"):
            return context.is_name_word(ahead + 1) and not _is_office(tokens.word(ahead + 1))
        if not (tokens.word(ahead)[:1].isupper() or tokens.word(ahead) in (",", "-")):
            return False
        ahead += 1
    return False


def _is_office(word: str) -> bool:
    """Return whether a word is the head noun of an office and no department (`Labor, Justice, and Commerce`)."""
    return office_head(word) is not None and word not in _SHORT_DEPARTMENTS


def _goes_on(context: DocumentContext, at: int, pure: bool) -> bool:
    """Return whether a tail continues at a token; `pure` says that its last part is a place or body."""
    tokens = context.tokens
    at += tokens.word(at) == "the"
    word = tokens.word(at)
    if not context.is_name_word(at) or _is_office(word) or context.is_a(at, "PERSON", "NORP" if pure else "PERSON"):
        return False
    if context.is_a(at, "PLACE", "ORG") and not pure and word not in _SHORT_DEPARTMENTS:
        return tokens.word(context.listed_at[at].last) in FIELD_WORDS  # `and Pacific Affairs`
    # A second office may follow: `and Defense Minister X`.
    ahead = at
    while context.is_name_word(ahead) and ahead < at + 4:
        if _is_office(tokens.word(ahead)):
            return False
        ahead += 1
    return not pure or context.is_a(at, "PLACE", "ORG")
