"""An index is out of date as soon as any module changes that decides how a file is read."""

import re
from pathlib import Path

from briefreader.indexing import known_names

_PROGRAM = Path(known_names.__file__).parents[1]
_IMPORT = re.compile(r"^\s*from briefreader(?:\.(\w+)| import (\w+))", re.MULTILINE)


def test_every_module_that_sources_and_annotate_import_counts_among_the_code_that_reads_files() -> None:
    counted = {path for files in known_names._READING for path in _PROGRAM.glob(files)}
    imported = {
        _PROGRAM / f"{name}.py"
        for path in counted
        for found in _IMPORT.finditer(path.read_text("utf-8"))
        for name in found.groups()
        if name
    }
    assert {path.name for path in imported if path.is_file()} <= {path.name for path in counted}
