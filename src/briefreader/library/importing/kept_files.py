"""Keeps the files of an input: the originals of its briefs, and in quarantine those of which no brief can be made."""

from pathlib import Path, PurePosixPath

from briefreader.sources import Item
from briefreader.store import State

_MOST_UNREAD_ITEMS = 20
_MOST_UNREAD_BYTES = 50_000_000


class KeptFiles:
    """The files of one input that are kept in the folder of the library; `whole` is the input as one item."""

    def __init__(self, state: State, whole: Item) -> None:
        self.whole = whole
        self._state = state
        self._kept: tuple[bytes, Path] | None = None
        self._refused: tuple[bytes, Path] | None = None
        self._unread_items = self._unread_bytes = 0

    def keep_original(self, item: Item) -> str:
        """Keep the file of an item, and return its name, with the name of the item if the file holds several."""
        path = _kept_for_all(item, self._kept)
        if path is None:
            path = self._state.keep_original(item.data, PurePosixPath(item.file_name).suffix)
            self._kept = item.data, path
        return f"{path.name}#{item.name}" if item.is_part and item.name else path.name

    def put_into_quarantine(self, item: Item, reason: str) -> None:
        """Put the bytes of an item into quarantine.

        A file that holds several such items is put there once, and so is an input with very many of them.
        """
        self._unread_items += 1
        self._unread_bytes += len(item.data)
        if self._unread_items > _MOST_UNREAD_ITEMS or self._unread_bytes > _MOST_UNREAD_BYTES:
            item = item._replace(file_name=self.whole.file_name, data=self.whole.data, is_part=True)
        if _kept_for_all(item, self._refused) is None:
            said = f"{item.name}: {reason}" if item.is_part and item.name else reason
            self._refused = item.data, self._state.quarantine(item.data, item.file_name, said)


def _kept_for_all(item: Item, kept: tuple[bytes, Path] | None) -> Path | None:
    """Return the path of the file that was kept last if it holds the item, as it holds others."""
    return kept[1] if kept and item.is_part and kept[0] is item.data else None
