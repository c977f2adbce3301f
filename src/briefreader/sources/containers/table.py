"""Reads tables of press releases (CSV, TSV): a row each, with the names of the columns in the first row."""

import csv
import io
from collections.abc import Iterator

from briefreader.model import SourceError
from briefreader.sources.containers import records
from briefreader.sources.containers.item import Part
from briefreader.sources.letters import encoding
from briefreader.sources.limits import LARGEST

_SAMPLE = 20_000  # characters in which the signs that part the cells are sought
_SEPARATORS = (b",", b";", b"\t", b"|")
_MORE_CELLS = (
    "text: the row has more cells than the first line has names, and the last ones are left out; "
    "put a text that holds the sign between cells into quotation marks"
)
_SIGNS = (b"|", b"~", b"^", b"`", b"\\", b"#", b"}", b"{", b"@", b"=", b"+", b"*")


def parts(data: bytes, name: str) -> Iterator[Part]:
    """Yield the rows of a table, named by the number of their first line. Raises SourceError."""
    csv.field_size_limit(LARGEST)
    decoded, separator = _decoded(data)
    text = decoded.text
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        columns = next(reader, [])
        while not any(columns) and reader.line_num < text.count("\n"):
            columns = next(reader, [])
        if not records.is_record(dict.fromkeys(columns)):
            raise SourceError(
                "the first line names no column of texts (text, body, content) and none of titles; name them there"
            )
        line = reader.line_num + 1
        for row in reader:
            if any(map(str.strip, row)):
                part = _part(str(line), columns, row, name)
                yield part.doubted(decoded.unsure)
            line = reader.line_num + 1
    except csv.Error as error:
        raise SourceError(f"line {reader.line_num} is no row of a table ({error}); mend it and add it again") from error


def _part(number: str, columns: list[str], row: list[str], name: str) -> Part:
    try:
        found = Part(number, records.document(dict(zip(columns, row, strict=False)), name))
        return found.doubted((_MORE_CELLS,) if any(map(str.strip, row[len(columns) :])) else ())
    except SourceError as error:
        reason = str(error).removeprefix(f"{name}: ")
        return Part(number, data="\n".join(row).encode("utf-8", "replace"), reason=reason)


def _decoded(data: bytes) -> tuple[encoding.Decoded, str]:
    """Return the text of a table and the sign between its cells, which is the most frequent one in the first line.

    A tab is replaced by a sign that the table does not have, since cleaning makes a space of it. Raises SourceError.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode()
    first = data.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0][:_SAMPLE]
    separator = max(_SEPARATORS, key=first.count)
    if separator == b"\t":
        separator = next((sign for sign in _SIGNS if sign not in data), b",")
        if separator == b",":
            raise SourceError("its cells are parted by tabs and hold every sign; save it with commas (CSV)")
        data = data.replace(b"\t", separator)
    return encoding.decode(data), separator.decode()
