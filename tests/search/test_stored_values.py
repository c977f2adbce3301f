"""Values that the index keeps with a document and gives back."""

import io
from collections.abc import Sequence

import pytest

from briefreader.search.index.stored_values import StoredValues, StoredValuesWriter, packed
from briefreader.search.storage.container import InMemoryFile


def stored(values: Sequence[object]) -> StoredValues:
    file = io.BytesIO()
    writer = StoredValuesWriter(file)
    for value in values:
        writer.add(packed(value))
    writer.finish()
    return StoredValues(InMemoryFile(file.getvalue()))


def test_each_document_has_its_value_again() -> None:
    values = [None, [], ["João", 3, [[1, 2], None]], {"a": "ü" * 1_000}, "\ud800"]
    assert [stored(values)[number] for number in range(len(values))] == values


def test_a_value_is_taken_over_as_it_is_stored() -> None:
    assert stored([1, "two"]).packed(1) == packed("two")


def test_a_document_that_is_not_there_has_no_value() -> None:
    with pytest.raises(IndexError):
        stored([1])[1]
