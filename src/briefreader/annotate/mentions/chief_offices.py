"""Recognizes the bodies that are called after the office they serve: `Office of the Special Envoy for Clean Water`."""

from collections.abc import Iterator

from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.mentions.office_scope import office_scope
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.words import office_head

_SOUGHT = frozenset(("Office", "Offices", "Bureau", "Secretariat"))
_LONGEST_OFFICE = 6


def find(context: DocumentContext) -> Iterator[Candidate]:
    """Yield these bodies in order, each up to the end of the field of its office."""
    tokens = context.tokens
    for index in tokens.indexes_of(_SOUGHT):
        if tokens.word(index + 1) != "of" or tokens.word(index + 2) not in ("the", "The"):
            continue
        first = index + 3
        last = first
        end = first
        while end < first + _LONGEST_OFFICE and not context.is_a(end, "PERSON"):
            word = tokens.word(end)
            if word == "-" and tokens.glued(end) and office_head(tokens.word(end + 1)):
                end += 1
            elif not context.is_name_word(end) or (context.is_a(end, "PLACE", "NORP") and end > first):
                break
            end += 1
            if office_head(tokens.words[end - 1]):
                last = end
            elif last > first:
                break  # the name of the holder
        if last > first:
            end = office_scope(context, last)[0]
            further = next((at for at in range(last, end) if tokens.words[at] in _SOUGHT), end)
            while further < end and not tokens.words[further - 1][0].isupper() and further > last:
                further -= 1  # `and the Office of the Governor` is another body
            yield Candidate(index, further, "ORG")
