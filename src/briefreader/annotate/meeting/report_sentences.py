"""Finds the sentences that report a meeting."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefreader.annotate.meeting import headline, meeting_verbs
from briefreader.annotate.meeting.leads import BACKGROUND, in_person, in_the_chair, inviters, led_by_verb
from briefreader.annotate.meeting.meeting_verbs import Act, FoundVerb
from briefreader.annotate.text.masked_sentences import EVENT, PERSON, MaskedSentence, pattern

# Lines above the text that say who speaks, and where its text begins.
_PREAMBLE = pattern(
    r"Office of the Spokesperson|[^.]{0,80}(?:attributable to)|Begin [Tt]ext|F(?:or|OR) I(?:mmediate|MMEDIATE)|<D>\.?$|"
    r"<L>(?:, <LRCD>)*\.?$|<T>,? <P>:?$|<P>, (?:<OCN> )?(?:<T>|Department Spokesperson)$"
)
# After one of these a word is no verb of the meeting: `their hosts`, `had met`, `will be hosted`.
_NO_VERB = re.compile(
    r"\b(?:their|its|our|as|of|the|be|been|being|had|to|that|which|who|would|could|should|might|also|each|never|not|"
    r"already)(?: [a-z]+ly)? $"
)
# These words in a sentence show a talk beside the meeting.
_ASIDE = re.compile(
    r"\bon the side\b|\bseparate(?:ly)?\b|\blater\b|\bin turn\b|\ba(?:nother)? (?:pull-aside|side meeting)\b"
)
_PERFECT = re.compile(r"\b(?:have|has)(?: [a-z]+ly)? $")
_THE_TWO = re.compile(
    r"\b[Tt]he two (?:[Hh]eads|[Ll]eaders|[Pp]residents|[Pp]rime [Mm]inisters|(?:[Ff]oreign )?[Mm]inisters)\b"
)
_BARE_SUBJECT = re.compile(
    r"(?:(?:In|On|At) [^,.]{0,60},? )?(?:The (?:[A-Z][a-z]+ ){1,3}|He |She |They |I |We )(?:[a-z]+ ){0,3}(?:spoke|met|meet|"
    r"meeting|held|hold|called|received|receive)\b"
)
_CEREMONY = re.compile(
    r"\b(?:ceremony|reception|function|launch|signing|inauguration|exhibition|concert|funeral|wedding) (?:was|"
    r"were) (?:also )?(?:attended|hosted|graced|held)\b"
)
_ALSO = re.compile(r"\b(?<!has )(?<!have )also (?:[a-z]+ly )?$|\balso (?:met|held|called|spoke|paid)\b")
_I_GO = re.compile(r"(?:^|, )(?:I|We) $")
_HE = re.compile(r"(?:He|She) ")
_HIM = re.compile(r" (?:him|her)\b(?! [A-Z])")
_IN_CUSTODY = re.compile(
    r"\b(?:prisoners|detainees|hostages|those|individuals|people|persons|nationals|citizens|journalists|elections?) "
    r"(?:(?:was|were|is|are|be|being|unjustly|currently|still) )*$"
)
_PARTICIPLE = re.compile(r"(?:co-?)?(?:led|chaired|hosted|convened|headed|presided|moderated|represented)\b.* by$")
_PAST_OF = re.compile(r"\b(?:who|which|that|since|previously|already|often|repeatedly|times|twice)\b[^,]*$")
_NEWS = 2
_WE_HAVE = re.compile(r"\b(?:[Ww]e,? .*|^)\bhave $|\b(?:[Ww]e|We) have $")
# A sentence that begins with one of these reports another meeting.
_BESIDE = re.compile(
    r"^(?:On the same day|On the (?:margins|sidelines|eve)|Following (?:this|the)|After|Later|Separately|Also|"
    r"In addition|(?:One|Two|Three|The) (?:day|days|week|weeks) before|Earlier|Before|Last|Previously|The last|"
    r"The previous)\b"
)
_NOT_NOW = re.compile(
    r"\b(?:had|have|has|last|previous|previously|earlier|ago|before|next|since|first established)\b[^.;]*$"
)
_TO_COME = re.compile(r"\bwill\b.*\b(?:where|when)\b")
# Sentences after this number report side events.
_REACH = 14
_LAST_FIRST_REPORT = 12
_OPENING = 6
# A body met alone: `At its 8,610th meeting on ..., the Security Council extended ...`.
AT_ITS = pattern(
    r"^(?=[^.;]*?(?P<body><O>))(?:(?:At|In|During) its (?=[^.;]*?(?:meeting|session)\b[^.;]*?, the <O>)|"
    r"The <O>[^.;<P>]{0,80}, (?:at|in|during) its )(?P<ordinal>\d{1,2},?\d{0,3}(?:st|nd|rd|th|ST|ND|RD|TH)|"
    r"[a-z-]+) (?:[a-z]+ )?(?:meeting|session)\b"
)
_WELCOMED = pattern(
    r"\b(?:welcomed|hosted|received|hosts?) (?:the )?(?:[A-Z][\w' -]{2,40}|<T>) (?:of|from) (?:the )?<C>"
)
# A group may be launched at its own meeting: `launched the group at its first meeting in Oslo`.
_OF_MEETING = pattern(r"[^.;]{0,120}?(?:<E>|\b(?:meeting|session|dialogue|talks)\b)[^.;]{0,80}?<LD>")
_HELD_IN = pattern(r"\b(?:met|held|convened|gathered|hosted|took place|commenced)\b[^.;]{0,160}? (?:in|at) <L>")
_TALKS = re.compile(r"\b(?:talks|consultations)\b")
_MEETING = r"(?:<E>|\b(?:meeting|summit|talks|consultations|dialogue|ministerial|session)\b)"
_SESSION_IN = pattern(r"\b(?:[Mm]eeting|[Ss]ession|[Rr]ound) of (?:the )?[^.;,<P>]{0,80}? in <L>")
_IS_MEETING = pattern(_MEETING)
_ANCHOR = pattern(
    rf"{_MEETING}.*<D>|<D>.*{_MEETING}|\b(?:meeting|session|"
    rf"round) of the (?:[\w-]+ )?<E>(?: \(<E>\))?,? (?:held )?in <L>"
)
_ITSELF = pattern(
    r"\b(?:[Dd]uring|[Aa]t|[Ff]ollowing|[Tt]his|[Tt]he) (?:the |this |our |their |today's )?(?:(?:inaugural|first|"
    r"[a-z]+th) (?:<C>-<C> )?(?:[A-Z][\w+()-]* |\(2\+2\) |and ){0,6}(?:[Mm]eeting|[Cc]onsultations|[Dd]ialogue|"
    r"[Ss]ummit|[Tt]alks)|<E>|meeting|summit|session|call|dialogue)\b"
)
_OCCASION = pattern(r"[Oo]n the occasion of (?:the|today's|their|its) (?:<DN> )?<E>")
_SIGNED = re.compile(r"\b(?:signed|pledge[ds]?|announced|joined|congratulate|welcome[ds]?|endorsed?|commit)\b")
_GATHERED = r"(?:met|held|hosted|convened|gathered|came together|sat down|commenced)"
_PARTIES_MET = pattern(
    rf"<CONE>(?: \(<COX>\))?(?:,? and|,)(?: the)?(?: [\w' -]{{1,60}} of)?(?: the)? <CON>.*\b{_GATHERED}\b|"
    r"\b(?:[Mm]inisters|[Ll]eaders|[Oo]fficials|[Dd]elegations|[Rr]epresentatives|[Aa]dvisors|"
    r"[Pp]residents)\b[^.;]*<CON>"
    rf"[^.;]*\b{_GATHERED}\b"
)
# These lines above a joint statement say who issues it.
_LABEL = re.compile(r"[^.]{0,80}(?:text of the following|is the text of|following (?:joint )?statement)|Begin [Tt]ext")
# A text that begins with the attitude of one side speaks of the doings of others.
_ATTITUDE = pattern(
    r"(?:Today, |On behalf of [^,]{0,80}, )?(?:We(?:, (?:(?!\b(?:met|gathered|convened?|meeting|assembled|"
    r"held)\b)[^.;]){0,400}?,?)?|I|<P>|The (?:Government of )?(?:the )?<C>|(?:The )?<CO>(?:(?: \(<COX>\))?(?:, and|,|"
    r" and)(?: the)? <CO>)*(?: \(<COX>\))?|<C> <T> <P>|<T> <P>) (?:today |very much |warmly |strongly |unequivocally |"
    r"wholeheartedly )*(?:welcomes? (?!<NCOT>)|condemns?|congratulates?|commends?|applauds?|offers?|extends?|deplores?|"
    r"regrets?|(?:is|are|am) (?:deeply |gravely |greatly |very )?(?:concerned|saddened|encouraged|pleased|shocked|"
    r"troubled|alarmed|proud)|mourns?|denounces?|rejects?|stands? (?:with|by|in)|celebrates?|expresses (?:its |their |"
    r"our |my )?(?:deep|grave|serious|sincere|profound|strong)? ?(?:concern|condolences|sympathy|solidarity|regret|"
    r"satisfaction)|calls? (?:for|on (?!<NCOTP>)))\b"
)
_WILL = re.compile(r"\b(?:will|shall|is to|are to|scheduled to|expected to|due to)(?: also)? (?:be )?$")
_WILL_BE = re.compile(
    r"\b(?:will|shall|is to|are to|scheduled to|expected to|due to) (?:be held|take place|convene|meet|hold)\b"
)
_WE = re.compile(r"(?:\d+\. )?We,? (?:the )?")
# A release of several people begins with their names: `Joint statement with: A, Minister for ...; B, Minister of ...`.
_JOINT_WITH = re.compile(
    r"Joint (?:[a-z]+ )?(?:[Ss]tatement|[Rr]elease|[Cc]ommuniqu[eé]) (?:with|by|from|of|between)\b"
)
_SIGNATORY = pattern(r"[^.]{0,80}<P>[^.]{0,120}")
_LABEL_LINES = 4
# Nothing but offices, countries and names stands under a joint statement.
_SIGNATURES = pattern(r"(?:<TCNOLRP>|[ ,.:-]|of|the|for|and|by|Mr|Ms|H\.E\.)+")
_SIDE = pattern("<ECO>")
_MET_ON = pattern(r"\b(?:met|convened?|gathered|took place)\b(?:[^.;,]{0,40} on)? <D>")
_ON_DATE = pattern(r"(?: [a-z]+ly)?(?: in <LR>(?:, <LCR>)*)?,?(?: on)? <D>")
_MEETS: frozenset[Act] = frozenset(("meeting", "call", "reception", "talks"))
_HOLDS: frozenset[Act] = _MEETS | {"holding", "chair", "delegation", "attendance"}
_GATHERS: frozenset[Act] = _MEETS | {"holding", "visit"}
# The people of these acts lead only where nobody meets, speaks or chairs.
_WEAK: frozenset[Act] = frozenset(("attendance", "company", "visit", "founding"))


@dataclass(frozen=True, slots=True)
class ReportSentence:
    """Holds a sentence that reports the meeting, its verb, and the mentions of the people who led.

    `at` is the place of the verb in the masked sentence, `act` the act that it reports, None without a verb; `rank`
    counts the sentences of the body from 0, without the lines above the text.
    """

    sentence: MaskedSentence
    verb: str
    leads: tuple[int, ...]
    act: Act | None = None
    at: int = 0
    rank: int = 0

    @property
    def is_to_come(self) -> bool:
        """Whether the sentence announces the meeting."""
        if self.verb.startswith(("will ", "look")):
            return True
        return bool(
            _WILL.search(self.sentence.masked, 0, self.at) if self.verb else _WILL_BE.search(self.sentence.masked)
        )


def find(sentences: Sequence[MaskedSentence]) -> list[ReportSentence]:
    """Return the sentences that report a meeting; a title that names a meeting comes first."""
    title = next((item for item in sentences if item.is_title), None)
    body = [item for item in sentences if not item.is_title and not _PREAMBLE.match(item.masked)]
    if title is not None and headline.rules_out(title, " ".join(item.masked for item in body[:3])):
        return []
    own = title is not None and headline.names_own_meeting(title)
    said = next((item.masked for item in body if not _LABEL.match(item.masked)), "")
    if _ATTITUDE.match(said) and not own:
        return []
    in_title = [ReportSentence(title, "", headline.leads(title))] if title and headline.names_meeting(title) else []
    in_body = _in_body(body, bool(in_title), own, title is not None and headline.is_joint(title))
    if in_body:
        signed = _signed(title, body)
        if title and len(signed) > 1 and not any(len(item.leads) > 1 for item in in_body):
            return [ReportSentence(title, "", signed), *(replace(item, leads=()) for item in in_body)]
        parties_met = any(_PARTIES_MET.search(item.masked) for item in body[:4])
        if in_title or parties_met or any(map(_shows_meeting, in_body)):
            return [*in_title, *in_body]
    # A title without a report sentence counts only where the body begins with its meeting.
    if not any(_ITSELF.search(item.masked) for item in body[:_OPENING]):
        return []
    return [replace(item, leads=item.leads or _signed(title, body)) for item in in_title]


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
    if len({side_of_mention[number] for number in people} - {None}) > 1:
        yield ReportSentence(title, "", people)


def _signed(title: MaskedSentence | None, body: Sequence[MaskedSentence]) -> tuple[int, ...]:
    """Return the people whose joint statement a text is, by its title or by the signatures at its end."""
    if title and (signers := headline.signers(title)):
        return signers
    label = next((at for at, item in enumerate(body[:_LABEL_LINES]) if _JOINT_WITH.match(item.masked)), None)
    if label is not None:
        names = itertools.takewhile(lambda item: _SIGNATORY.fullmatch(item.masked), body[label + 1 :])
        found = [*body[label].mentions(PERSON), *(number for item in names for number in item.mentions(PERSON))]
        return tuple(found) if len(found) > 1 else ()
    if not (body and _WE.match(body[0].masked)):
        return ()
    signatures = itertools.takewhile(lambda item: _SIGNATURES.fullmatch(item.masked), reversed(body))
    return tuple(number for item in reversed(list(signatures)) for number in item.mentions(PERSON))


def _in_body(body: Sequence[MaskedSentence], titled: bool, own: bool, joint: bool) -> list[ReportSentence]:
    found: list[ReportSentence] = []
    for rank, sentence in enumerate(body[:_REACH]):
        if found and PERSON not in sentence.masked:
            continue  # only people add anything to a meeting that is found
        report = _report(sentence, rank, found, own and rank < _NEWS)
        if report and len(report.leads) == 1 and _lacks_other(report):
            report = replace(report, leads=(*_antecedent(body[:rank]), *report.leads))
        if report and (rank < _LAST_FIRST_REPORT if not found else _adds_leads(report, found)):
            found.append(report)
    if not found or found[0].rank > _OPENING:
        # A meeting may be reported without a verb: `at the 34th Ministerial Consultations, held in Annapolis`.
        anchor = next(
            ((rank, item) for rank, item in enumerate(body[:_OPENING]) if _is_anchor(item.masked, titled)), None
        )
        if anchor is not None:
            rank, item = anchor
            active = [] if BACKGROUND.match(item.masked) else in_person(item, 0, len(item.masked))
            found.insert(0, ReportSentence(item, "", tuple(active) if len(active) > 1 else (), rank=rank))
    if found and found[0].act == "visit" and (joint or any(_THE_TWO.search(item.masked) for item in body[:_OPENING])):
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
    if any(item.leads and item.act == "chair" for item in found):
        found = [replace(item, leads=()) if item.act == "attendance" else item for item in found]
    return found


def _lacks_other(report: ReportSentence) -> bool:
    """Return whether a pronoun stands for one of the people who met."""
    if _HIM.match(report.sentence.masked, report.at + len(report.verb)):
        return True
    return report.rank > 0 and report.act in _MEETS and _HE.match(report.sentence.masked) is not None


def _antecedent(before: Sequence[MaskedSentence]) -> tuple[int, ...]:
    """Return the person meant by `him` or `her`: the first person of the last sentence that names one."""
    named = (people for item in reversed(before) if (people := item.mentions(PERSON)))
    return tuple(next(named, ())[:1])


def _is_anchor(masked: str, titled: bool) -> bool:
    """Return whether a sentence names a meeting with its day, place or occasion and nothing else done there.

    `titled` says whether the title names the meeting; something may then have been signed there.
    """
    masked = BACKGROUND.sub("", masked, count=1)
    return bool(
        _OCCASION.search(masked)
        or (_ANCHOR.search(masked) and not _SIGNED.search(masked))
        or (titled and _SESSION_IN.search(masked))
    )


def _shows_meeting(report: ReportSentence) -> bool:
    """Return whether a sentence shows a meeting even without a title that names one."""
    masked = report.sentence.masked
    holds = report.act in _HOLDS
    return report.rank <= _OPENING and bool(
        (len(report.leads) > 1 and (report.act in _GATHERS or _IS_MEETING.search(masked)))
        or report.act == "talks"
        or (holds and _MET_ON.search(masked))
        or (report.leads and report.rank < 3 and report.act in _MEETS and " with " in masked)
        or (report.rank < _NEWS and report.act in ("meeting", "call") and _has_partner(report))
        or (report.leads and _WELCOMED.search(masked))
        or (holds and _HELD_IN.search(masked))
        or (report.act in ("chair", "delegation") and report.leads and _IS_MEETING.search(masked))
        or (not report.verb and _TALKS.search(masked))
        or AT_ITS.match(masked)
        or _PARTIES_MET.search(masked)
        or (EVENT in masked and holds)
    )


def _has_partner(report: ReportSentence) -> bool:
    """Return whether one of the leads stands behind the verb, as the one who was met or called."""
    return any(at > report.at and number in report.leads for at, number in report.sentence.mention_at.items())


def _adds_leads(report: ReportSentence, found: Sequence[ReportSentence]) -> bool:
    """Return whether a later sentence names more leads of the meeting, not of a visit or talk beside it."""
    if not report.leads or report.act in ("company", "visit", "founding"):
        return False
    if report.act == "attendance":
        # Who took part in a meeting of others does not lead it.
        return not any(item.act in _MEETS or (item.leads and item.act != "attendance") for item in found)
    if _PARTICIPLE.match(report.verb) and any(item.leads for item in found):
        return False  # `spoke of the Summit hosted by C`
    if report.act not in _MEETS:
        return True
    if len(report.leads) > 1 and all(item.act == "visit" or not item.leads for item in found):
        return True
    if found[0].act == "visit" and (
        _BARE_SUBJECT.match(report.sentence.masked) or _ALSO.search(report.sentence.masked)
    ):
        return True  # on a visit everybody whom the visitor met leads with him
    # Two people who met are all of a meeting; what one of them did later is another.
    if any(item.act in _MEETS and len(item.leads) > 1 for item in found) or _ASIDE.search(report.sentence.masked):
        return False
    if _BARE_SUBJECT.match(report.sentence.masked) and len(found) == 1 and len(found[0].leads) == 1:
        return True  # `The Vice President spoke with: A; B`
    return any(at < report.at and number in report.leads for at, number in report.sentence.mention_at.items())


def _report(sentence: MaskedSentence, rank: int, before: Sequence[ReportSentence], own: bool) -> ReportSentence | None:
    """Return the report in a sentence by its strongest verb with the most leads, None without a verb of meeting."""
    masked = sentence.masked
    first = not before
    on_visit = bool(before) and before[0].act == "visit"
    if (not first and _BESIDE.match(masked)) or _CEREMONY.search(masked):
        return None
    best: ReportSentence | None = None
    heads: tuple[int, ...] = ()
    present: tuple[int, ...] = ()
    trip: ReportSentence | None = None
    for found in meeting_verbs.find(masked):
        clause = masked[max(masked.rfind(";", 0, found.start), 0) : found.start]
        if (
            (_NO_VERB.search(clause[-40:]) and not (on_visit and _ALSO.search(clause[-40:])))
            or _IN_CUSTODY.search(clause[-40:])
            or (before and _is_other_time(clause, found.words, before[0].is_to_come))
        ):
            continue
        if _PERFECT.search(clause[-40:]) and not (first and (_WE_HAVE.search(clause) or _is_news(clause, rank))):
            continue
        leads = led_by_verb(sentence, found)
        if not (leads or (own and found.verb.act in _MEETS) or _reports_without_people(sentence, found, first)):
            continue
        heads = leads if found.verb.act == "delegation" else heads
        present = leads if found.verb.act == "attendance" and found.verb.people == "before" else present
        report = ReportSentence(sentence, found.words, leads, found.verb.act, found.start, rank)
        trip = report if report.act == "visit" else trip
        if best is None or _strength(report) > _strength(best):
            best = report
    if best and best.act == "delegation" and trip:  # `a delegation led by A visited`
        best = trip
    if best and heads and best.act in _GATHERS:  # `A met with the delegation led by B`
        return replace(best, leads=tuple(dict.fromkeys((*best.leads, *heads))))
    if best and present and best.act == "chair":  # `A took part in a meeting hosted by B`
        return replace(best, leads=tuple(dict.fromkeys((*present, *best.leads))))
    return best


def _reports_without_people(sentence: MaskedSentence, found: FoundVerb, first: bool) -> bool:
    """Return whether a verb reports a meeting though the sentence names nobody who led it."""
    masked = sentence.masked
    if found.verb.act == "visit" and _I_GO.search(masked, 0, found.start):
        return True
    if found.verb.needs_people and (found.verb.act == "reception" or not _OF_MEETING.match(masked, found.end)):
        return False
    dated = first and (_ON_DATE.match(masked, found.end) or _HELD_IN.search(masked))
    sides = _SIDE.search(masked if first else masked[: found.start])
    return bool(dated or found.verb.act == "talks" or EVENT in masked or sides)


def _strength(report: ReportSentence) -> tuple[bool, int]:
    return report.act not in _WEAK and bool(report.leads), len(report.leads)


def _is_news(clause: str, rank: int) -> bool:
    """Return whether a perfect tells the news at the head of a text (`has met with`), not the past of somebody."""
    return rank < _NEWS and PERSON in clause and not _PAST_OF.search(clause)


def _is_other_time(clause: str, verb: str, to_come: bool) -> bool:
    """Return whether the words before a verb, or the verb itself, show an earlier or later meeting.

    `to_come` says whether the meeting itself is one to come.
    """
    other = _NOT_NOW.search(clause[-40:]) or _TO_COME.search(clause)
    return bool(other) or (not to_come and verb.startswith(("will ", "is ", "are ", "look")))
