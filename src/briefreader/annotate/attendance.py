"""Who took part in the meeting and how, and who is only spoken of."""

import re
from collections.abc import Mapping, Sequence

from briefreader.annotate.affiliations import Affiliation
from briefreader.annotate.entities import Entities
from briefreader.annotate.report import Report
from briefreader.annotate.skeleton import Sentence, pattern
from briefreader.model import Attendee, Meeting, Role

# People in these sentences took part without leading.
_PART = pattern(
    r"\b(?:delegation|delegations|participants|attendees)(?: also)? (?:included|includes|comprised|consisted of)|\balso (?:participated|attended|joined|took part|met with the)"
    r"|\bjoined by\b|\baccompanied by\b|\b(?:was|were) (?:also )?(?:present|in attendance)\b|\bwas in <L> as well|\bparticipants (?:included|were)\b|\bcame for a session\b|\bwith the participation of\b"
)


def attendance(
    entities: Entities,
    sentences: Sequence[Sentence],
    found: Sequence[Report],
    people: Mapping[str, Affiliation],
    meeting: Meeting | None,
) -> tuple[Attendee, ...]:
    """Return one row a person named in the body, in order; everyone is `mentioned` where no meeting is reported."""
    leads = set(meeting.leads) if meeting else set()
    spans: dict[str, tuple[Role, int]] = {}
    order: list[str] = []
    reporting = {report.sentence.number for report in found}
    for sentence in sentences:
        if sentence.title:
            continue
        part = _PART.search(sentence.bones)
        for place, number in sentence.at.items():
            mention = entities.mentions[number]
            if mention.type != "PERSON":
                continue
            name = mention.canonical
            role: Role = "mentioned"
            if name in leads:
                role = "lead"
            elif meeting and part and not _spoken_of(sentence.bones, place):
                role = "participant"
            held = spans.get(name)
            if held is None:
                order.append(name)
            better = held is None or (held[0] == "mentioned" and role != "mentioned")
            evident = held is not None and held[0] == role == "lead" and sentence.number in reporting
            if better or (evident and held is not None and not _reported(entities, sentences, held[1], reporting)):
                spans[name] = role, number
    return tuple(_row(entities, name, spans[name], people) for name in order)


def _reported(entities: Entities, sentences: Sequence[Sentence], number: int, reporting: set[int]) -> bool:
    start = entities.mentions[number].start
    return any(item.number in reporting and item.span.start <= start < item.span.end for item in sentences)


def _spoken_of(bones: str, place: int) -> bool:
    return bool(re.match(r"'", bones[place + 1 : place + 2]))


def _row(entities: Entities, name: str, held: tuple[Role, int], people: Mapping[str, Affiliation]) -> Attendee:
    role, number = held
    mention = entities.mentions[number]
    person = people.get(name, Affiliation(None, None))
    return Attendee(mention.start, mention.end, name, person.title, person.side, role)
