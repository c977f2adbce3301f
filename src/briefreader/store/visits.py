"""Keeps the briefs that a library had when the last session of the reader ended."""

import json
from collections.abc import Collection, Iterable
from pathlib import Path

from briefreader.store.files import make_folder, write
from briefreader.store.searches import digests, split_digests


class Visits:
    """The file of the last visit."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def briefs(self) -> frozenset[str] | None:
        """Return the digests of the briefs at the end of the last visit, None before the end of the first one.

        A damaged file is as good as none. Raises OSError.
        """
        try:
            return split_digests(json.loads(self.path.read_bytes())["briefs"])
        except (FileNotFoundError, ValueError, TypeError, LookupError, RecursionError):
            return None

    def end(self, ids: Iterable[str], others: Collection[str] = ()) -> None:
        """Write the briefs at the end of a visit; `others` are the digests of further ones. Raises OSError."""
        make_folder(self.path.parent)
        data = json.dumps({"briefs": "".join(sorted({*digests(ids), *others}))}).encode()
        write(self.path, data, self.path.parent / "partial", replace=True)
