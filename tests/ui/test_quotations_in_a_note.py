"""A desk officer finds three sentences, and takes them with their citations into one note."""

from pathlib import Path

from briefreader.library import Library
from reader_pilot import Start

FILLING = "\n\n".join(f"Both sides reviewed part {number} of the work of the year." for number in range(30))
READOUT = f"""---
title: The two ports agree on the harbour
date: 2025-03-03
source: Port Office
source_url: https://ports.example/harbour
---
The ministers met. They agreed that deterrence of pirates is a common task. They dined.

{FILLING}

Their ships share what they see. Deterrence needs ships that are seen. They parted as friends.

{FILLING}

A third meeting on deterrence follows in Lisbon. It has no date.
"""
ID = "2025-03-03-the-two-ports-agree-on-the-harbour"
QUOTATIONS = (
    "They agreed that deterrence of pirates is a common task.",
    "Deterrence needs ships that are seen.",
    "A third meeting on deterrence follows in Lisbon.",
)


async def test_three_quotations_with_citations_are_in_a_note_in_less_than_40_keys(
    root: Path, library: Library, start: Start
) -> None:
    (root / "harbour.md").write_text(READOUT, "utf-8")
    library.update()
    keys = 0
    async with start() as reader:

        async def press(*names: str) -> None:
            nonlocal keys
            keys += len(names)
            await reader.press(*names)

        await press("slash", *"deterrence")
        await reader.until(lambda: ID in reader.rows)
        await press("up")
        await reader.until(lambda: reader.open_brief == ID and len(reader.screen.article.matches) == 3)
        await press("enter")
        await press(")", "+")
        for _ in QUOTATIONS[1:]:
            await press("tab", "n", ")", "+")
        await press("ctrl+s")
        await reader.until(lambda: library.notes.all())
    [kept] = library.notes.all()
    assert keys < 40
    words = f"{kept.note.quote}\n{kept.note.text}"
    assert all(quotation in words for quotation in QUOTATIONS)
    assert (
        kept.note.text.count("Port Office, [The two ports agree on the harbour](<https://ports.example/harbour>)") == 2
    )
    assert library.citation(library.brief(ID)).url == "https://ports.example/harbour"
