"""Runs the command that prints the dossier of a name: who."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefreader.cli.arguments import Request
from briefreader.cli.printing import ACCENT, QUIET
from briefreader.cli.records import dossier_record
from briefreader.cli.session import DONE, Session
from briefreader.library import bearers, is_bearer
from briefreader.model import Companion, Dossier

_MOST_COMPANIONS = 20


def who(request: Request, session: Session) -> int:
    """Print the dossier of a name."""
    library = session.library
    session.update(library)
    dossier = library.dossier(request.query)
    if request.json:
        session.out.json(dossier_record(dossier))
    else:
        _print(session, dossier)
    return DONE


def _print(session: Session, dossier: Dossier) -> None:
    out = session.out
    briefs = f"{len(dossier.mentions):,} {'brief' if len(dossier.mentions) == 1 else 'briefs'}"
    dates = f", {_span(dossier.first, dossier.last)}" if dossier.first else ""
    out.paragraph(f"{out.style(dossier.name, '1')} · {dossier.type} · {briefs}{dates}")
    if dossier.aliases:
        out.paragraph(f"also: {', '.join(dossier.aliases)}")
    family = bearers(dossier)
    if family:
        given = ", ".join(f"{each.name or 'no first name'} ({each.briefs:,})" for each in family[1])
        out.paragraph(f"{family[0]}: {given}; write more of a name to ask for another than the first")
    apart = [each for each in dossier.others if not family or not is_bearer(each.name, family[0])]
    if apart:
        out.paragraph(f"not meant: {_counted(apart)}; write more of a name to ask for one of these")
    if dossier.together:
        out.paragraph(f"with: {_counted(dossier.together[:_MOST_COMPANIONS])}")
    if dossier.titles:
        out.line("\nOffices, with the dates of the briefs that say so")
        spans = [(_span(office.first, office.last), office.title) for office in dossier.titles]
        out.table(spans, (QUIET, ""), (24, 400))
    if dossier.holders:
        out.line("\nHeld by, with the dates and the number of the briefs that say so")
        held = [
            (_span(each.first, each.last), f"{each.briefs:,}", each.side or "", each.name) for each in dossier.holders
        ]
        out.table(held, (QUIET, QUIET, "", ACCENT), (24, 8, 40, 400))
    if dossier.attended:
        roles = Counter(each.role for each in dossier.attended)
        out.line(f"\nMeetings: {', '.join(f'{count:,} as {role}' for role, count in roles.items())}")
        parts = [(each.entry.date or "", each.entry.id, each.role, each.side or "") for each in dossier.attended]
        out.table(parts, (QUIET, ACCENT, "", ""), (10, 40, 12, 400))
    out.line("\nMentions")
    for mention in dossier.mentions:
        out.paragraph(f"{mention.entry.date or 'undated'}  {out.style(mention.entry.id, ACCENT)}  ({mention.times})")
        for sentence in mention.sentences:
            out.paragraph(sentence.text, indent="  ")
    quoted = sum(bool(mention.sentences) for mention in dossier.mentions)
    if quoted < len(dossier.mentions):
        out.paragraph(f"\nSentences are quoted from the {quoted:,} newest {'brief' if quoted == 1 else 'briefs'} only.")


def _counted(people: Sequence[Companion]) -> str:
    return ", ".join(f"{each.name} ({each.briefs:,})" for each in people)


def _span(first: str | None, last: str | None) -> str:
    return first or "" if first == last else f"{first} to {last}"
