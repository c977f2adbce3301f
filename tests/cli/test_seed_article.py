"""The article the project began with, added and read by the commands; it is no part of this repository."""

import os
from pathlib import Path

import pytest

from cli.conftest import Run

SHARED = Path(os.environ.get("BRIEFREADER_SHARED", Path(__file__).parents[3] / "shared"))
ARTICLE = SHARED / "seed" / "edscg-5.txt"


@pytest.mark.skipif(not ARTICLE.is_file(), reason=f"the article the project began with is not at {ARTICLE}")
def test_the_article_is_added_with_title_date_series_ordinal_and_leads(run: Run, tmp_path: Path) -> None:
    library = tmp_path / "library"
    added = run("add", "--json", ARTICLE, "--library", library)
    assert added.status == 0
    brief = run("show", "--json", added.json["id"], "--library", library).json
    assert brief["title"] == "United States-ROK alliance holds fifth Extended Deterrence Strategy meeting"
    assert (brief["date"], brief["meeting"]["date"]) == ("2024-09-04", "2024-09-04")
    assert (brief["meeting"]["series"], brief["meeting"]["ordinal"]) == ("EDSCG", 5)
    assert brief["meeting"]["leads"] == ["Bonnie Jenkins", "Cara Abercrombie", "Kim Hong Kyun", "Cho Chang Lae"]
