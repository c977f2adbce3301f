"""The list of a library shows its briefs and meetings whatever state its own files are in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefreader.config import Places, Settings
from briefreader.library import Library


@pytest.mark.parametrize("home", [None, "United States"])
def test_a_mistake_in_a_list_of_names_leaves_the_list_of_meetings(
    root: Path, library: Library, places: Places, home: str | None
) -> None:
    assert "Series" in [group.name for group in library.overview().sections]
    (root / "names.yaml").write_text("kill: [", "utf-8")
    overview = Library(root, places, Settings(home=home)).overview()
    assert [group.name for group in overview.sections][:2] == ["Series", "With ..." if home else "Between ..."]


def test_with_no_meetings_kept_a_mistake_in_a_list_of_names_leaves_the_briefs(
    root: Path, library: Library, places: Places, opened: Callable[[], Library]
) -> None:
    library.overview()
    (root / "names.yaml").write_text("kill: [", "utf-8")
    [kept] = places.cache.glob("*/meetings")
    kept.unlink()
    assert opened().overview().entries == library.entries()
