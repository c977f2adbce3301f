"""Takes something out of the open brief in line mode: a citation, a note; and undoes the last change."""

from __future__ import annotations

from typing import cast

from briefreader.cli.line_mode.conversation import Conversation
from briefreader.library import FORMATS, CitationFormat, cited, passage_in
from briefreader.model import Brief, NotFoundError
from briefreader.text import Span

_OPENING = '"“'
_CLOSING = '"”'


def cite(talk: Conversation, words: str) -> None:
    """Print the citation of the open brief, in a format if the first word names one, with the passage that follows."""
    brief = talk.brief()
    first, _, rest = words.partition(" ")
    named = first in FORMATS
    format = cast(CitationFormat, first if named else "text")
    sought = rest if named else words
    passage = None
    if sought.strip():
        span = _passage(brief, sought)
        passage = brief.text[span.start : span.end]
    for line in cited(talk.library.citation(brief), format, passage).split("\n"):
        talk.out.line(line)


def note(talk: Conversation, words: str) -> None:
    """Write a note on the open brief, or on a passage that stands first in quotation marks."""
    brief = talk.brief()
    span, text = None, words
    if words[:1] and words[0] in _OPENING:
        end = max(words.find(mark, 1) for mark in _CLOSING)
        if end > 0:
            span, text = _passage(brief, words[1:end]), words[end + 1 :].strip()
    if not text and span is None:
        talk.say('Write note and a text, or note "words of the brief" and a text.')
        return
    talk.library.notes.add(brief, span, text)
    where = f"the passage “{brief.text[span.start : span.end]}”" if span else "the brief"
    talk.say(f"The note on {where} is kept; undo takes it back.")


def _passage(brief: Brief, words: str) -> Span:
    span = passage_in(brief.text, words)
    if span is None:
        raise NotFoundError(f"the text does not say “{words.strip(f'{_OPENING}{_CLOSING} ')}”; check the words")
    return span


def undo(talk: Conversation, words: str) -> None:
    """Undo the last change that a person made in the library."""
    undone = talk.library.undo()
    talk.say(f"Undone: {undone}." if undone else "There is nothing to undo.")
