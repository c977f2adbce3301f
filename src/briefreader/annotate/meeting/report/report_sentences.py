"""Finds the sentences that report a meeting."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefreader.annotate.meeting.report import headline, meeting_signs, sentence_report
from briefreader.annotate.meeting.report.leads import BACKGROUND, in_person, in_the_chair, inviters
from briefreader.annotate.meeting.report.meeting_signs import OPENING
from briefreader.annotate.meeting.report.sentence_report import ALSO, MEETS, NEWS, ReportSentence
from briefreader.annotate.meeting.report.signatories import signatories
from briefreader.annotate.text.masked_sentences import DATE, EVENT, PERSON, MaskedSentence, pattern

# Lines above the text that say who speaks, and where its text begins.
_PREAMBLE = pattern(
    r"Office of the Spokesperson|[^.]{0,80}(?:attributable to)|Begin [Tt]ext|F(?:or|OR) I(?:mmediate|MMEDIATE)|<D>\.?$|"
    r"<L>(?:, <LRCD>)*\.?$|<T>,? <P>:?$|<P>, (?:<OCN> )?(?:<T>|Department Spokesperson)$"
)
# These words in a sentence show a talk beside the meeting.
_ASIDE = re.compile(
    r"\bon the side\b|\bseparate(?:ly)?\b|\blater\b|\bin turn\b|\ba(?:nother)? (?:pull-aside|side meeting)\b"
)
_THE_TWO = re.compile(
    r"\b[Tt]he two (?:[Hh]eads|[Ll]eaders|[Pp]residents|[Pp]rime [Mm]inisters|(?:[Ff]oreign )?[Mm]inisters)\b"
)
_BARE_SUBJECT = re.compile(
    r"(?:\d{1,2}\. )?(?:(?:In|On|At|During|As part of|Later) [^,.]{0,60},? )?(?:[Tt]he (?:[A-Z][a-z]+ ){1,3}|[Hh]e |"
    r"[Ss]he |[Tt]hey |I |[Ww]e )(?:[a-z]+ ){0,3}(?:spoke|met|meet|meeting|held|hold|called|received|receive)\b"
)
# A minister tells of a meeting of his own.
_I_DO = re.compile(r"\bI (?:[a-z]+ ){0,3}$")
_HE = re.compile(r"(?:He|She) ")
_HIM = re.compile(r" (?:him|her)\b(?! [A-Z])")
_PARTICIPLE = re.compile(r"(?:co-?)?(?:led|chaired|hosted|convened|headed|presided|moderated|represented)\b.* by$")
_IN_TIME_OR_PLACE = pattern(r"\b(?:[Tt]oday|[Yy]esterday)\b|\b(?:[Ii]n|[Aa]t|to)(?: the)? <LR>")
# What a guest did besides: `During his stay, B met with C`.
_ON_STAY = re.compile(r"(?:During|In the course of|As part of|Within) (?:his|her|their|the) (?:stay|visit|trip)\b")
_CREDENTIALS = re.compile(r"[Cc]rede(?:ntials|nce)\b")
# Envoys are listed in a sentence or below it: `They are A of Malta and B of Peru`, `The envoys are as follows:`.
_THE_ENVOYS = re.compile(
    r"(?:They|These|Those|The (?:\w+[ -]){0,3}(?:envoys?|[Aa]mbassadors|diplomats|[Hh]eads of [Mm]ission|"
    r"(?:[Hh]igh )?[Cc]ommissioners))(?: who [^.;:]{0,60}?)? (?:are|were|included?|comprised)\b"
)
_ENVOY = pattern(
    r"(?:\W{0,3}\d{0,2}[.)]? ?)?(?:(?:H\.E\.|HE|Mrs?\.?|Ms\.?|Dr\.?|Amb\.?|Prof\.?|His|Her|"
    r"Excellency) ?)*(?:<T>[^.;<P>]{0,60} )?<P>(?!.*\b(?:said|was|were|noted|attended)\b)"
)
_BOTH = pattern(
    r"(?:<CN> )?(?:<T> )?<P> and (?:<CN> )?(?:<T> )?<P> (?:also )?(?:discussed|reviewed|considered|exchanged|"
    r"agreed|noted|"
    r"talked|focused|examined|signed)\b"
)
_LONGEST_LIST = 30
# The first sentence tells of an earlier meeting.
_AGO = pattern(r"\bago\b|^(?:Back )?[Ii]n <D>, ")
# These acts tell of a meeting that a text names.
_AT_EVENT = frozenset((*MEETS, "holding", "chair", "attendance"))
# Sentences after this number report side events.
_REACH = 14
_LINES = 6
_LAST_FIRST_REPORT = 12


def find(sentences: Sequence[MaskedSentence]) -> list[ReportSentence]:
    """Return the sentences that report a meeting; a title that names a meeting comes first."""
    title = next((item for item in sentences if item.is_title), None)
    body = [item for item in sentences if not item.is_title and not _PREAMBLE.match(item.masked)]
    if title is not None and headline.rules_out(title, " ".join(item.masked for item in body[:3])):
        return []
    own = title is not None and headline.names_own_meeting(title)
    if meeting_signs.speaks_of_others(body) and not own:
        return []
    in_title = [ReportSentence(title, "", headline.leads(title))] if title and headline.names_meeting(title) else []
    joint = title is not None and headline.is_joint(title)
    in_body = _in_body(body, bool(in_title), own, joint, _author(sentences))
    if in_body and in_body[0].act == "visit" and len(in_body[0].leads) == 1 and title:
        # The title alone may name the host: `Visit to Norway of A at the invitation of B`.
        in_body[0] = replace(in_body[0], leads=tuple(dict.fromkeys((*in_body[0].leads, *inviters(title)))))
    if in_body:
        signed = signatories(title, body)
        if title and len(signed) > 1 and not any(len(item.leads) > 1 for item in in_body):
            return [ReportSentence(title, "", signed), *(replace(item, leads=()) for item in in_body)]
        told = meeting_signs.parties_met(body) or (joint and meeting_signs.issuers_met(in_body[0].sentence.masked))
        if in_title or told or any(map(meeting_signs.shows_meeting, in_body)):
            return [*in_title, *in_body]
    # A title without a report sentence counts only where the body begins with its meeting.
    if not meeting_signs.begins_with_meeting(body):
        return []
    return [replace(item, leads=item.leads or signatories(title, body)) for item in in_title]


def told_first(
    sentences: Sequence[MaskedSentence], side_of_mention: Sequence[str | None], name_of_mention: Sequence[str]
) -> list[ReportSentence]:
    """Return the reports of a meeting of two sides that the first sentences tell with its place or day, else nothing.

    A fact sheet begins so: `Minister Lund of Norway and Minister Ek of Sweden met in Oslo on 5 May.` `side_of_mention`
    has the side of each mention, None for one without, `name_of_mention` its name.
    """
    found = find(sentences)
    first = next((item for item in found if not item.sentence.is_title), None)
    if first is None or first.act not in _AT_EVENT:
        return []
    masked = first.sentence.masked
    if _AGO.search(masked) or not (DATE in masked or _IN_TIME_OR_PLACE.search(masked)):
        return []
    sided = len({side_of_mention[number] for number in first.leads} - {None}) > 1
    titles = [item for item in sentences[:1] if EVENT in item.masked and item.is_title]
    if titles and first.rank < OPENING:  # the title names the meeting
        named = {name_of_mention[number] for item in titles for number in item.mentions(EVENT)}
        at_event = not named.isdisjoint(name_of_mention[number] for number in first.sentence.mentions(EVENT))
        return found if at_event or sided else []
    is_held = not first.is_to_come and first.act != "attendance"
    sided = sided or meeting_signs.parties_met([first.sentence])
    return found if first.rank < NEWS and is_held and sided else []


def spoken_jointly(
    sentences: Sequence[MaskedSentence], side_of_mention: Sequence[str | None]
) -> Iterator[ReportSentence]:
    """Yield the title of remarks where people of different sides spoke jointly, and so met.

    `side_of_mention` has the side of each mention, None for one without.
    """
    title = sentences[0] if sentences and sentences[0].is_title else None
    if title is None or not headline.is_joint_occasion(title):
        return
    people = tuple(title.mentions(PERSON))
    if len({side_of_mention[number] for number in people} - {None}) > 1 or headline.names_other_office(title):
        yield ReportSentence(title, "", people)


def _in_body(
    body: Sequence[MaskedSentence], titled: bool, own: bool, joint: bool, author: tuple[int, ...]
) -> list[ReportSentence]:
    found: list[ReportSentence] = []
    for rank, sentence in enumerate(body[:_REACH]):
        if found and PERSON not in sentence.masked:
            continue  # only people add anything to a meeting that is found
        report = sentence_report.read(sentence, rank, found, own and rank < NEWS)
        if report and len(report.leads) == 1 and _lacks_other(report):
            report = replace(report, leads=(*_antecedent(body[:rank]), *report.leads))
        if report and not found and _I_DO.search(sentence.masked, 0, report.at):
            report = replace(report, leads=tuple(dict.fromkeys((*author, *report.leads))))
        if report and (rank < _LAST_FIRST_REPORT if not found else _adds_leads(report, found)):
            found.append(report)
    if not found or found[0].rank > OPENING:
        # A meeting may be reported without a verb: `at the 34th Ministerial Consultations, held in Annapolis`.
        anchor = next(
            ((rank, item) for rank, item in enumerate(body[:OPENING]) if meeting_signs.is_anchor(item.masked, titled)),
            None,
        )
        if anchor is not None:
            rank, item = anchor
            active = [] if BACKGROUND.match(item.masked) else in_person(item, 0, len(item.masked))
            found.insert(0, ReportSentence(item, "", tuple(active) if len(active) > 1 else (), rank=rank))
    if not found and joint:
        found += [
            ReportSentence(item, "", (), "meeting", rank=rank)
            for rank, item in enumerate(body[:NEWS])
            if meeting_signs.issuers_met(item.masked)
        ][:1]
    if found and found[0].act == "visit" and (joint or any(_THE_TWO.search(item.masked) for item in body[:OPENING])):
        # The host who invited the visitor met him: `the two Presidents reaffirmed ...`.
        found[0] = replace(found[0], leads=tuple(dict.fromkeys((*inviters(found[0].sentence), *found[0].leads))))
    if any(item.leads and item.act != "founding" for item in found):
        # People who founded a group lead its meeting only where no other people met.
        found = [replace(item, leads=()) if item.act == "founding" else item for item in found]
    if found:
        found += [
            ReportSentence(item, "chair", led, "chair", rank=rank)
            for rank, item in enumerate(body[:5])
            if (led := in_the_chair(item))
        ]
    found += _envoys(body, found)
    found += _named_after(body, found)
    if any(item.leads and item.act == "chair" for item in found):
        found = [replace(item, leads=()) if item.act == "attendance" else item for item in found]
    return found


def _envoys(body: Sequence[MaskedSentence], found: Sequence[ReportSentence]) -> Iterator[ReportSentence]:
    """Yield the sentences that list the envoys who presented their credentials to the one person who led so far."""
    first = next(iter(found), None)
    if first is None or len(first.leads) != 1 or not _CREDENTIALS.search(first.sentence.masked):
        return
    listing = False
    for rank, item in enumerate(body[:_LONGEST_LIST]):
        if not any(map(str.isalpha, item.masked)) and PERSON not in item.masked:
            continue  # the number of an item
        if rank <= first.rank:
            listing = item.masked.endswith(":") and rank == first.rank
        elif listing and _ENVOY.match(item.masked):
            yield ReportSentence(item, "", tuple(item.mentions(PERSON)), "meeting", rank=rank)
        elif says := _THE_ENVOYS.match(item.masked):
            listing = item.masked.endswith(":")
            if people := tuple(item.mentions(PERSON, says.end())):
                yield ReportSentence(item, "", people, "meeting", rank=rank)
        else:
            listing = False


def _named_after(body: Sequence[MaskedSentence], found: Sequence[ReportSentence]) -> Iterator[ReportSentence]:
    """Yield the sentence that names both who met, where the report names one: `A and B discussed trade`."""
    named = {number for item in found for number in item.leads}
    first = next((item for item in found if item.leads), None)
    if first is None or len(named) != 1 or first.act not in (*MEETS, "holding"):
        return
    for rank, item in enumerate(body[first.rank + 1 : first.rank + 3], first.rank + 1):
        if _BOTH.match(item.masked):
            yield ReportSentence(item, "", tuple(item.mentions(PERSON))[:2], "meeting", rank=rank)
            return


def _author(sentences: Sequence[MaskedSentence]) -> tuple[int, ...]:
    """Return the only person named in the lines above a text: `Media release, Minister for Ice, Ada Lund`."""
    above = itertools.takewhile(lambda item: not item.masked.endswith("."), sentences[1:_LINES])
    named = tuple(number for item in above for number in item.mentions(PERSON))
    return named if len(named) == 1 else ()


def _lacks_other(report: ReportSentence) -> bool:
    """Return whether a pronoun stands for one of the people who met."""
    if _HIM.match(report.sentence.masked, report.at + len(report.verb)):
        return True
    return report.rank > 0 and report.act in MEETS and _HE.match(report.sentence.masked) is not None


def _antecedent(before: Sequence[MaskedSentence]) -> tuple[int, ...]:
    """Return the person meant by `him` or `her`: the first person of the last sentence that names one."""
    named = (people for item in reversed(before) if (people := item.mentions(PERSON)))
    return tuple(next(named, ())[:1])


def _adds_leads(report: ReportSentence, found: Sequence[ReportSentence]) -> bool:
    """Return whether a later sentence names more leads of the meeting, not of a visit or talk beside it."""
    if not report.leads or report.act in ("company", "visit", "founding"):
        return False
    if report.act == "attendance":
        # Who took part in a meeting of others does not lead it; `I look forward to attending` is no meeting of mine.
        others = [item for item in found if not item.verb.startswith("look")]
        return not any(item.act in MEETS or (item.leads and item.act != "attendance") for item in others)
    if _PARTICIPLE.match(report.verb) and any(item.leads for item in found):
        return False  # `spoke of the Summit hosted by C`
    if report.act not in MEETS:
        met = found[0].act == "visit" or any(item.act in MEETS and len(item.leads) > 1 for item in found)
        return not (met and "represented" in report.verb)
    if len(report.leads) > 1 and all(item.act == "visit" or not item.leads for item in found):
        return True
    if (
        found[0].act != "visit"
        and any(len(item.leads) > 1 for item in found)
        and _ON_STAY.match(report.sentence.masked)
    ):
        return False
    shared = any(at < report.at and number in report.leads for at, number in report.sentence.mention_at.items())
    bare = _BARE_SUBJECT.match(report.sentence.masked) is not None
    if found[0].act == "visit":
        # On a visit everybody whom the visitor met leads with him.
        return shared or bare or ALSO.search(report.sentence.masked) is not None
    # Two people who met are all of a meeting; what one of them did later is another.
    if any(item.act in MEETS and len(item.leads) > 1 for item in found) or _ASIDE.search(report.sentence.masked):
        return False
    # `The Vice President spoke with: A; B`
    return shared or (bare and len(found) == 1 and len(found[0].leads) == 1)
