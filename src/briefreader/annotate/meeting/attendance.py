"""Reads the attendance of a meeting: leads, participants, and people whom the text only mentions."""

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.text.masked_sentences import PERSON, pattern
from briefreader.model import Attendee, Meeting, Role

# The people in a sentence with one of these took part without leading.
_PARTICIPATION = pattern(
    r"\b(?:delegations?|[Pp]articipants|attendees),?(?: also)? (?:included|includes|including|comprised|consisted of|"
    r"were)\b|\balso (?:participated|attended|joined|took part|met with the)\b|\b(?:joined|accompanied) by\b|\b(?:was|"
    r"were) (?:also )?(?:present|in attendance)\b|\bwas in <L> as well\b|\bcame for a session\b|\bwith the "
    r"participation of\b"
)


def attendance(evidence: MeetingEvidence, meeting: Meeting | None) -> tuple[Attendee, ...]:
    """Return one attendee for each person in the body, in order; without a meeting every role is `mentioned`.

    The span of an attendee is the name in the sentence that shows the role.
    """
    leads = set(meeting.leads) if meeting else set()
    reporting = {report.sentence.number for report in evidence.report_sentences}
    best: dict[str, tuple[int, Role, int]] = {}
    for sentence in evidence.sentences:
        if sentence.is_title or PERSON not in sentence.masked:
            continue
        participation = meeting is not None and _PARTICIPATION.search(sentence.masked) is not None
        for at, number in sentence.mention_at.items():
            if sentence.masked[at] != PERSON:
                continue
            name = evidence.canonical(number)
            role: Role = "mentioned"
            if name in leads:
                role = "lead"
            elif participation and sentence.masked[at + 1 : at + 2] != "'":  # `Blinken's policy` is no participant
                role = "participant"
            weight = (role != "mentioned") + (role != "mentioned" and sentence.number in reporting)
            if name not in best or weight > best[name][0]:
                best[name] = weight, role, number
    return tuple(_attendee(evidence, name, role, number) for name, (_, role, number) in best.items())


def _attendee(evidence: MeetingEvidence, name: str, role: Role, number: int) -> Attendee:
    mention = evidence.entities.mentions[number]
    person = evidence.people[name]
    return Attendee(mention.start, mention.end, name, person.title, person.side, role)
