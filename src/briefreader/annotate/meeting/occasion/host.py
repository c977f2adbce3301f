"""Reads the country of the host from the building or country that a text calls the host's own."""

import re

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.fact import Fact
from briefreader.annotate.text.masked_sentences import MaskedSentence, pattern
from briefreader.text import Span

# Seats that many countries have; the lists hold those with a name of their own.
_SEAT = re.compile(
    r"\bat (?:the|his|her) (?:(?P<president>Presidential (?:Secretariat|Palace|Office|Residence|Complex|"
    r"Administration|Mansion|House|Villa)|State House|Palace of the Republic|President['’]s (?:Office|House|"
    r"Residence))|(?P<premier>(?:Prime Minister['’]s|Federal) (?:Office|House|Residence|Chancellery)|"
    r"Office of the Prime Minister|Government House)|"
    r"(?P<minister>(?:[Hh]eadquarters of the )?(?:Ministry of (?:Foreign|External) Affairs|(?:Foreign|"
    r"Defen[cs]e) (?:Ministry|Office)|Ministry of Defen[cs]e|MFA|Secretariat of Foreign "
    r"Affairs|Department of Foreign Affairs)))\b|\bat (?P<house>State House)\b"
)
# An envoy stays in the country that he or she is accredited to.
_ENVOY = pattern(
    r"^[^.;]*?(?:\b(?:Ambassador|High Commissioner|Envoy|Charg[eé])|<T>)(?: (?:of|for) (?:the )?<CN>(?: \(<C>\))?)?"
    r"(?: <P>)?,? (?:accredited )?to (?:the )?(?P<to><C>)"
)
_OWN_COUNTRY = re.compile(
    r"\b(?:visit|trip|stay|arrival|arrived)\b[^.;,]{0,30} (?:to|in) (?P<own>(?:our|this) country)\b"
)
# Who receives in an office of his own is the host.
_OWN_OFFICE = re.compile(r"\breceived\b[^.;]{0,200}? (?P<office>(?:in|at) (?:his|her) office)\b")
_HEADS = {"president": re.compile(r"(?<!Vice )(?<!Vice-)\bPresident\b(?! of the (?:European|Senate|National))"),
          "house": re.compile(r"(?<!Vice )(?<!Vice-)\bPresident\b|Prime Minister"),
          "minister": re.compile(r"Minister|Secretary"),
          "premier": re.compile(r"(?<!Deputy )Prime Minister|Chancellor|Premier")}  # fmt: skip
_SENTENCES = 5


def country(evidence: MeetingEvidence) -> Fact[str] | None:
    """Return the country of the host, None where the text names no seat of a head and does not say `our country`."""
    for sentence in evidence.sentences[: _SENTENCES + 1]:
        start, end = sentence.span
        if own := _OWN_COUNTRY.search(evidence.document.text, start, end):
            side = evidence.country_of_site or _first_side(evidence)
            return Fact(side, Span(*own.span("own"))) if side else None
        if office := _OWN_OFFICE.search(evidence.document.text, start, end):
            side = _first_side(evidence)
            return Fact(side, Span(*office.span("office"))) if side in evidence.gazetteer.countries and side else None
        if seat := _SEAT.search(evidence.document.text, start, end):
            side = (
                _side_of_head(evidence, seat.lastgroup or "")
                or _of_envoy(evidence, sentence)
                or evidence.country_of_site
            )
            return Fact(side, Span(*seat.span(seat.lastgroup or 0))) if side else None
    return None


def _first_side(evidence: MeetingEvidence) -> str | None:
    """Return the side of the first person who led the meeting."""
    leads = evidence.leads.value if evidence.leads else ()
    return evidence.people[leads[0]].side if leads and leads[0] in evidence.people else None


def _of_envoy(evidence: MeetingEvidence, sentence: MaskedSentence) -> str | None:
    """Return the country to which an envoy in a sentence is sent."""
    sent = _ENVOY.match(sentence.masked)
    name = evidence.listed(sentence.mention_at[sent.start("to")]) if sent else None
    return name.name if name else None


def _side_of_head(evidence: MeetingEvidence, office: str) -> str | None:
    """Return the side of the one head of state or government who led the meeting, None with none or several."""
    leads = evidence.leads.value if evidence.leads else ()
    people = [evidence.people[name] for name in leads if name in evidence.people]
    held = [person.side for person in people if person.title and _HEADS[office].search(person.title)]
    sides = [side for side in held if side is None or side in evidence.gazetteer.countries]
    return sides[0] if len(sides) == 1 else None
