"""Briefs of one country, with what each tells of a meeting, in as few words as a test needs."""

from briefreader.meetings import Account, Told
from briefreader.meetings.account import Person
from briefreader.meetings.occasion import occasion_of
from briefreader.model import Entry, Kind, MeetingFormat

PRESIDENT = Person("Ada Berg", "President", "Norland", "lead")
DEPUTY = Person("Carl Dahl", "Vice President", "Norland", "lead")
SECRETARY = Person("Eva Falk", "Secretary of State", "Norland", "lead")
GUEST = Person("Gil Haro", "Prime Minister", "Sudia", "lead")
OTHER_GUEST = Person("Ines Jara", "President", "Ostria", "lead")
MINISTER = Person("Kai Lund", "Foreign Minister", "Sudia", "lead")


def told(
    id: str,
    title: str,
    date: str,
    kind: Kind | None,
    *people: Person,
    held: str | None = None,
    later: str | None = None,
    parties: tuple[str, ...] = (),
    format: MeetingFormat | None = None,
    fingerprint: str = "",
    series: str | None = None,
    ordinal: int | None = None,
    event: str | None = None,
    url: str | None = None,
    mentioned: tuple[Person, ...] = (),
    days: tuple[str, ...] = (),
) -> Told:
    """Return a brief: `held` is the day of the meeting that it tells of, `later` that of the next, `people` met.

    The people are named in the title where their surname is, and so are the parties of a text that tells of no meeting.
    """
    sides = parties or tuple(dict.fromkeys(person.side for person in people if person.side))
    account = Account(
        kind=kind,
        tells=held is not None,
        date=held,
        next=later,
        format=format,
        occasion=occasion_of(title),
        fingerprint=fingerprint,
        people=(*people, *mentioned),
        sides=sides if held else (),
        leads=tuple(person.name for person in people) if held else (),
        title_people=tuple(person.name for person in people if person.name.split()[-1] in title),
        title_parties=sides,
        title_events=(event,) if event else (),
        days=days,
    )
    return Told(Entry(id, title, date, series, ordinal, None, None, f"{id}.md", url), account)
