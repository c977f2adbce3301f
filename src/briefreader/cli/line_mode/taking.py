"""Takes something out of the open brief in line mode, writes notes and marks on it, and undoes the last change."""

from __future__ import annotations

from typing import cast

from briefreader.cli.line_mode.conversation import Conversation
from briefreader.library import FORMATS, CitationFormat, cited, passage_in
from briefreader.model import Brief, NotFoundError
from briefreader.text import Span, clean_line

_OPENING = '"“'
_CLOSING = '"”'


def cite(talk: Conversation, words: str) -> None:
    """Print the citation of the open brief, in a format if the first word names one, with the passage that follows."""
    for line in _cited(talk, words).split("\n"):
        talk.out.line(line)


def copy(talk: Conversation, words: str) -> None:
    """Keep the text that `cite` prints in a file, since the clipboard of a terminal is reached by a sequence only."""
    text = _cited(talk, words)
    path = talk.library.copied.keep(text)
    talk.say(f"{len(text):,} characters copied into {clean_line(str(path))}.")


def _cited(talk: Conversation, words: str) -> str:
    brief = talk.brief()
    first, _, rest = words.partition(" ")
    named = first in FORMATS
    format = cast(CitationFormat, first if named else "text")
    sought = rest if named else words
    passage = None
    if sought.strip():
        span = _passage(brief, sought)
        passage = brief.text[span.start : span.end]
    return cited(talk.library.citation(brief), format, passage)


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


def star(talk: Conversation, words: str) -> None:
    """Star the open brief or that of a number, or take its star away."""
    id = (talk.brief_of_row(int(words)) if words else talk.brief()).entry.id
    starred = not talk.library.reading.is_starred(id)
    talk.library.star([id], starred)
    talk.say("Starred; is:starred finds it." if starred else "No longer starred.")


def unread(talk: Conversation, words: str) -> None:
    """Mark the open brief or that of a number as unread."""
    brief = talk.brief_of_row(int(words)) if words else talk.brief()
    talk.library.mark_read([brief.entry.id], False)
    talk.say("Marked as unread; is:unread finds it.")


def undo(talk: Conversation, words: str) -> None:
    """Undo the last change that a person made in the library."""
    undone = talk.library.undo()
    talk.say(f"Undone: {undone}." if undone else "There is nothing to undo.")
