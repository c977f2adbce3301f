"""Applies the statements of a person about meetings: on the briefs of one meeting, its facts, and the names of series.

What is stated wins over what is inferred, and a later statement over an earlier one. A statement on a brief that the
library does not have is ignored, and counts again if the brief comes back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from briefreader.meetings.account import Told
from briefreader.meetings.grouping import held_meetings, undated_meeting
from briefreader.meetings.held_meeting import SPEAKS_OF_OTHERS, HeldMeeting, MeetingBrief, face_rank
from briefreader.meetings.stated import KEYS, Corrections, Grouping
from briefreader.model import Brief, Entry, Meeting


def corrected(
    meetings: Sequence[HeldMeeting], told: Callable[[Collection[str]], Iterable[Told]], corrections: Corrections
) -> tuple[HeldMeeting, ...]:
    """Return meetings as a person corrected them, newest first; `told` returns the briefs of some IDs that are there.

    The facts of a meeting whose briefs differ from those that were inferred are inferred anew from its briefs.
    """
    if corrections == Corrections():
        return tuple(meetings)
    found = _regrouped(meetings, told, corrections)
    found = [_with_series(_with_facts(each, corrections), corrections) for each in found]
    return tuple(sorted(found, key=lambda meeting: meeting.date or "", reverse=True))


def _regrouped(
    meetings: Sequence[HeldMeeting], told: Callable[[Collection[str]], Iterable[Told]], corrections: Corrections
) -> list[HeldMeeting]:
    """Return meetings with the briefs that a person joined and parted, and those of which a person states facts."""
    stated = [brief for brief, _ in corrections.facts]
    mentioned = {brief for each in corrections.groupings for brief in (*each.briefs, *each.others)}
    held = {brief.id: meeting for meeting in meetings for brief in meeting.briefs}
    alone = mentioned.union(stated).difference(held)
    outside = {each.entry.id: each for each in told(alone)} if alone else {}
    groups = [tuple(brief.id for brief in meeting.briefs) for meeting in meetings]
    touched = [group for group in groups if not mentioned.isdisjoint(group)]
    there = {*(brief for group in touched for brief in group), *outside}
    clusters = _clusters(touched, there, corrections.groupings)
    clusters = [each for each in clusters if len(each) > 1 or each[0] not in outside]
    joined = {brief for cluster in clusters for brief in cluster}
    clusters += [(brief,) for brief in outside if brief in stated and brief not in joined]
    as_inferred = {frozenset(group) for group in touched}
    kept = {frozenset(cluster) for cluster in clusters} & as_inferred
    touched_ids = {group[0] for group in touched if frozenset(group) not in kept}
    found = [meeting for meeting in meetings if meeting.id not in touched_ids]
    changed = [cluster for cluster in clusters if frozenset(cluster) not in as_inferred]
    briefs = {each.entry.id: each for each in told({brief for cluster in changed for brief in cluster})}
    together = {brief for each in corrections.groupings if each.kind == "joined" for brief in each.briefs}
    for cluster in changed:
        texts = [briefs[brief] for brief in cluster if brief in briefs]
        is_stated = len(together.intersection(cluster)) > 1 or not set(stated).isdisjoint(cluster)
        if texts and (meeting := _meeting_of(texts, is_stated=is_stated)):
            found.append(meeting)
    return found


def _clusters(
    inferred: Iterable[Sequence[str]], there: Collection[str], groupings: Iterable[Grouping]
) -> list[tuple[str, ...]]:
    """Return the groups of briefs after all statements that the inferred groups can keep.

    What is stated for two briefs is so whatever else holds; of joined briefs that cannot all be of one meeting, the
    later statements count.
    """
    links: dict[tuple[str, str], bool] = {}
    for each in groupings:
        for pair in _pairs(each, there):
            links.pop(pair, None)
            links[pair] = each.kind == "joined"
    apart: dict[str, set[str]] = {}
    for (one, other), is_joined in links.items():
        if not is_joined:
            apart.setdefault(one, set()).add(other)
            apart.setdefault(other, set()).add(one)
    cluster_of: dict[str, list[str]] = {}

    def unite(one: str, other: str) -> bool:
        here, there = (cluster_of.setdefault(each, [each]) for each in (one, other))
        if here is there:
            return True
        if any(not apart.get(each, set()).isdisjoint(there) for each in here):
            return False
        here += there
        cluster_of.update((each, here) for each in there)
        return True

    for (one, other), is_joined in reversed(links.items()):
        if is_joined:
            unite(one, other)
    for group in inferred:
        heads: list[str] = []
        for brief in group:
            if not any(map(partial(unite, other=brief), heads)):
                cluster_of.setdefault(brief, [brief])
                heads.append(brief)
    return [tuple(cluster) for cluster in {id(cluster): cluster for cluster in cluster_of.values()}.values()]


def _pairs(grouping: Grouping, there: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of briefs of which a statement says something, each in the order of the IDs."""
    briefs = [brief for brief in dict.fromkeys(grouping.briefs) if brief in there]
    others = [brief for brief in dict.fromkeys(grouping.others) if brief in there]
    for at, one in enumerate(briefs):
        for other in briefs[at + 1 :] if grouping.kind == "joined" else others:
            if one != other:
                yield (one, other) if one < other else (other, one)


def _meeting_of(told: Sequence[Told], *, is_stated: bool) -> HeldMeeting | None:
    """Return the meeting of some briefs, None where neither they nor a person say that there was one."""
    told = sorted(told, key=_face_order)
    rank = {each.entry.id: number for number, each in enumerate(told)}
    parts = sorted(held_meetings(told), key=lambda part: rank[part.face])
    if not parts and not is_stated:
        return None
    parts = parts or [undated_meeting(told[:1])]
    face = told[0].entry.id
    numbered = next((part for part in parts if part.series), parts[0])
    placed = next((part for part in parts if part.city or part.country), parts[0])
    return HeldMeeting(
        id=face,
        date=next((part.date for part in parts if part.date), None),
        series=numbered.series,
        ordinal=numbered.ordinal,
        format=next((part.format for part in parts if part.format), None),
        level=next((part.level for part in parts if part.level), None),
        city=placed.city,
        country=placed.country,
        sides=next((part.sides for part in parts if len(part.sides) > 1), parts[0].sides),
        leads=next((part.leads for part in parts if len(part.leads) > 1), parts[0].leads),
        face=face,
        briefs=tuple(MeetingBrief(each.entry.id, each.account.kind) for each in told),
        next=next(
            (
                each.account.next
                for each in told
                if each.account.next and (each is told[0] or each.account.kind not in SPEAKS_OF_OTHERS)
            ),
            None,
        ),
    )


def _face_order(told: Told) -> tuple[int, str, str]:
    return face_rank(told.account.kind), told.entry.date or "", told.entry.id


def _with_facts(meeting: HeldMeeting, corrections: Corrections) -> HeldMeeting:
    facts = corrections.facts_of([brief.id for brief in meeting.briefs])
    values: dict[str, Any] = dict(facts)
    if "series" in facts and facts["series"] is None and "ordinal" not in facts:
        values["ordinal"] = None  # it was the number in the series
    return meeting._replace(**values, stated=tuple(facts)) if facts else meeting


def _with_series(meeting: HeldMeeting, corrections: Corrections) -> HeldMeeting:
    name = corrections.series_called(meeting.series) if meeting.series else None
    if name == meeting.series:
        return meeting
    stated = {*meeting.stated, "series"}
    return meeting._replace(series=name, stated=tuple(key for key in KEYS if key in stated))


def corrected_entries(entries: Iterable[Entry], meetings: Iterable[HeldMeeting]) -> tuple[Entry, ...]:
    """Return entries with the series, number and place that a person states of their meetings.

    Of the briefs of a meeting, its face and those that name a series have its series. The date is that of the text.
    """
    stated = {brief.id: meeting for meeting in meetings if meeting.stated for brief in meeting.briefs}
    return tuple(_corrected_entry(entry, stated[entry.id]) if entry.id in stated else entry for entry in entries)


def corrected_brief(brief: Brief, meeting: HeldMeeting | None) -> Brief:
    """Return a brief with the facts that a person states of its meeting in place of its own."""
    keys = [key for key in meeting.stated if key != "name"] if meeting else []
    if meeting is None or not keys:
        return brief
    own = brief.annotation.meeting or Meeting()
    facts: dict[str, Any] = {key: getattr(meeting, key) for key in keys}
    found = own._replace(
        **facts,
        evidence={key: span for key, span in own.evidence.items() if key not in keys},
        unsure=tuple(key for key in own.unsure if key not in keys),
        stated=tuple(dict.fromkeys((*own.stated, *keys))),
    )
    entry = _corrected_entry(brief.entry, meeting)
    return brief._replace(entry=entry, annotation=brief.annotation._replace(meeting=found))


def _corrected_entry(entry: Entry, meeting: HeldMeeting) -> Entry:
    facts: dict[str, Any] = {key: getattr(meeting, key) for key in ("city", "country") if key in meeting.stated}
    if not {"series", "ordinal"}.isdisjoint(meeting.stated) and (entry.series or entry.id == meeting.face):
        facts |= {"series": meeting.series, "ordinal": meeting.ordinal}
    return entry._replace(**facts)
