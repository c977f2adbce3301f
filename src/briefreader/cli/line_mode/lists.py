"""Lists meetings, series, notes and the mentions of a name, and tells when a series meets next."""

from __future__ import annotations

from briefreader.cli.line_mode import answers
from briefreader.cli.line_mode.conversation import BRIEFS, Conversation, told
from briefreader.cli.line_mode.listing import Listing
from briefreader.cli.meetings import found_meetings, meeting_row
from briefreader.counts import counted
from briefreader.library import Series
from briefreader.long_dates import long_date
from briefreader.meetings import HeldMeeting
from briefreader.model import Dossier, KeptNote, Occurrence

MEETINGS = "meeting", "meetings"
SERIES = "series", "series"
NOTES = "note", "notes"
_MOST_NAMES = 10


def meetings(talk: Conversation, words: str) -> None:
    """List the meetings of the last search, or all."""
    held = talk.session.mending(lambda: found_meetings(talk.library, talk.query))
    if not held:
        of = f"the briefs of {talk.query}" if talk.query else "the library"
        talk.say(f"No meeting was found in {of}{'; all lists all briefs' if talk.query else ''}.")
        return
    heading = f"{counted(len(held), *MEETINGS)}{f' of {talk.query}' if talk.query else ''}, newest first:"

    def opened(at: int) -> None:
        briefs = held[at].briefs
        if len(briefs) == 1:
            talk.open(briefs[0].id)
        else:
            entries = {entry.id: entry for entry in talk.library.entries()}
            heading = f"{counted(len(briefs), *BRIEFS)} of the meeting {_meeting(held[at])}:"
            talk.show_briefs(heading, [entries[brief.id] for brief in briefs if brief.id in entries])

    talk.show(Listing(heading, held, _meeting, opened, MEETINGS))


def _meeting(meeting: HeldMeeting) -> str:
    date, _, occasion, parties, briefs = meeting_row(meeting)
    return " ".join(part for part in (date or "undated", occasion, parties, f"({briefs})" if briefs else "") if part)


def series(talk: Conversation, words: str) -> None:
    """List all series, or the meetings of one."""
    if words:
        _show_series(talk, talk.library.series_named(words))
        return
    found = talk.library.series()
    talk.show(
        Listing(f"{counted(len(found), *SERIES)}:", found, _series, lambda at: _show_series(talk, found[at]), SERIES)
    )


def _series(series: Series) -> str:
    gaps = f"missing: {', '.join(map(str, series.gaps))}" if series.gaps else ""
    following = f"next: {series.next}" if series.next else ""
    return ", ".join(part for part in (series.name, counted(len(series.meetings), *MEETINGS), gaps, following) if part)


def _show_series(talk: Conversation, series: Series) -> None:
    rows = series.meetings
    talk.show(Listing(f"{_series(series)}:", rows, told, lambda at: talk.open(rows[at].id), MEETINGS))


def when(talk: Conversation, words: str) -> None:
    """Tell the next meeting of a series, of that of the open brief, or of all that have one."""
    if words:
        _tell_next(talk, talk.library.series_named(words))
        return
    if not talk.is_reading:
        coming = [each for each in talk.library.series() if each.next]
        for each in coming:
            _tell_next(talk, each)
        if not coming:
            talk.say("No series tells of a next meeting.")
        return
    brief = talk.brief()
    meeting = brief.annotation.meeting
    if meeting and meeting.next:
        talk.say(f"Next meeting, as this text says: {_date(meeting.next)}.")
        if source := answers.said(brief, "next"):
            talk.say(source)
    else:
        talk.say("This text tells of no next meeting.")
    if brief.entry.series:
        _tell_next(talk, talk.library.series_named(brief.entry.series))


def _tell_next(talk: Conversation, series: Series) -> None:
    last = max((entry.date for entry in series.meetings if entry.date), default=None)
    held = f"last on {long_date(last)}" if last else "undated"
    talk.say(f"{series.name}: {held}; next: {_date(series.next) if series.next else 'not told'}.")


def _date(told: str) -> str:
    return long_date(told) if told[:4].isdigit() else told


def who(talk: Conversation, words: str) -> None:
    """Tell the facts that the library knows of a name, and list the briefs that mention it."""
    if not words:
        talk.say("Write who and a name: who Jenkins.")
        return
    dossier = talk.library.dossier(words)
    for line in _about(dossier):
        talk.say(line)
    rows = dossier.mentions
    talk.show(
        Listing(
            f"{counted(len(rows), *BRIEFS)} with the name:",
            rows,
            _mention,
            lambda at: talk.open(rows[at].entry.id),
            BRIEFS,
        )
    )


def _about(dossier: Dossier) -> list[str]:
    lines = [f"{dossier.name}, {dossier.type.lower()}."]
    if dossier.aliases:
        lines.append(f"Also: {', '.join(dossier.aliases)}.")
    if dossier.others:
        others = ", ".join(f"{each.name} ({each.briefs:,})" for each in dossier.others)
        lines.append(f"Not meant: {others}; write more of a name to ask for one of these.")
    if dossier.titles:
        offices = "; ".join(f"{each.title}, {each.first or 'undated'}" for each in dossier.titles[:_MOST_NAMES])
        lines.append(f"Offices, from the date of the first brief that says so: {offices}.")
    if dossier.holders:
        held = "; ".join(f"{each.name}, {each.first or 'undated'}" for each in dossier.holders[:_MOST_NAMES])
        lines.append(f"Held by, from the date of the first brief that says so: {held}.")
    if dossier.attended:
        lines.append(f"Attended {counted(len(dossier.attended), *MEETINGS)}.")
    if dossier.together:
        lines.append(f"With: {', '.join(each.name for each in dossier.together[:_MOST_NAMES])}.")
    return lines


def _mention(mention: Occurrence) -> str:
    times = f", {mention.times} times" if mention.times > 1 else ""
    return f"{mention.entry.date or 'undated'} {mention.entry.title}{times}"


def notes(talk: Conversation, words: str) -> None:
    """List the notes that a query finds, or all, the newest first."""
    kept = talk.session.mending(lambda: talk.library.notes.found(words))
    if not kept:
        none = f"No note matches {words}" if words else "There are no notes"
        talk.say(f"{none}; note and a text writes one on the open brief.")
        return
    talk.show(
        Listing(
            f"{counted(len(kept), *NOTES)}, newest first:", kept, _note, lambda at: _open_note(talk, kept[at]), NOTES
        )
    )


def _note(kept: KeptNote) -> str:
    note = kept.note
    quote = f"“{note.quote}” " if note.quote else ""
    labels = f" ({', '.join(note.labels)})" if note.labels else ""
    return " ".join(f"{kept.title}: {quote}{note.text}{labels}".split())


def _open_note(talk: Conversation, kept: KeptNote) -> None:
    if kept.brief is None:
        talk.say(f"The brief of this note is no longer in the library: {_note(kept)}")
        return
    talk.say(_note(kept))
    if kept.lost:
        talk.say("The passage is no longer in the text.")
    talk.open(kept.brief)
