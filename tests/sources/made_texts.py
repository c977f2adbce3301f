"""Makes web pages and Markdown texts of invented documents."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from sources.made_documents import Made, Part

_FRAME = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"


def page(made: Made) -> str:
    """Return a document as the page of a site with a menu and a footer."""
    body = "".join(_grouped(list(made.parts)))
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{escape(made.title)}</title></head><body>"
        f"{_FRAME}<main><article><h1>{escape(made.title)}</h1>{body}</article></main>"
        "<footer><p>The ministry, 1 Quay Street, Port Selwyn</p></footer></body></html>"
    )


def _grouped(parts: list[Part]) -> Iterator[str]:
    for kind, group in groupby(parts, lambda part: part.kind):
        members = list(group)
        if kind == "item":
            yield _list(members, 1)
        elif kind == "row":
            rows = ("".join(f"<td><p>{escape(cell)}</p></td>" for cell in part.cells) for part in members)
            yield f"<table><tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody></table>"
        else:
            yield from map(_element, members)


def _list(items: list[Part], level: int) -> str:
    """Return the list of items from a level on; numbers that a browser would not make stand in the text."""
    tag = "ol" if items[0].number == "1." else "ul style='list-style: none'" if items[0].number else "ul"
    written = ""
    while items and items[0].level >= level:
        if items[0].level > level:
            written = written.removesuffix("</li>") + _list(items, level + 1) + "</li>"
            continue
        part = items.pop(0)
        number = f"{part.number} " if part.number and tag != "ol" else ""
        written += f"<li>{number}{escape(part.text)}</li>"
    return f"<{tag}>{written}</{tag.partition(' ')[0]}>"


def _element(part: Part) -> str:
    if part.kind == "heading":
        return f"<h{part.level + 1}>{escape(part.text)}</h{part.level + 1}>"
    if part.kind == "quote":
        return f"<blockquote><p>{escape(part.text)}</p></blockquote>"
    return f"<p>{escape(part.text)}</p>"


def markdown(made: Made) -> str:
    """Return a document as Markdown that is wrapped at no width."""
    lines = [f"# {made.title}", ""]
    before = ""
    for part in made.parts:
        if part.kind == "row" and before != "row":
            lines += [f"| {' | '.join(part.cells)} |", f"|{'---|' * len(part.cells)}"]
        else:
            lines += ([] if part.kind == before == "row" else [""]) + [_line(part)]
        before = part.kind
    return "\n".join(lines) + "\n"


def _line(part: Part) -> str:
    if part.kind == "item":
        mark = part.number if part.number == "1." or part.number[:-1].isdigit() else f"- {part.number}".rstrip()
        return f"{'    ' * (part.level - 1)}{mark} {part.text}"
    if part.kind == "row":
        return f"| {' | '.join(part.cells)} |"
    marks = {"heading": f"{'#' * (part.level + 1)} ", "quote": "> "}
    return f"{marks.get(part.kind, '')}{part.text}"
