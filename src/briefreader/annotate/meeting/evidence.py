"""Collects the evidence for the fields of a meeting: the document, its entities, and the sentences that report it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile

from briefreader.annotate.meeting.affiliations.affiliations import Affiliation, affiliations
from briefreader.annotate.meeting.fact import Fact
from briefreader.annotate.meeting.report import genre
from briefreader.annotate.meeting.report.report_sentences import find, spoken_jointly, told_first
from briefreader.annotate.meeting.report.sentence_report import ReportSentence
from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.mentions.dates import DateSpan
from briefreader.annotate.mentions.entities import Entities
from briefreader.annotate.names.bodies_as_sides import side_of
from briefreader.annotate.names.gazetteer import Gazetteer, Name
from briefreader.annotate.names.issuing_sites import owner_of
from briefreader.annotate.text import masked_sentences
from briefreader.annotate.text.masked_sentences import CITY, COUNTRY, OTHER, MaskedSentence
from briefreader.model import Document, Mention
from briefreader.text import Span

# Wars, operations and games are events but no meetings.
_NO_MEETING = re.compile(
    r".*\bWar\b.*|.*\bOperation\b.*|Exercise .*|.*\b(?:Games|Olympics|Cup|Exercise|"
    r"Holocaust|Genocide|Congress|Landings|Reception|Competition)"
)
# Among the leaders of countries the officer of a body takes part and does not lead.
_OFFICER = re.compile(
    r"\b(?:Secretary[- ]General|Executive Secretary|Special (?:Representative|Envoy)|Administrator)\b"
)
_SEVERAL = 3
_SIGN_OF_TYPE = {
    "PERSON": masked_sentences.PERSON,
    "TITLE": masked_sentences.TITLE,
    "PLACE": masked_sentences.PLACE,
    "NORP": masked_sentences.NORP,
    "ORG": masked_sentences.ORG,
    "EVENT": masked_sentences.EVENT,
    "DATE": masked_sentences.DATE,
}
_SIGN_OF_SECTION = {"countries": COUNTRY, "cities": CITY, "sites": CITY}


@dataclass(frozen=True)
class MeetingEvidence:
    """Holds the parts of one document from which the fields of its meeting are read."""

    document: Document
    entities: Entities
    gazetteer: Gazetteer
    sentences: tuple[MaskedSentence, ...]
    report_sentences: tuple[ReportSentence, ...]
    people: Mapping[str, Affiliation]

    @classmethod
    def of(cls, document: Document, entities: Entities, gazetteer: Gazetteer) -> "MeetingEvidence":
        """Return the evidence in a document."""
        signs = [_sign(*pair) for pair in zip(entities.candidates, entities.mentions, strict=True)]
        sentences = tuple(masked_sentences.mask(entities.context.tokens, entities.mentions, signs))
        people = affiliations(document, entities, gazetteer, sentences)
        if genre.reports_no_meeting(document):
            sides = [people[each.canonical].side if each.type == "PERSON" else None for each in entities.mentions]
            names = [each.canonical for each in entities.mentions]
            told = told_first(sentences, sides, names) if genre.may_open_with_meeting(document) else ()
            found = tuple(told) or tuple(spoken_jointly(sentences, sides))
        else:
            found = tuple(find(sentences))
        return cls(document, entities, gazetteer, sentences, found, people)

    @cached_property
    def country_of_site(self) -> str | None:
        """Gives the country whose government's site issued the text, None where its address tells none."""
        owner = owner_of(self.document.url, self.gazetteer.country_of_domain)
        return owner if owner in self.gazetteer.countries else None

    @cached_property
    def in_body(self) -> tuple[ReportSentence, ...]:
        """Lists the report sentences of the body."""
        return tuple(report for report in self.report_sentences if not report.sentence.is_title)

    @cached_property
    def body_first(self) -> tuple[ReportSentence, ...]:
        """Lists the report sentences of the body, then those of the title."""
        return (*self.in_body, *(report for report in self.report_sentences if report.sentence.is_title))

    @cached_property
    def is_held(self) -> bool:
        """Whether the text reports a meeting that was held, not one to come."""
        return not (self.in_body and self.in_body[0].is_to_come)

    @cached_property
    def leads(self) -> Fact[tuple[str, ...]] | None:
        """Lists the people who led the meeting in the order of the body; people only in the title come last.

        The words reach from the first lead in the body to the last, or in the title where the body names none.
        """
        naming = [report for report in self.body_first if report.leads]
        if not naming:
            return None
        names = dict.fromkeys(name for report in naming for name in self._heads(report))
        shown = [report for report in naming if not report.sentence.is_title] or naming
        return Fact(tuple(names), self.words_of([number for report in shown for number in report.leads]))

    def _heads(self, report: ReportSentence) -> list[str]:
        """Return the names of those who led by a report, without officers of bodies who came along with the leaders."""
        names = [self.canonical(number) for number in report.leads]
        if report.act != "attendance" or len(names) < _SEVERAL:
            return names
        heads = [name for name in names if not _OFFICER.search(self.people[name].title or "")]
        return heads if len(heads) > 1 else names

    def words(self, sentence: MaskedSentence, first: int, last: int) -> Span:
        """Return the range of the text that a range of a masked sentence stands for."""
        before = inside = 0
        for at, number in sentence.mention_at.items():
            mention = self.entities.mentions[number]
            hidden = mention.end - mention.start - 1
            before += hidden * (at < first)
            inside += hidden * (first <= at < last)
        start = sentence.span.start + first + before
        return Span(start, start + last - first + inside)

    def dates_in(self, words: Span) -> Iterator[DateSpan]:
        """Yield the dates that begin in a range of the text."""
        starts, dates = self.entities.context.tokens.starts, self.entities.dates
        first = bisect_left(dates, words.start, key=lambda item: starts[item.first])
        return takewhile(lambda item: starts[item.first] < words.end, islice(dates, first, None))

    def words_of(self, mentions: Sequence[int]) -> Span:
        """Return the range of the text from the first to the last of some mentions."""
        found = [self.entities.mentions[number] for number in mentions]
        return Span(min(mention.start for mention in found), max(mention.end for mention in found))

    def canonical(self, mention: int) -> str:
        """Return the canonical name of a mention."""
        return self.entities.mentions[mention].canonical

    def listed(self, mention: int) -> Name | None:
        """Return the entry of a mention in the lists."""
        return self.entities.candidates[mention].name

    def sides_between(self, sentence: MaskedSentence, first: int, last: int) -> tuple[str, ...]:
        """Return the sides in a range of a masked sentence, each once."""
        numbers = (number for at, number in sentence.mention_at.items() if first <= at < last)
        return tuple(dict.fromkeys(side for number in numbers if (side := side_of(self.listed(number)))))


def _sign(item: Candidate, mention: Mention) -> str:
    """Return the sign that masks a mention; a country and a town have signs of their own."""
    if item.type == "EVENT" and _NO_MEETING.fullmatch(mention.canonical):
        return OTHER
    if item.type == "PLACE" and item.name and item.name.section in _SIGN_OF_SECTION:
        return _SIGN_OF_SECTION[item.name.section]
    return _SIGN_OF_TYPE.get(item.type, OTHER)
