"""Reads the parties that a text lists or joins: `the Governments of Chile and Peru met`, `U.S.-ROK Group`."""

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.fact import Fact
from briefreader.annotate.meeting.series.numbered_body import NumberedBody
from briefreader.annotate.names.bodies_as_sides import side_of
from briefreader.annotate.text.masked_sentences import COUNTRY, EVENT, NORP, ORG, MaskedSentence, pattern

LIST = (
    r"(?P<list>(?:the |The )?(?:Governments? of )?(?:the )?<CON>(?: \(<COX>\))?"
    r"(?:(?:,| and|, and|,? as well as)(?:(?: the)?(?: [A-Z][a-z]+)+ of)?(?: the)? <CON>(?: \(<COX>\))?)+)"
)
# Each of them has this.
_JOINED = pattern(r"<CON>(?: \(<COX>\))?(?:,| and| as well)")
_PARTIES = (
    pattern(
        rf"{LIST},? (?:today |have |also |virtually )*"
        r"(?:\([^)]{1,20}\) )?(?:convened|held|met|gathered|came together|launched|hold|meet|hosted|opened"
        r"|planned to|signed|are |participated|took part|attended|concluded)"
    ),
    pattern(
        r"(?:[Mm]inisters|[Ll]eaders|[Cc]hiefs|[Oo]fficials|[Aa]gencies|[Rr]epresentatives|[Dd]elegations|[Aa]dvisors|"
        rf"[Ee]nvoys|[Dd]irectors|[Gg]overnments|countries|"
        rf"<T>)(?: of (?:[A-Z][a-z]+ ?(?:and )?){{1,4}})?(?: representing| from)?(?: of)? {LIST}"
    ),
    pattern(
        rf"\b(?:between|involving|among(?:st)?|comprising|bringing together|co-?(?:hosted|chaired|"
        rf"organi[sz]ed) by) {LIST}"
    ),
    pattern(rf"\b[Bb]etween the (?:[Ff]oreign |[a-z]+ )?(?:[Mm]inistries|[Dd]epartments|<O>) of {LIST}"),
    pattern(r"\b[Bb]etween (?:the )?(?P<list><O> of (?:the )?<C>,? and (?:the )?<O> of (?:the )?<C>)"),
    pattern(rf"\b(?:of|from) {LIST} \(<O>\) (?:<T>|[Mm]inisters|[Ll]eaders)"),
    pattern(
        rf"^(?:[A-Z][a-z]+: )?{LIST}(?:'s?)? (?:[\w-]+ ){{0,4}}(?:<E>|[Dd]ialogue|[Cc]onsultations?|[Tt]alks|"
        rf"[Ff]orum|[Ss]ummit|"
        r"[Mm]eetings?|[Cc]ommission|[Cc]ommittee|[Mm]inisterial|[Cc]ouncil)\b"
    ),
    pattern(
        rf"^(?:Joint|Trilateral|Quadrilateral) (?:[A-Z][a-z]+ )?(?:Statement|Communiqu[eé]|Readout) (?:from|of"
        rf"|by) {LIST}"
    ),
)
# The host of the listed parties is a party too: `Canada hosted the Governments of`.
_HOST = pattern(r"<CON>,? (?:hosted|welcomed|received)\b[^.;]{0,30}$")
_PAIR = pattern(r"<CON>(?:\s?[-–—]\s?(?:the )?<CON>)+")


def _is_of_emigrants(evidence: MeetingEvidence, sentence: MaskedSentence, last: int) -> bool:
    """Return whether a pair of nationalities is that of citizens: `Iranian-American journalists`."""
    number = sentence.mention_at.get(last - 1)
    return number is not None and evidence.entities.mentions[number].text.startswith("American")


def listed(evidence: MeetingEvidence) -> Fact[tuple[str, ...]] | None:
    """Return the parties in `the United States and the Republic of Korea convened` and the like."""
    reported = ((report.sentence, _PARTIES) for report in evidence.report_sentences)
    others = ((item, _PARTIES if item.is_title else _PARTIES[:1]) for item in evidence.sentences[:4])
    for sentence, expressions in (*reported, *others):
        if not _JOINED.search(sentence.masked) or len(sentence.mentions(COUNTRY + NORP + ORG)) < 2:
            continue
        for expression in expressions:
            match = expression.search(sentence.masked)
            if match is None:
                continue
            if _is_of_emigrants(evidence, sentence, match.end("list")):
                continue
            names = evidence.sides_between(sentence, match.start("list"), match.end("list"))
            host = _HOST.search(sentence.masked[: match.start("list")])
            if host:
                names = tuple(dict.fromkeys((*evidence.sides_between(sentence, host.start(), host.end()), *names)))
            if len(names) >= 2:
                first = host.start() if host else match.start("list")
                return Fact(names, evidence.words(sentence, first, match.end("list")))
    return None


def joined(evidence: MeetingEvidence, numbered: NumberedBody | None) -> Fact[tuple[str, ...]] | None:
    """Return the parties before or in a name: `U.S.-ROK Nuclear Consultative Group`."""
    counted = [
        item for item in evidence.sentences if numbered and item.span.start <= numbered.words.start < item.span.end
    ]
    listed_at = evidence.entities.context.listed_at
    for sentence in (*(report.sentence for report in evidence.report_sentences), *counted, *evidence.sentences[:1]):
        match = _PAIR.search(sentence.masked)
        if match and not _is_of_emigrants(evidence, sentence, match.end()):
            names = evidence.sides_between(sentence, match.start(), match.end())
            return Fact(names, evidence.words(sentence, *match.span()))
        for number in sentence.mentions(EVENT):
            item = evidence.entities.candidates[number]
            found = (side_of(listed_at[at].name) for at in range(item.first, item.last) if at in listed_at)
            inside = tuple(dict.fromkeys(filter(None, found)))
            if len(inside) >= 2:
                return Fact(inside, evidence.words_of([number]))
    return None
