"""The mentions of a text: what each recognizer proposes, the best of it kept, each under its canonical name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefreader.annotate.mentions import dates, weapons
from briefreader.annotate.mentions import noun_phrases as phrases
from briefreader.annotate.mentions import people as persons
from briefreader.annotate.mentions.candidates import Candidate, keep_best
from briefreader.annotate.mentions.canonical_names import Canonical
from briefreader.annotate.mentions.dates import DateFound
from briefreader.annotate.mentions.head_nouns import kind_of
from briefreader.annotate.mentions.offices import is_body_by_letters
from briefreader.annotate.mentions.parties import GENERIC
from briefreader.annotate.names import acronyms
from briefreader.annotate.names.document_context import Scene
from briefreader.annotate.names.gazetteer import Names
from briefreader.annotate.names.trie import Found
from briefreader.annotate.text.tokens import tokenize
from briefreader.model import Mention

_OWN_RANK = 9
_DIRECTIONS = frozenset(
    "Northern Southern Eastern Western Northeastern Northwestern Southeastern Southwestern Northeast Northwest "
    "Southeast Southwest Central Upper Lower".split()
)
# Whom only a body has.
_MEMBERS = frozenset(
    "officials officers members member inspectors peacekeepers fighters secretariat headquarters".split()
)
# What a series is called by, its parties left out.
_KINDS = frozenset("Strategic Comprehensive High Economic Enhanced Special Defense Defence".split())
_QUARTERS = _DIRECTIONS | frozenset("North South East West Inner Outer".split())
_OPEN = frozenset("Open open O".split())
_STATES = frozenset("Kingdom Republic State Commonwealth Federation Union Emirate Principality Sultanate".split())
_YEAR = re.compile(r"(?:19|20)\d\d")
_PREPOSITIONS = frozenset("in In at At to from From near of for across around between".split())


@dataclass(frozen=True)
class Entities:
    """All that was recognized in a text: candidates and mentions in step, in order, never overlapping.

    `acronyms` holds, by canonical name, the acronym that the text defines for an event.
    """

    scene: Scene
    candidates: tuple[Candidate, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[DateFound, ...]
    acronyms: dict[str, str]


def recognize(text: str, names: Names) -> Entities:
    """Return the entities of a text."""
    scene = Scene.of(text, names)
    count = len(scene.tokens)
    found_dates = tuple(dates.find(scene.tokens))
    people = persons.find(scene)
    surely = frozenset(item.first for item in people if item.type == "PERSON" and item.rank)
    proposals = [
        *_own(scene),
        *_listed(scene),
        *people,
        *(Candidate(*phrase) for phrase in phrases.find(scene, surely)),
        *(Candidate(found.first, found.last, "DATE") for found in found_dates),
        *weapons.find(scene),
        *_venues(scene),
    ]
    proposals = [item for item in proposals if not _is_killed(scene, item, names)] if names.killed else proposals
    kept = keep_best(proposals, count)
    spelled_out = list(_spelled_out(scene, kept))
    kept = keep_best([*spelled_out, *proposals], count)
    defined = _defined(scene, kept)
    proposals += _with_officials(scene, kept)
    foreign = _foreign(scene, kept)
    proposals = [
        item
        for item in proposals
        if not (item.name and item.last == item.first + 1 and scene.tokens.word(item.first) in foreign)
    ]
    # Acronyms come first, so that a text's own definition wins over a list's entry of the same length.
    kept = keep_best([*_acronyms(scene, defined), *spelled_out, *proposals], count)
    kept = keep_best([*kept, *persons.short_forms(scene, kept), *_without_parties(scene, kept)], count)
    canonical = Canonical(scene, kept, names)
    if names.killed:
        kept = [
            item
            for item in kept
            if not (_is_killed(scene, item, names) or names.is_killed(names.called(item.type, canonical.of(item))))
        ]
    mentions = tuple(
        Mention(
            scene.tokens.starts[item.first],
            scene.tokens.ends[item.last - 1],
            item.type,
            scene.tokens.slice(item.first, item.last),
            names.called(item.type, canonical.of(item)),
        )
        for item in kept
    )
    called = {canonical.of(long): short for short, long in reversed(defined.items()) if long.type == "EVENT"}
    return Entities(scene, tuple(kept), mentions, found_dates, called)


def _own(scene: Scene) -> Iterator[Candidate]:
    """What the user has named, over all else."""
    for found in scene.listed:
        if found.name.own:
            yield Candidate(found.first, found.last, found.name.type, _OWN_RANK, found.name)


def _is_killed(scene: Scene, item: Candidate, names: Names) -> bool:
    return names.is_killed(scene.tokens.slice(item.first, item.last))


def _listed(scene: Scene) -> Iterator[Candidate]:
    """Listed names; a place that is also a word or a person's name needs a place's surroundings."""
    for found in scene.listed:
        if found.name.type == "PERSON" or (
            found.name.fact("context") and not _in_place(scene, found.first, found.last)
        ):
            continue
        if found.name.type == "ORG" and scene.tokens.word(found.first - 1 - _hyphened(scene, found.first)) in _OPEN:
            continue  # `Open-RAN`: a technology
        if found.name.type == "NORP" and scene.tokens.word(found.last) == "Republic":
            continue  # `the Islamic Republic`: a state, not its people
        yield Candidate(found.first, found.last, found.name.type, 0, found.name)
        if found.name.section in ("countries", "regions") and scene.tokens.word(found.first - 1) in _DIRECTIONS:
            yield Candidate(found.first - 1, found.last, "PLACE", 1)
        if found.name.type in ("PLACE", "NORP") and (first := _paired(scene, found.first)) is not None:
            yield Candidate(first, found.last, found.name.type, 1)
        if found.name.type in ("EVENT", "AGREEMENT") and (body := _body_before(scene, found.first)) is not None:
            yield Candidate(body, found.last, found.name.type, 1)
        if found.name.type == "EVENT" and (party := _party_before(scene, found)) is not None:
            yield Candidate(party, found.last, "EVENT", 1)
        if found.name.type == "EVENT" and _YEAR.fullmatch(scene.tokens.word(found.last)):
            yield Candidate(found.first, found.last + 1, "EVENT", 1, found.name)


def _body_before(scene: Scene, at: int) -> int | None:
    """The first token of the body right before a listed event or agreement: `WTO Agreement on Fisheries Subsidies`."""
    found = scene.over.get(at - 1)
    if found is None or found.name.type != "ORG" or found.last != at or found.name.fact("country"):
        return None
    return found.first if scene.tokens.words[found.last - 1].isupper() or found.name.name == "Quad" else None


def _party_before(scene: Scene, found: Found) -> int | None:
    """The first token of the party joined to a listed event of which only a body and a rank are told.

    `U.S.-ASEAN Foreign Ministers' Meeting` is one name, though the lists hold its latter part.
    """
    words = scene.tokens.words
    joined = scene.tokens.word(found.first - 1) in ("-", "–") and scene.is_a(found.first - 2, "PLACE", "ORG")
    if not joined or not words[found.first].isupper():
        return None
    rest = (word.lower() for word in words[found.first + 1 : found.last])
    return scene.over[found.first - 2].first if all(word in GENERIC for word in rest) else None


def _paired(scene: Scene, at: int) -> int | None:
    """The first token of `North and South Atlantic` where the listed name begins at `South` or at `Atlantic`."""
    words = scene.tokens.words
    at -= words[at] not in _QUARTERS and at > 0 and words[at - 1] in _QUARTERS
    pair = at > 1 and words[at] in _QUARTERS and words[at - 1] in ("and", "&") and words[at - 2] in _QUARTERS
    pair = pair and at - 2 not in scene.over  # `the Middle East and North Africa`
    return at - 2 if pair else None


def _hyphened(scene: Scene, at: int) -> bool:
    return scene.tokens.word(at - 1) == "-" and scene.tokens.glued(at) and scene.tokens.glued(at - 1)


def _in_place(scene: Scene, first: int, last: int) -> bool:
    """Whether `in`, `at` and the like stand before a name, or a further place after a comma."""
    tokens = scene.tokens
    if tokens.word(last)[:1].isupper():
        return False
    if tokens.word(last) == "," and scene.is_a(last + 1, "PLACE"):
        return True
    return tokens.word(first - 1) in _PREPOSITIONS


def _venues(scene: Scene) -> Iterator[Candidate]:
    """`at NATO headquarters`, `at the White House`: a body's seat where something takes place."""
    tokens = scene.tokens
    for found in scene.listed:
        country = found.name.fact("country") if found.name.type == "ORG" else None
        if country and tokens.word(found.last) not in ("-", "'s"):
            article = tokens.word(found.first - 1) == "the"
            if article and tokens.word(found.first - 2) in ("at", "to", "outside", "in", "visited", "visit"):
                yield Candidate(found.first, found.last, "PLACE", 1, replace(found.name, section="sites"))
        before = tokens.word(found.first - 1 - (tokens.word(found.first - 1) == "the"))
        if (
            found.name.type == "ORG"
            and before in ("at", "in", "to")
            and tokens.word(found.last).lower() == "headquarters"
        ):
            yield Candidate(found.first, found.last + 1, "PLACE", 1)


def _spelled_out(scene: Scene, kept: Sequence[Candidate]) -> Iterator[Candidate]:
    """Long forms of which a recognizer took too little: an acronym's letters say where the name begins."""
    tokens = scene.tokens
    by_last = {item.last: item for item in kept}
    for definition in scene.definitions:
        held = by_last.get(definition.last)
        if held is not None and (held.first <= definition.first or held.type in ("PERSON", "TITLE", "DATE")):
            continue
        words = tokens.words[definition.first : definition.last]
        kind = kind_of(words[-1], words) if words else None
        if kind is not None:
            yield Candidate(definition.first, definition.last, kind, 1)


def _defined(scene: Scene, kept: Sequence[Candidate]) -> dict[str, Candidate]:
    """The acronyms that a text defines, with the long form each stands for."""
    by_last = {item.last: item for item in kept}
    meanings: dict[str, Candidate] = {}
    for definition in scene.definitions:
        long = by_last.get(definition.last)
        known = scene.known(definition.at)
        if known and scene.tokens.slice(definition.first, definition.last) in known.spellings:
            continue  # `Council of the European Union (EU)`: the acronym of the end alone
        if long is None or long.type in ("PERSON", "TITLE", "DATE"):
            continue
        before = scene.tokens.words[definition.first : long.first]
        if long.type in ("PLACE", "NORP") and any(word[0].isupper() and word not in _STATES for word in before):
            continue  # `Australia-UK-US (AUKUS)`, `Palestine Refugees in the Near East (UNRWA)`: no names of the place
        meanings.setdefault(definition.short, long)
    for short, last, at in scene.brackets:
        long = by_last.get(last)
        if short in meanings or long is None or long.type not in ("ORG", "EVENT", "AGREEMENT"):
            continue
        known = scene.known(at)
        if (known is None or known.type != long.type) and acronyms.has_initials(
            short, scene.tokens.words[long.first : long.last]
        ):
            meanings[short] = long
    return meanings


def _with_officials(scene: Scene, kept: Sequence[Candidate]) -> Iterator[Candidate]:
    """Unlisted acronyms wherever they stand, once with officials or members: `FEMA Administrator`, `AUC officials`."""
    tokens = scene.tokens
    offices = {item.first for item in kept if item.type == "TITLE"}
    named = {index for item in kept for index in range(item.first, item.last)}
    bodies: set[str] = set()
    for index in tokens.such(is_body_by_letters):
        if index not in named:
            after = tokens.word(index + 1)
            if (index + 1 in offices and not after.isupper()) or after in _MEMBERS:
                bodies.add(tokens.words[index])
    for index in tokens.among(bodies):
        if index not in named and tokens.word(index + 1) != "-":
            yield Candidate(index, index + 1, "ORG")


def _without_parties(scene: Scene, kept: Sequence[Candidate]) -> Iterator[Candidate]:
    """`Strategic Mechanism` in a text that has named the `U.S.-Malta Strategic Mechanism`."""
    tokens = scene.tokens
    for item in kept:
        if item.type not in ("EVENT", "AGREEMENT") or item.name is not None or not scene.is_a(item.first, "PLACE"):
            continue
        start = next((at for at in range(item.first, item.last) if tokens.words[at] in _KINDS), item.last)
        parts = tokens.words[start : item.last]
        if len(parts) < 2 or not all(part[0].isupper() or part == "-" for part in parts):
            continue
        for index in tokens.among({parts[0]}):
            if tokens.words[index : index + len(parts)] == parts:
                yield Candidate(index, index + len(parts), item.type, -1, None, tokens.slice(item.first, item.last))


def _foreign(scene: Scene, kept: Sequence[Candidate]) -> set[str]:
    """Listed acronyms that a text defines as something that is no name: `maritime domain awareness (MDA)`."""
    named = {index for item in kept for index in range(item.first, item.last)}
    return {
        definition.short
        for definition in (*scene.definitions, *acronyms.in_small_letters(scene.tokens, scene.brackets))
        if named.isdisjoint(range(definition.first, definition.last))
    }


def _acronyms(scene: Scene, meanings: dict[str, Candidate]) -> Iterator[Candidate]:
    """Each acronym that a text defines, wherever it stands, with the type and name of its long form."""
    tokens = scene.tokens
    split = {short: tokenize(short).words for short in meanings}
    for short, parts in split.items():
        long = meanings[short]
        for index in tokens.among({parts[0]}):
            if tokens.words[index : index + len(parts)] == parts:
                meaning = tokens.slice(long.first, long.last)
                yield Candidate(index, index + len(parts), long.type, 0, long.name, meaning)
