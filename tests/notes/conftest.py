"""A library of twenty briefs whose titles and publishers hold every sign that a format might take for its own."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import readouts
from briefreader.config import Places
from briefreader.library import Library
from briefreader.model import Brief

TITLES = (
    "Joint Statement of Ruritania and Freedonia",
    "Readout: 50% more, R&D & #1 of {two} {unbalanced",
    "A closing brace } and an escaped \\} one",
    'Remarks on "deterrence", “consultation” and ‘trust’',
    "Año nuevo: São Tomé, Übereinkunft, Łódź, naïveté",
    "제3차 핵협의그룹 공동언론발표문",
    "共同声明：日本と韓国",
    "A title\nwith a line break\r\nand a tab\tin it",
    "@article{attack, title = {x}}",
    "ER  - TY  - GEN",
    "Ends with a backslash \\",
    "C:\\path\\to\\file and \\textbf{no}",
    "100% certain % not a comment",
    "Dollars $5 to $6 million_under_score ^ caret ~ tilde",
    "Comma, semicolon; and the word and between",
    "<b>No markup</b> & no entity &amp; here",
    "Emoji 🕊️ and a dash — and an en dash –",
    "[square] (round) |bar| `tick` *star*",
    "=SUM(A1:A2) is no formula",
    "'quoted' and -- dashed --- title...",
)
PUBLISHERS = (
    "Ministry of Foreign Affairs",
    "Office of the Spokesperson, Department of State",
    "Research & Development {Agency} and Sons",
    "외교부",
    None,
)
KINDS = ("Readout", "Joint Statement", "Fact Sheet", "Remarks", "Statement")
DATES = ("2024-03-14", "2023-11", "2022", None)
URLS = (
    "https://ruritania.example/news/{}?a=1&b=%20x_y#part~{}",
    "https://freedonia.example/{}",
    None,
)


def brief_file(number: int, title: str) -> str:
    """Return the file of a brief with a title and facts that change from number to number."""
    facts = {
        "title": title,
        "date": DATES[number % len(DATES)],
        "source": PUBLISHERS[number % len(PUBLISHERS)],
        "url": (URLS[number % len(URLS)] or "").format(number, number) or None,
        "text_status": "summary" if number % 2 else "official",
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items() if value]
    kind = KINDS[number % len(KINDS)]
    body = f"{kind}. The ministers of Ruritania and Freedonia met in Vienna. They said: “We will not\nyield 5% & more.”"
    return "\n".join(["---", *lines, "---", "", body, ""])


@pytest.fixture(scope="session")
def briefs(
    tmp_path_factory: pytest.TempPathFactory, prepare_cache: Callable[[Path], None]
) -> tuple[Library, list[Brief]]:
    """The library and its briefs."""
    folder = tmp_path_factory.mktemp("citations")
    prepare_cache(folder / "cache")
    root = readouts.write(
        folder / "library", {f"{number:02}.md": brief_file(number, title) for number, title in enumerate(TITLES)}
    )
    library = Library(root, Places(folder / "config", folder / "data", folder / "cache"))
    library.update()
    return library, [library.brief(entry.id) for entry in library.entries()]
