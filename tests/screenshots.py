"""Draw the pictures in screenshots/: `python tests/screenshots.py`; the texts are the sample library and inventions."""

import asyncio
import html
import re
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from rich.cells import cell_len

import harbour_group
from briefreader.config import Places
from briefreader.library import Library, sample_folder
from briefreader.ui.app import BriefreaderApp

FOLDER = Path(__file__).parents[1] / "screenshots"
COMMUNIQUE = Path(__file__).with_name("communique.md")


class Picture(NamedTuple):
    """A size of the terminal, a theme, the brief to open, and the keys to press."""

    columns: int
    rows: int
    theme: str = "dark"
    brief: str | None = None
    keys: tuple[str, ...] = ()


PICTURES = {
    "wide": Picture(120, 36, brief="edscg-5-2024-09-04", keys=("tab",)),
    "80x24": Picture(80, 24, brief="edscg-5-2024-09-04", keys=("tab",)),
    "searching": Picture(120, 30, keys=("slash", *"extended deterr", "down", "down")),
    "narrow": Picture(60, 24, brief="ncg-1-2023-07-18"),
    "light": Picture(120, 36, "light", "scm-55-2023-11-13", ("tab",)),
    "names": Picture(120, 36, brief="edscg-5-2024-09-04", keys=("p", "j")),
    "dossier": Picture(120, 36, brief="edscg-5-2024-09-04", keys=("p", "i")),
    "help": Picture(100, 42, keys=("question_mark",)),
    "trace": Picture(120, 24, brief="edscg-5-2024-09-04", keys=("T", *"north korea", "enter")),
    "attendance": Picture(120, 24, brief="ncg-4-2025-01-10", keys=("B", "2")),
    "agenda": Picture(100, 24, keys=("F",)),
}
REDLINES = {
    "redline": Picture(120, 36, brief=harbour_group.THREE, keys=("C", "n", "n")),
    "redline-narrow": Picture(72, 36, brief=harbour_group.THREE, keys=("C", "n", "n")),
}
STRUCTURE = Picture(120, 36, brief="2025-06-14-communique-of-the-ministers-of-the-aurelia-group", keys=("t",))

TEXT = re.compile(
    r'<text (?P<head>[^>]*?)x="(?P<x>[\d.]+)" (?P<y>y="[\d.]+") textLength="(?P<length>[\d.]+)"(?P<tail>[^>]*)>'
    r"(?P<text>[^<]*)</text>"
)


def _trimmed(match: re.Match[str]) -> str:
    """Return a piece of text without the spaces around it, where it stood: some programs swallow them."""
    text = match["text"].replace("&#160;", "\xa0")
    cells = cell_len(html.unescape(text))
    bare = text.strip("\xa0")
    if not bare or not cells:
        return ""
    width = float(match["length"]) / cells
    x = float(match["x"]) + width * (len(text) - len(text.lstrip("\xa0")))
    length = width * cell_len(html.unescape(bare))
    inner = bare.replace("\xa0", "&#160;")
    return f'<text {match["head"]}x="{x:g}" {match["y"]} textLength="{length:g}"{match["tail"]}>{inner}</text>'


async def draw(picture: Picture, library: Library) -> str:
    """Return a picture as SVG; no font is fetched from anywhere."""
    app = BriefreaderApp(library, brief_id=picture.brief, theme=picture.theme)
    async with app.run_test(size=(picture.columns, picture.rows)) as pilot:
        await pilot.pause(0.8)
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause(0.15)
        await pilot.pause(0.5)
        svg = app.export_screenshot(title="briefreader")
    svg = TEXT.sub(_trimmed, svg)
    svg = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL)
    return re.sub(r"terminal-\d+-", "t-", svg)


def _harbour_group(folder: Path) -> Path:
    """Write the briefs of an invented group into a folder."""
    folder.mkdir()
    for name, text in harbour_group.BRIEFS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def main() -> int:
    """Draw every picture; a line for each."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        user = Path(folder)
        places = Places(user / "config", user / "data", user / "cache")
        sample = Library(sample_folder(), places)
        communique = Library(COMMUNIQUE.parent, places, only=COMMUNIQUE.name)
        harbour = Library(_harbour_group(user / "harbour"), places)
        drawn = {
            **{name: (picture, sample) for name, picture in PICTURES.items()},
            **{name: (picture, harbour) for name, picture in REDLINES.items()},
            "structure": (STRUCTURE, communique),
        }
        for library in (sample, communique, harbour):
            library.update()
        for name, (picture, library) in drawn.items():
            path = FOLDER / f"{name}.svg"
            path.write_text(asyncio.run(draw(picture, library)), "utf-8")
            print(path.name, picture.columns, picture.rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
