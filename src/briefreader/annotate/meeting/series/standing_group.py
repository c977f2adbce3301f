"""Reads the standing group of countries that meets: `the leaders of the Quad`, `the G7 Foreign Ministers`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.series.level_name import level_name
from briefreader.annotate.names.gazetteer import Name
from briefreader.annotate.text.masked_sentences import ORG, OTHER, MaskedSentence, pattern
from briefreader.text import Span

_RANK = (
    r"(?:[Ll]eaders|[Hh]eads of (?:[Ss]tate|[Gg]overnment)(?: (?:and|or) (?:of )?[Gg]overnment)?|[Pp]residents|"
    r"(?:(?:[Ff]oreign"
    r"|[Dd]efen[cs]e|[Ff]inance|[Ee]nergy|[Tt]rade|[Ii]nterior|[Pp]rime|[Hh]ome|[Hh]ealth|[Aa]griculture|[Cc]limate|"
    r"[Jj]ustice)"
    r" )?[Mm]inisters|[Ss]enior [Oo]fficials|[Nn]ational [Ss]ecurity [Aa]dvis[eo]rs|[Ss]herpas|"
    r"[Mm]ember (?:[Ss]tates|[Cc]ountries)|[Mm]embers|[Rr]epresentatives)"
)
_GROUP = r"(?P<group><OX>)(?: \([^)]{1,30}\))?"
_BEFORE = pattern(rf"{_GROUP}(?: <D>)?,?(?:'s?)? (?:Joint )?(?P<rank>{_RANK})", re.IGNORECASE)
_AFTER = pattern(
    rf"(?P<rank>{_RANK})(?:'s?)?(?: (?:of|for) (?:[Ff]oreign [Aa]ffairs|[Dd]efen[cs]e|[Ff]inance|[Ee]nergy|"
    rf"the [Ii]nterior))?"
    rf"(?: [Mm]eeting)?,? (?:of|from|representing|in)(?: [Tt]he)?(?: [a-z-]+ (?:of|in)(?: the)?)? {_GROUP}"
)
_SITTING = pattern(
    r"\b(?:[Mm]eeting|[Ss]ummit|[Ss]ession|[Mm]inisterial|[Cc]all|[Tt]alks|[Cc]onference|[Cc]onsultations|"
    r"[Rr]ound) (?:of|in|within)"
    rf"(?: the)?(?: (?:format|framework|countries|members|member states)(?: of(?: the)?)?)? {_GROUP}"
)
_FORMAT = pattern(rf"\bin(?: the| a)? {_GROUP} (?:format|configuration)")
_IN_FORMAT = pattern(rf"\bin the (?:format|framework) of(?: the)? {_GROUP}")
_MET = pattern(
    rf"{_GROUP}(?: (?:countries|partners|members|[Mm]ember [Ss]tates))?,?(?: (?:today|virtually|also))?"
    r" (?:met|convened|held|gathered|meets|(?:[Mm]inisterial |[Ll]eaders' )?(?:[Mm]eeting|[Ss]ummit|[Mm]inisterial|"
    r"call))\b"
)
# Those who meet with all members of a group of countries join a meeting of it.
_JOINED = pattern(
    rf"\b(?:[Cc]all|[Mm]eeting|[Ss]ummit|[Mm]et(?: (?:today|virtually|yesterday))?|[Ss]poke(?: today)?) with(?: the)?"
    rf"(?: [Mm]embers of(?: the)?)? {_GROUP}(?= group\b| to\b| on\b|[,.]| today| this|$)"
)
_FORMS = (_BEFORE, _AFTER, _SITTING, _FORMAT, _IN_FORMAT, _MET, _JOINED)
MET_BY_TITLE = pattern(rf"\b(?:[Cc]all|[Mm]eeting|[Ss]ummit|[Tt]alks) (?:[Ww]ith|[Oo]f)(?: [Tt]he)? {_GROUP} {_RANK}")
"""A title that tells of a meeting with all leaders or ministers of a group, whoever else was there."""
_WITH = re.compile(
    r"\b(?:[Mm]eeting|[Cc]all|[Mm]et|[Ss]poke|[Ss]ummit|[Tt]alks)\b(?:(?! (?:and|about|on) )[^.;]){0,40} with "
    r"(?:[Tt]he )?$"
)
_PARTNER = pattern(r"<CON>\s?[-–—]\s?$")  # `U.S.-Pacific Islands Forum Leaders` are those of a pair
_COUNTED = re.compile(r"G-?\d+")
# After one of these a group is no more than the occasion or the topic of a meeting, or the other party of it.
_ASIDE = re.compile(
    r"\b(?:sidelines|side-lines|margins?|fringes|edges|ahead|advance|before|after|since|following|upcoming|next|last|"
    r"previous|future|discuss\w*|including|support|chair|presidency|host|hosting|role|welcomed|noted|"
    r"commitments?|decisions?|efforts?|agreements?|work|"
    r"invit\w+|regarding)\b[^.;]{0,40}$|"
    r"\b(?:with|and|as well as|through|via|within) (?:the )?(?:[\w-]+ ){0,2}$|"
    r"\b(?:(?:group|number|handful|set) of|some|several|many|fellow|other|few) $"
)
_STATEMENT = re.compile(r"\b(?:Statement|Readout|Communiqu[eé]|Declaration|Call|Meeting|Summit)\b")
# Countries that call themselves a group may meet beside it: `the Presidents of ... - the Lublin Triangle, gathered`.
_APPOSED = re.compile(r"(?<!We)(?<!we)[-–—,] (?:the )?$")
_SENTENCES = 4
_ANY_RANK = frozenset(("ministers", "member states", "member countries", "members", "representatives"))
_ACRONYM = re.compile(r"[^a-z]{2,12}|[A-Z]\w?\d")


class StandingGroup(NamedTuple):
    """Holds the name under which a standing group meets, its sides, and the range of the text that names it."""

    name: str
    sides: tuple[str, ...]
    words: Span
    plain: bool = True


def find(evidence: MeetingEvidence) -> StandingGroup | None:
    """Return the standing group whose meeting a text reports, with its rank where the two stand together."""
    found: StandingGroup | None = None
    for sentence, match, sides in _matches(evidence):
        if (found and found.sides != sides) or (match.re is _BEFORE and match["rank"] == "ministers"):
            continue  # `Quad ministers` do not say which ministers
        name = _short_name(evidence, sentence.mention_at[match.start("group")])
        ranked = match.re is _BEFORE and match["rank"].lower() not in _ANY_RANK
        if ranked:
            name = f"{name} {match['rank'].title()}"
        if found is None or (ranked and sentence.is_title):
            apposed = match.re in (_FORMAT, _IN_FORMAT) or bool(_APPOSED.search(sentence.masked[: match.start()]))
            last = match.end() if ranked else match.start("group") + 1
            found = StandingGroup(name, sides, evidence.words(sentence, match.start("group"), last), not apposed)
    return found


def _matches(evidence: MeetingEvidence) -> Iterator[tuple[MaskedSentence, re.Match[str], tuple[str, ...]]]:
    """Yield where report sentences, or a title of a statement, tell that a standing group meets, with its sides."""
    reported = [report.sentence for report in evidence.report_sentences[:_SENTENCES]]
    title = [item for item in evidence.sentences[:1] if _STATEMENT.search(item.masked) and item not in reported]
    for sentence in (*reported, *title):
        for form in _FORMS if ORG in sentence.masked or OTHER in sentence.masked else ():
            for match in form.finditer(sentence.masked):
                entry = evidence.listed(sentence.mention_at[match.start("group")])
                before = sentence.masked[: match.start()]
                aside = _ASIDE.search(before) and not (form in (_BEFORE, _AFTER) and _WITH.search(before))
                listed = form is _BEFORE and not sentence.is_title and match["rank"].lower() in _ANY_RANK
                if entry is None or entry.type == "EVENT" or not entry.sides:
                    continue
                joined = form is _JOINED or (not aside and _WITH.search(before)) or _PARTNER.search(before)
                if joined and not (_is_of_countries(entry) and _is_of_rank(evidence, match)):
                    continue
                if not aside and not listed:
                    yield sentence, match, entry.sides


def _is_of_rank(evidence: MeetingEvidence, match: re.Match[str]) -> bool:
    """Return whether the one who met the members can be of their rank: a president joins no meeting of ministers."""
    rank = level_name("", match["rank"], ()) if "rank" in match.re.groupindex else None
    host = next(iter(evidence.leads.value), None) if evidence.leads else None
    level = level_name("", "", [evidence.people[host].title or ""]) if host else None
    return rank is None or level is None or rank == level


def _is_of_countries(group: Name) -> bool:
    """Return whether a group is the countries in it, not an organization that meets others as a party of its own."""
    return len(group.sides) > 1 or _COUNTED.fullmatch(group.name) is not None


def _short_name(evidence: MeetingEvidence, number: int) -> str:
    """Return the acronym of a body where the text gives one, else its name."""
    mention = evidence.entities.mentions[number]
    same = (each.text for each in evidence.entities.mentions if each.canonical == mention.canonical)
    return next((text for text in same if _ACRONYM.fullmatch(text)), mention.canonical)
