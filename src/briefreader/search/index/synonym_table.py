"""Writes groups of names that mean the same to disk, and looks them up there."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from briefreader.search.query.synonyms import synonym_key
from briefreader.search.storage import lexicon
from briefreader.search.storage.container import ByteSink, ByteSource, ContainerWriter, directory, numbers, value
from briefreader.search.storage.lexicon import Lexicon

NAME: Final = "synonyms"
_MOST_NAMES: Final = 8


def write(groups: Iterable[Sequence[str]], file: ByteSink) -> None:
    """Write groups of names that mean the same; a name that several groups share is left out of all of them."""
    out = ContainerWriter(file)
    by_key = [{key: name for name in reversed(group) if (key := synonym_key(name))} for group in groups]
    frequencies = Counter(chain.from_iterable(by_key))
    found: list[tuple[bytes, int]] = []
    sections: list[int] = []
    for names in by_key:
        clear = [key for key in reversed(names) if frequencies[key] == 1]
        if len(clear) > 1:
            found += [(key.encode(), len(sections) // 2) for key in clear]
            sections += out.put_json([names[key] for key in clear[:_MOST_NAMES]])
    found.sort()
    out.finish(
        {
            "count": len(found),
            "keys": lexicon.write(out, [key for key, _ in found]),
            "groups": out.put_numbers(group for _, group in found),
            "names": out.put_numbers(sections),
        }
    )


class SynonymTable:
    """Reads the groups that `write` has written. Raises LibraryError where the file is damaged."""

    def __init__(self, file: ByteSource) -> None:
        self._file = file
        found = directory(file)
        self._keys = Lexicon(file, found["keys"], found["count"])
        self._groups = numbers(file, found["groups"])
        self._sections = numbers(file, found["names"])

    def group(self, key: str) -> list[str]:
        """Return the names of the group of a key, none where no group has it."""
        at = self._keys.find(key.encode())
        if at is None:
            return []
        group = self._groups[at]
        found: list[str] = value(self._file, (self._sections[2 * group], self._sections[2 * group + 1]))
        return found

    def begins(self, prefix: str) -> bool:
        """Return whether any key begins with the prefix."""
        first, last = self._keys.prefix_range(prefix.encode())
        return first < last
