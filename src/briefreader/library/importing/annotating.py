"""Annotates the documents of an input without adding them to the library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from briefreader.indexing import annotated, brief_of, entry_of, read_item
from briefreader.library.importing.inputs import Input
from briefreader.model import Brief, SourceError

if TYPE_CHECKING:
    from briefreader.annotate import Annotator


def briefs_in(given: Input, annotator: Callable[[], Annotator]) -> Iterator[tuple[str | None, Brief | SourceError]]:
    """Yield the briefs that an input would give, or the errors in their place, each with its name in the input."""
    from briefreader.sources import items

    try:
        data = given.read()
    except SourceError as error:
        yield None, error
        return
    for item in items(data, given.file_name(data)):
        try:
            read = read_item(item)
        except SourceError as error:
            yield item.name, error
            continue
        document, annotation = annotated(read, annotator())
        yield item.name, brief_of(entry_of(document, annotation, item.name or given.name), document, annotation)
