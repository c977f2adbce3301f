"""Quotes the sentences of a text that hold a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefreader.model import Quotation
from briefreader.sentences import sentences


def quotations(text: str, mentions: Sequence[tuple[int, int]]) -> Iterator[Quotation]:
    """Yield the sentences that hold the mentions, which are in order; only their paragraphs are split."""
    at = 0
    while at < len(mentions):
        start = text.rfind("\n\n", 0, mentions[at][0]) + 2 if "\n\n" in text[: mentions[at][0]] else 0
        end = text.find("\n\n", mentions[at][0])
        end = len(text) if end < 0 else end
        for sentence in sentences(text[start:end]):
            first = at
            while at < len(mentions) and mentions[at][0] < start + sentence.end:
                at += 1
            here = [(begin - start, stop - start) for begin, stop in mentions[first:at]]
            inside = tuple(
                (begin - sentence.start, min(stop, sentence.end) - sentence.start)
                for begin, stop in here
                if begin >= sentence.start
            )
            if inside:
                quoted = text[start + sentence.start : start + sentence.end]
                yield Quotation(start + sentence.start, start + sentence.end, quoted, inside)
        while at < len(mentions) and mentions[at][0] < end:
            at += 1
        if end == len(text):
            return
