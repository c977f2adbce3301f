"""Tags: found by whole words of a phrase, with the documents that have them, also after segments are merged."""

import io
from collections.abc import Callable, Mapping

from briefreader.search import Tag
from briefreader.search.index.tag_table import TagTable, TagTableWriter
from briefreader.search.storage.container import InMemoryFile

LUND = Tag("name", "ada lund", "Ada Lund")
LUNDE = Tag("name", "per lunde", "Per Lunde")
SIDE = Tag("side", "norway", "Norway")


class Kept(io.BytesIO):
    """Keeps what was written after it is closed."""

    content = b""

    def close(self) -> None:
        self.content = self.getvalue()
        super().close()


def table(*documents: Mapping[Tag, tuple[int, int]]) -> TagTable:
    file = Kept()
    writer = TagTableWriter(file)
    for number, tags in enumerate(documents):
        writer.add(number, tags)
    return finished(writer, file)


def finished(writer: TagTableWriter, file: Kept) -> TagTable:
    writer.finish()
    writer.close()
    return TagTable(InMemoryFile(file.content))


def found(
    tags: TagTable, kind: str, *phrases: str, is_wanted: Callable[[str], bool] = bool
) -> list[tuple[object, ...]]:
    return [(line, *map(list, occurrences)) for line, occurrences in tags.with_words(kind, phrases, is_wanted)]


def test_a_tag_is_found_by_whole_words_of_it_with_its_documents() -> None:
    tags = table({LUND: (2, 30), SIDE: (1, 0)}, {LUNDE: (1, 7)}, {LUND: (1, 5)})
    assert found(tags, "name", "lund") == [("Ada Lund", [0, 2], [2, 1], [30, 5])]
    assert found(tags, "name", "lunde", "ada lund") == [
        ("Ada Lund", [0, 2], [2, 1], [30, 5]),
        ("Per Lunde", [1], [1], [7]),
    ]
    assert found(tags, "name", "lund ada") == []


def test_without_a_phrase_all_wanted_tags_of_a_kind_are_found() -> None:
    tags = table({LUND: (2, 30), SIDE: (1, 0)}, {LUNDE: (1, 7)})
    assert [line for line, _ in tags.with_words("name", None, bool)] == ["Ada Lund", "Per Lunde"]
    assert [line for line, _ in tags.with_words("name", None, lambda line: "Per" in line)] == ["Per Lunde"]


def test_only_the_wanted_ones_of_the_tags_found_are_read() -> None:
    tags = table({LUND: (2, 30), LUNDE: (1, 7)})
    assert found(tags, "name", "lund", "lunde", is_wanted=lambda line: line.startswith("Per")) == [
        ("Per Lunde", [0], [1], [7])
    ]


def test_tags_of_another_kind_are_not_found() -> None:
    tags = table({SIDE: (1, 0), LUND: (1, 4)})
    assert found(tags, "name", "norway") == found(tags, "lead", "lund") == []
    assert found(tags, "side", "norway") == [("Norway", [0], [1], [0])]


def test_a_segment_without_tags_has_none() -> None:
    assert found(table({}), "name", "lund") == []


def test_a_count_beyond_the_largest_is_cut() -> None:
    assert found(table({LUND: (1_000_000, 1)}), "name", "lund") == [("Ada Lund", [0], [65_535], [1])]


def test_a_merge_takes_the_tags_of_kept_documents_over_under_new_numbers() -> None:
    old = table({LUND: (2, 30)}, {LUND: (1, 5), LUNDE: (1, 9)}, {SIDE: (1, 0)})
    file = Kept()
    writer = TagTableWriter(file)
    writer.add(0, {LUNDE: (4, 2)})
    writer.take_over(old, {1: 1, 2: 2})
    merged = finished(writer, file)
    assert found(merged, "name", "lund") == [("Ada Lund", [1], [1], [5])]
    assert found(merged, "name", "lunde") == [("Per Lunde", [0, 1], [4, 1], [2, 9])]
    assert found(merged, "side", "norway") == [("Norway", [2], [1], [0])]
