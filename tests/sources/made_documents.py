"""Invented documents as parts with their structure, from which the tests make files of each format."""

from typing import Literal, NamedTuple

from sources.structure_score import Unit, unit

Kind = Literal["heading", "paragraph", "item", "quote", "row"]


class Part(NamedTuple):
    """A part of a document; `number` is the number that stands before an item, `cells` are those of a table row."""

    kind: Kind
    text: str = ""
    level: int = 1
    number: str = ""
    cells: tuple[str, ...] = ()


class Made(NamedTuple):
    """An invented document."""

    title: str
    parts: tuple[Part, ...]

    @property
    def words(self) -> str:
        """All words of the document."""
        return " ".join((self.title, *(" ".join((part.number, part.text, *part.cells)) for part in self.parts)))

    def units(self, top: int) -> list[Unit]:
        """Return the units that a reader should find, where `top` is the level of the first headings."""
        found: list[Unit] = []
        for part in self.parts:
            if part.kind == "row":
                found += (unit("cell", column, cell) for column, cell in enumerate(part.cells) if cell)
            elif part.kind == "item":
                found.append(unit("item", part.level, f"{part.number} {part.text}"))
            elif part.kind == "heading":
                found.append(unit("heading", part.level + top - 1, part.text))
            else:
                found.append(unit(part.kind, None if part.kind == "paragraph" else 1, part.text))
        return found


_SENTENCES = (
    "The ministers of Aldria and Borvia met in Port Selwyn to review the state of their cooperation.",
    "Both sides reaffirmed that freedom of navigation in the northern straits remains essential to shared prosperity.",
    "They welcomed the progress made since the previous round, notably the exchange of liaison officers.",
    "The two delegations agreed to hold a table-top exercise before the end of the year and to report on it.",
    "Minister Orla Quint thanked her counterpart, Minister Tadeo Marsh, for the hospitality of the city.",
    "They expressed deep concern over the repeated launches of long-range rockets and urged a return to dialogue.",
    "The participants recalled the commitments of the Harbour Declaration, which their leaders signed three years ago.",
    "A joint working group will study the protection of undersea cables and report to both governments.",
    "Experts on both sides shared their assessments of the situation in the southern archipelago and its consequences.",
    "The next round will take place in the capital of Borvia at a time to be agreed through diplomatic channels.",
)
_ITEMS = (
    "open a hotline between the two coast guard centres within six months",
    "exchange forecasts of storms and ice, free of charge",
    "train forty inspectors in the safe handling of radiological sources at the joint school in Port Selwyn, and "
    "review the course each year",
    "publish a common list of the vessels that are under sanctions",
    "invite observers from the island states",
    "hold consultations of legal experts every spring",
    "fund ten scholarships for young cartographers",
    "map the sea floor between the two capes together with the hydrographic offices of the neighbouring states and "
    "their universities",
)
_HEADINGS = (
    "Security of the Sea Lanes",
    "Economic Ties",
    "Humanitarian Matters",
    "Next Steps",
    "Regional Questions",
    "Science and Education",
    "Exchange of Views on the Southern Archipelago",
    "Final Provisions",
)
_TITLES = (
    "Joint Statement of the Third Aldria–Borvia Maritime Dialogue",
    "Communique of the Ministerial Conference on Undersea Cables",
    "Chair's Summary of the Northern Straits Forum",
    "Readout of the Meeting between Minister Quint and Minister Marsh",
    "Fact Sheet on the Harbour Declaration",
)
_QUOTE = (
    "We have come a long way since the first of these meetings, and the people who live by the straits can see the "
    "difference in their harbours, in their schools and in the price of their bread, which is what such talks are for."
)
_TABLE = (
    ("Country", "Minister", "Pledge"),
    ("Aldria", "Orla Quint", "40 million"),
    ("Borvia", "Tadeo Marsh", "25 million"),
    ("Cestria", "Ilse Brandt", "12 million"),
    ("Doria", "Per Lund", "3 million"),
)


def _prose(start: int, count: int) -> Part:
    return Part("paragraph", " ".join(_SENTENCES[(start + step) % len(_SENTENCES)] for step in range(count)))


def _item(at: int, level: int = 1, number: str = "") -> Part:
    return Part("item", f"{_ITEMS[at % len(_ITEMS)]};", level, number)


def _made(seed: int) -> Made:
    """Return the document of a number; each has other parts in another order."""
    parts = [_prose(seed, 2 + seed % 3)]
    heading = iter(range(seed, seed + 8))

    def section(level: int = 1) -> Part:
        return Part("heading", _HEADINGS[next(heading) % len(_HEADINGS)], level)

    parts += (section(), _prose(seed + 3, 3), Part("paragraph", "To this end they are taking these steps:"))
    if seed % 3 == 0:
        parts += (_item(seed), _item(seed + 1), _item(seed + 2, 2), _item(seed + 3, 2), _item(seed + 4))
    elif seed % 3 == 1:
        parts += (_item(seed + step, 1, f"{step + 1}.") for step in range(4))
    else:
        parts += (
            _item(seed, 1, "(a)"),
            _item(seed + 1, 1, "(b)"),
            _item(seed + 2, 2, "(i)"),
            _item(seed + 3, 2, "(ii)"),
            _item(seed + 4, 1, "(c)"),
        )
    parts.append(_prose(seed + 5, 2))
    if seed % 2 == 0:
        parts += (section(2), _prose(seed + 6, 2), Part("quote", _QUOTE), _prose(seed + 8, 2))
    if seed % 2 == 1 or seed % 4 == 0:
        parts += (section(), Part("paragraph", "The pledges made at the meeting are these:"))
        parts += (Part("row", cells=row) for row in _TABLE[: 3 + seed % 3])
        parts.append(_prose(seed + 9, 2))
    parts += (section(2 - seed % 2), _prose(seed + 4, 4), _prose(seed + 1, 3))
    return Made(_TITLES[seed % len(_TITLES)], tuple(parts))


DOCUMENTS = tuple(map(_made, range(12)))
