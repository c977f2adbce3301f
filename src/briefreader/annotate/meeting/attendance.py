"""Who took part in the meeting and how, and who is only spoken of."""

from briefreader.annotate.meeting.report_sentences import Reading
from briefreader.annotate.text.masked_sentences import PERSON, pattern
from briefreader.model import Attendee, Meeting, Role

# People in these sentences took part without leading.
_PART = pattern(
    r"\b(?:delegations?|[Pp]articipants|attendees),?(?: also)? (?:included|includes|including|comprised"
    r"|consisted of|were)\b"
    r"|\balso (?:participated|attended|joined|took part|met with the)\b|\b(?:joined|accompanied) by\b"
    r"|\b(?:was|were) (?:also )?(?:present|in attendance)\b|\bwas in <L> as well\b|\bcame for a session\b"
    r"|\bwith the participation of\b"
)


def attendance(reading: Reading, meeting: Meeting | None) -> tuple[Attendee, ...]:
    """Return one row a person named in the body, in order; everyone is `mentioned` where no meeting is reported."""
    leads = set(meeting.leads) if meeting else set()
    reporting = {report.sentence.number for report in reading.found}
    held: dict[str, tuple[int, Role, int]] = {}
    for sentence in reading.sentences:
        if sentence.title or PERSON not in sentence.bones:
            continue
        part = meeting is not None and _PART.search(sentence.bones) is not None
        for place, number in sentence.at.items():
            mention = reading.entities.mentions[number]
            if mention.type != "PERSON":
                continue
            role: Role = "mentioned"
            if mention.canonical in leads:
                role = "lead"
            elif part and not _spoken_of(sentence.bones, place):
                role = "participant"
            # The name is pointed at where it stands in the sentence that shows the part taken.
            weight = (role != "mentioned") + (role != "mentioned" and sentence.number in reporting)
            if mention.canonical not in held or weight > held[mention.canonical][0]:
                held[mention.canonical] = weight, role, number
    return tuple(_row(reading, name, role, number) for name, (_, role, number) in held.items())


def _spoken_of(bones: str, place: int) -> bool:
    return bones[place + 1 : place + 2] == "'"


def _row(reading: Reading, name: str, role: Role, number: int) -> Attendee:
    mention = reading.entities.mentions[number]
    person = reading.people[name]
    return Attendee(mention.start, mention.end, name, person.title, person.side, role)
