"""Annotates documents with the names of the program's lists and of the user's lists."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from briefreader.annotate.mentions.entities import recognize
from briefreader.annotate.mentions.owners import with_owners
from briefreader.annotate.names import lists, series_identity
from briefreader.annotate.names.changed_names import ChangedNames, changed_names
from briefreader.annotate.names.gazetteer import Gazetteer, Name, folded
from briefreader.annotate.names.lists import ListFile
from briefreader.annotate.names.renaming import renamed
from briefreader.model import Annotation, Document, EntityType

_AROUND = 40  # characters beside the name of a group in which its level stands
_BEGINNING = 60  # characters of a text that begins with `We, the leaders of`


class Annotator:
    """Annotates documents and looks up names; it never changes and may be shared between threads."""

    __slots__ = ("_gazetteer",)

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    @classmethod
    def load(cls, places: Sequence[Path], cache: Path | None = None) -> "Annotator":
        """Return an annotator with the program's lists in the first place and the user's lists in the others.

        A place is a file or a folder of `*.yaml` files; later places win. `cache` is a folder for the compiled lists,
        which are checked before use. Raises SettingsError where a list cannot be read.
        """
        return cls(lists.load(places, cache))

    @classmethod
    def of(cls, program: Path, own: Sequence[ListFile], cache: Path | None = None) -> "Annotator":
        """Return an annotator with the program's lists in a folder and the user's lists. Raises as `load` does."""
        return cls(lists.compiled((program,), own, cache))

    def changed_names(self, other: "Annotator") -> ChangedNames | None:
        """Return the names that another annotator treats differently, None where it may treat any text differently.

        Both have the same lists of the program.
        """
        return changed_names(self._gazetteer, other._gazetteer)

    def listed(self, spelling: str) -> tuple[Name, ...]:
        """Return the entries with a spelling, whatever its case, accents and hyphens, under the names to show."""
        found = self._gazetteer.spelled(folded(spelling))
        return tuple(replace(entry, name=self._gazetteer.called(entry.type, entry.name)) for entry in found)

    def called(self, type: EntityType, name: str) -> str:
        """Return the listed name for a name in a text, the name itself where the lists have none or several."""
        entries = self._gazetteer.spelled(folded(name))
        known = {self._gazetteer.called(type, entry.name) for entry in entries if entry.type == type}
        return known.pop() if len(known) == 1 else name

    def series_called(self, spelling: str) -> str:
        """Return what a name of a series means: a body and, after a bar, the parties unless the body has them fixed."""
        body, parties = series_identity.identity(spelling, self._gazetteer)
        return f"{body} | {', '.join(sorted(parties))}" if parties else body

    def series_keys(self, names: Iterable[str]) -> dict[str, str]:
        """Return what each name of a series means; an acronym means the one name among these that it stands for.

        Of a long name and another that goes on after it, both mean the shorter one.
        """
        keys = {name: self.series_called(name) for name in names}
        parts = {name: key.partition(" | ") for name, key in keys.items()}
        bodies = {body for body, _, _ in parts.values()}
        for name, (body, bar, parties) in parts.items():
            acronym = name.split(" ")[0]
            if body != acronym.lower():
                continue
            meant = {each for each in bodies if " " in each and series_identity.stands_for(acronym, each)}
            if len(meant) == 1:
                keys[name] = f"{meant.pop()}{bar}{parties}"
                continue
            whole = {
                keys[each]
                for each, (_, _, others) in parts.items()
                if " " in each and parties in ("", others) and series_identity.stands_for(acronym, each)
            } - {keys[name]}
            if not meant and len(whole) == 1:
                keys[name] = whole.pop()
        return series_identity.shortened(keys)

    def is_standing_series(self, spelling: str) -> bool:
        """Return whether a name is that of a listed series or of a listed group that meets again and again."""
        found = self._gazetteer.spelled(folded(spelling))
        return any(entry.section == "series" for entry in found) or self._is_group(series_identity.group_of(spelling))

    def spellings(self) -> Iterator[tuple[str, ...]]:
        """Yield the spellings of each listed name with several, without the spellings that the user excludes."""
        for entry in self._gazetteer.entries:
            found = tuple(each for each in entry.spellings if not self._gazetteer.is_killed(each))
            if len(found) > 1 and entry.type != "NORP":
                yield found

    def similar(self, spelling: str, count: int) -> tuple[str, ...]:
        """Return at most count listed names with a similar spelling, the most similar first."""
        import difflib  # takes 3 ms, and a name is seldom unknown

        close = difflib.get_close_matches(folded(spelling), self._gazetteer.by_spelling, n=count)
        return tuple(dict.fromkeys(entry.name for each in close for entry in self._gazetteer.spelled(each)))

    def body_of_country(self, phrase: str) -> str | None:
        """Return the identity of the body of a country in a phrase such as `Japan's Ministry of Health`, else None."""
        mentions = with_owners(recognize(f"The {phrase} spoke.", self._gazetteer), None)
        owned = [each.identity for each in mentions if each.owner]
        return owned[0] if len(owned) == 1 else None

    def parted(self, phrase: str) -> tuple[str | None, str]:
        """Return the office before a person's name and the name: `King` and `Abdullah II`; no office if there is none.

        A form of address is left out of the name. A phrase in small letters is read as if its words were capitalized.
        """
        if not self.listed(phrase):
            begun = phrase.title() if phrase.islower() else phrase
            found = recognize(f"{begun} met the delegation.", self._gazetteer).mentions
            person = next((each for each in found if each.type == "PERSON" and each.end == len(begun)), None)
            if person and len(begun) == len(phrase):
                office = next((each for each in found if each.type == "TITLE" and each.end < person.start), None)
                return office.canonical if office else None, phrase[person.start :]
        return None, phrase

    def annotate(self, document: Document) -> Annotation:
        """Return the annotation of a document; the facts of the document override its text."""
        # The rules for meetings take long to import, and names are looked up without them.
        from briefreader.annotate.kind import kind_of
        from briefreader.annotate.meeting import meeting
        from briefreader.annotate.meeting.commitments.commitments import commitments
        from briefreader.annotate.meeting.evidence import MeetingEvidence
        from briefreader.annotate.meeting.parties.attendance import attendance

        entities = recognize(document.text, self._gazetteer)
        evidence = MeetingEvidence.of(document, entities, self._gazetteer)
        found = meeting.read(evidence)
        annotation = Annotation(
            mentions=with_owners(entities, evidence.country_of_site),
            meeting=found,
            attendance=attendance(evidence, found),
            commitments=commitments(evidence, found),
            kind=kind_of(document, found is not None and evidence.is_held),
        )
        named = renamed(annotation, self._gazetteer)
        return named._replace(series_label=self._series_label(document, named))

    def _series_label(self, document: Document, annotation: Annotation) -> str | None:
        """Return the name under which lists show the series of a meeting, the stated one as it is."""
        from briefreader.annotate.meeting.series.level_name import level_name

        found = annotation.meeting
        if found is None or "series" in found.stated:
            return found.series if found else None
        words = found.evidence.get("series")
        if found.series is None or self._is_group(found.series):
            met = [each for each in annotation.attendance if each.name in found.leads]
            said = (
                document.text[max(0, words[0] - _AROUND) : words[1] + _AROUND] if words else document.body[:_BEGINNING]
            )
            level = level_name(document.title, said, (each.title for each in met if each.title))
            if found.series:
                return f"{found.series} {level}" if level else found.series
            sides = series_identity.sides_of_three(document, found.sides, (each.side for each in met))
            return series_identity.of_three(sides, level) if sides and level else None
        mentions = (each.canonical for each in annotation.mentions if (each.start, each.end) == words)
        full_name = next(mentions, document.text[slice(*words)] if words else None)
        return series_identity.label(found.series, full_name, found.sides, self._gazetteer)

    def _is_group(self, name: str) -> bool:
        """Return whether a name is that of a standing group of countries, whose meetings of each level are a series."""
        found = self._gazetteer.spelled(folded(name))
        return any(entry.section == "organizations" and entry.sides for entry in found)
