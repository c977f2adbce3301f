"""Keeps what a person corrects about meetings and series in the plain file `meetings.yaml`."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from briefreader.config import Places
from briefreader.indexing import read_bytes, silent
from briefreader.library import own_files
from briefreader.library.brief_ids import IdsNow
from briefreader.library.own_files import Change, OwnFile
from briefreader.meetings import Corrections, Facts, Grouping, HeldMeeting
from briefreader.model import Problem, SourceError, UsageError

OWN_MEETINGS = "meetings.yaml"
"""The name of the file of corrected meetings in the folder of a library and of a user."""

_FIRST_LINES = "# What a person knows better about meetings and series; without its line the inferred state returns.\n"

_MANY_KEYS = 4
_NOTHING_CHANGED = "nothing was changed"


def file(places: Places) -> OwnFile:
    """Return the file of corrected meetings."""
    return OwnFile(OWN_MEETINGS, places.config, _FIRST_LINES, "correcting")


class Marked(NamedTuple):
    """A brief that stands for its whole meeting, or for itself where it is `alone`."""

    brief: str
    alone: bool = False


class Corrected(NamedTuple):
    """A change of the file at a path: a few words tell what it was."""

    what: str
    path: Path


class OwnMeetings:
    """The corrections for the library at root, read again whenever a file has changed; usable from several threads.

    `held` returns the meetings as corrected so far, and `ids_now` the present IDs of briefs that had some IDs before.
    """

    def __init__(
        self,
        root: Path,
        places: Places,
        held: Callable[[], Sequence[HeldMeeting]],
        ids_now: IdsNow,
    ) -> None:
        self._root = root
        self._places = places
        self._held = held
        self._ids_now = ids_now
        self._lock = threading.Lock()
        self._contents: tuple[tuple[Path, bytes], ...] = ()
        self._known = Corrections()
        self._mistakes: tuple[Problem, ...] = ()
        self._unread: tuple[Problem, ...] = ()

    def corrections(self) -> Corrections:
        """Return what a person states, an equal state always as the same object; rows with a mistake do not count."""
        self._read()
        return self._known

    def problems(self) -> tuple[Problem, ...]:
        """Return the mistakes in the files."""
        self._read()
        with self._lock:
            return (*self._unread, *self._mistakes)

    def _read(self) -> None:
        with self._lock:
            contents, self._unread = self._read_files()
            if contents == self._contents:
                return
            from briefreader.library.corrections.meeting_rows import read

            found = [read(path, data) for path, data in contents]
            corrections = [each.corrections for each in found]
            self._known = Corrections(
                tuple(grouping for each in corrections for grouping in each.groupings),
                tuple(facts for each in corrections for facts in each.facts),
                {alias: name for each in corrections for alias, name in each.series.items()},
            )
            self._mistakes = tuple(problem for each in found for problem in each.problems)
            self._contents = contents

    def _read_files(self) -> tuple[tuple[tuple[Path, bytes], ...], tuple[Problem, ...]]:
        contents: list[tuple[Path, bytes]] = []
        unread: list[Problem] = []
        for folder in (self._places.config, self._root):  # the file of the library counts after that of the user
            path = folder / OWN_MEETINGS
            try:
                contents.append((path, read_bytes(path)))
            except SourceError as error:
                if isinstance(error.__cause__, FileNotFoundError):
                    continue
                what, _, remedy = str(error).rpartition("; ")
                unread.append(Problem(str(path), what, remedy))
        return tuple(contents), tuple(unread)

    def join(self, marked: Sequence[Marked], notify: Callable[[str], object] = silent) -> Corrected:
        """State that briefs are of one meeting, those of whole meetings and single ones, which leave theirs.

        Raises UsageError where they are so already, LibraryError, SettingsError.
        """
        meeting_of = self._meeting_of()
        whole = dict.fromkeys(brief for each in marked if not each.alone for brief in _briefs(meeting_of, each.brief))
        alone = dict.fromkeys(each.brief for each in marked if each.alone)
        briefs = (*whole, *(brief for brief in alone if brief not in whole))
        if len(briefs) < 2 or len({_face(meeting_of, brief) for brief in briefs}) < 2:
            raise UsageError("they are one meeting already; mark what to join with M")
        steps = [Grouping("joined", briefs)]
        for brief in alone:
            if others := tuple(each for each in _briefs(meeting_of, brief) if each not in briefs):
                steps.insert(0, Grouping("parted", (brief,), others))
        date = next((held.date for brief in briefs if (held := meeting_of.get(brief)) and held.date), None)
        return self._group(steps, f"joined {len(briefs)} briefs{_on(date)}", notify)

    def part(self, briefs: Sequence[str], notify: Callable[[str], object] = silent) -> Corrected:
        """State that briefs of one meeting are of another than its other briefs.

        Raises UsageError where they have no other briefs, LibraryError, SettingsError.
        """
        meeting_of = self._meeting_of()
        faces = {_face(meeting_of, brief) for brief in briefs}
        if len(faces) != 1:
            raise UsageError("they are of several meetings; mark briefs of one meeting")
        others = tuple(each for each in _briefs(meeting_of, briefs[0]) if each not in briefs)
        if not others:
            raise UsageError("its meeting has no other brief")
        date = meeting_of[briefs[0]].date
        what = f"parted {'1 brief' if len(briefs) == 1 else f'{len(briefs)} briefs'}{_on(date)}"
        return self._group([Grouping("parted", tuple(briefs), others)], what, notify)

    def _group(self, steps: Sequence[Grouping], what: str, notify: Callable[[str], object]) -> Corrected:
        from briefreader.library.corrections.meeting_row_edits import with_grouping

        def change(path: Path, text: str) -> str:
            for step in steps:
                text = with_grouping(path, text, step)
            return text

        return self._edit(change, what, notify)

    def facts_of(self, brief: str) -> Facts:
        """Return the facts that a person states of the meeting of a brief."""
        return self.corrections().facts_of(self._all_ids(_briefs(self._meeting_of(), brief)))

    def _all_ids(self, briefs: Sequence[str]) -> tuple[str, ...]:
        """Return the IDs of briefs, and those that they had when facts were stated."""
        stated = [brief for brief, _ in self.corrections().facts]
        return (*briefs, *(id for id, now in self._ids_now(stated).items() if now in briefs))

    def state(self, brief: str, facts: Facts, notify: Callable[[str], object] = silent) -> Corrected:
        """State facts of the meeting of a brief, in place of all that were stated before.

        Raises UsageError where they were stated already, LibraryError, SettingsError.
        """
        from briefreader.library.corrections.meeting_row_edits import with_facts

        meeting_of = self._meeting_of()
        briefs = self._all_ids(_briefs(meeting_of, brief))
        former = self.corrections().facts_of(briefs)
        keys = [key for key in {**former, **facts} if former.get(key, "") != facts.get(key, "")]
        if not keys:
            raise UsageError(_NOTHING_CHANGED)
        date = meeting_of[brief].date if brief in meeting_of else None
        what = f"corrected {_listed(keys) if len(keys) < _MANY_KEYS else f'{len(keys)} facts'}{_on(date)}"
        return self._edit(lambda path, text: with_facts(path, text, briefs, facts), what, notify)

    def name_series(self, names: Sequence[str], name: str, notify: Callable[[str], object] = silent) -> Corrected:
        """State that series are one under a name; the name of another series merges the two.

        Raises UsageError where they are so already, LibraryError, SettingsError.
        """
        from briefreader.library.corrections.meeting_row_edits import with_series

        others = [each for each in dict.fromkeys(names) if each != name]
        if not others:
            raise UsageError("the series has this name already")
        merges = name in names or any(meeting.series == name for meeting in self._held())
        what = f"{_listed([*others, name])} are one series" if merges else f"the series {names[0]} is called {name}"
        return self._edit(lambda path, text: with_series(path, text, name, others), what, notify)

    def _edit(self, change: Change, what: str, notify: Callable[[str], object]) -> Corrected:
        def changed(path: Path, text: str) -> str:
            new = change(path, text)
            if new == text:
                raise UsageError(_NOTHING_CHANGED)
            return new

        path = own_files.edit(self._root, self._places, file(self._places), changed, what, notify)
        return Corrected(what, path)

    def _meeting_of(self) -> dict[str, HeldMeeting]:
        return {brief.id: meeting for meeting in self._held() for brief in meeting.briefs}


def _briefs(meeting_of: dict[str, HeldMeeting], brief: str) -> tuple[str, ...]:
    """Return the briefs of the meeting of a brief, the face first, or the brief alone."""
    return tuple(each.id for each in meeting_of[brief].briefs) if brief in meeting_of else (brief,)


def _face(meeting_of: dict[str, HeldMeeting], brief: str) -> str:
    return _briefs(meeting_of, brief)[0]


def _on(date: str | None) -> str:
    return f" ({date})" if date else ""


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
