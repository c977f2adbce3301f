"""Puts the manual page and the completions into the wheel, made from the commands as they are when it is built."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SharedFiles(BuildHookInterface[Any]):
    """A build hook of hatchling, which runs before the wheel is written; the package needs no dependency for it."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the files into a folder of their own, and name their places in the wheel."""
        sys.path.insert(0, str(Path(self.root) / "src"))
        from briefreader.cli.shared_files import shared_files

        self._folder = Path(tempfile.mkdtemp(prefix="briefreader-"))
        for name, text in shared_files().items():
            path = self._folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            build_data["shared_data"][str(path)] = name

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Delete the folder."""
        shutil.rmtree(self._folder, ignore_errors=True)
