"""A feed, a list or an archive added to a library gives a brief for each item, and again only what is new."""

import gzip
import json
from pathlib import Path

import pytest

from briefreader.config import Places
from briefreader.library import Added, Library, list_inputs

FEED = "<?xml version='1.0'?><rss version='2.0'><channel><title>Ministry</title>{}</channel></rss>"
ITEM = (
    "<item><title>Talks held in {0}</title><link>https://ministry.example/{0}</link><guid>{0}</guid>"
    "<description>The ministers met in {0} {1}.</description></item>"
)


@pytest.fixture
def own(tmp_path: Path, places: Places) -> Library:
    """An empty library."""
    (tmp_path / "own").mkdir()
    return Library(tmp_path / "own", places)


def add(library: Library, path: Path, data: str | bytes) -> list[Added]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(library.add(list_inputs([str(path)], bytes, walk=True)))


def originals(library: Library) -> list[bytes]:
    return [path.read_bytes() for path in (library.root / ".briefreader" / "originals").iterdir()]


def feed(*towns: str, how: str = "again") -> str:
    return FEED.format("".join(ITEM.format(town, how) for town in towns))


def test_a_feed_added_again_gives_what_is_new_and_updates_what_has_changed(own: Library, tmp_path: Path) -> None:
    path = tmp_path / "news.rss"
    first = add(own, path, feed("Oslo", "Bergen"))
    assert [(each.path, each.item, each.status) for each in first] == [
        (str(path), "Oslo", "added"),
        (str(path), "Bergen", "added"),
    ]
    assert [each.status for each in add(own, path, feed("Oslo", "Bergen"))] == ["unchanged", "unchanged"]
    assert [each.status for each in add(own, path, feed("Turku", "Oslo"))] == ["added", "unchanged"]
    [changed] = add(own, path, feed("Oslo", how="for the first time"))
    assert (changed.status, changed.id) == ("updated", first[0].id)
    own.update()
    assert "for the first time" in own.brief(first[0].id or "").text


@pytest.mark.parametrize("summary", ["", "The ministers met in Oslo again [&#8230;]", "The ministers met"])
def test_a_feed_that_gives_less_of_a_text_than_the_library_has_replaces_nothing(
    own: Library, tmp_path: Path, summary: str
) -> None:
    page = "---\ntitle: Talks held in Oslo\nurl: https://ministry.example/Oslo\n---\n"
    text = "The ministers met in Oslo again.\n\nThey agreed on a charter.\n"
    [whole] = add(own, tmp_path / "page.md", f"{page}\n{text}")
    [item] = add(own, tmp_path / "news.rss", feed("Oslo").replace("The ministers met in Oslo again.", summary))
    assert (item.status, item.id) == ("unchanged", whole.id)
    assert item.reason == f"{whole.id} has more of the text from the same address"
    assert not (own.root / ".briefreader" / "removed").exists()


@pytest.mark.parametrize("summary", ["", "The ministers met in Oslo [&#8230;]"])
def test_the_whole_text_replaces_what_a_later_feed_gave_of_it(own: Library, tmp_path: Path, summary: str) -> None:
    dated = "<pubDate>Wed, 04 Sep 2024 18:00:00 +0000</pubDate><description>"
    item = feed("Oslo").replace("The ministers met in Oslo again.", summary).replace("<description>", dated)
    [short] = add(own, tmp_path / "news.rss", item)
    page = (
        "<html><head><meta property='article:published_time' content='2024-09-04T10:00:00+00:00'>"
        "<link rel='canonical' href='https://ministry.example/Oslo'><title>Talks held in Oslo</title></head>"
        "<body><article><h1>Talks held in Oslo</h1><p>The ministers met in Oslo again.</p>"
        "<p>They agreed on a charter.</p></article>"
    )
    [whole] = add(own, tmp_path / "page.html", page)
    assert (whole.status, whole.id) == ("updated", short.id)
    own.update()
    assert "They agreed on a charter." in own.brief(str(whole.id)).text


def test_the_file_of_a_feed_is_kept_once_and_each_brief_names_its_item(own: Library, tmp_path: Path) -> None:
    data = feed("Oslo", "Bergen", "Turku")
    add(own, tmp_path / "news.rss", data)
    assert originals(own) == [data.encode()]
    texts = [path.read_text() for path in own.root.glob("*.md")]
    assert len(texts) == 3
    assert all(".rss#" in text for text in texts)


def test_a_file_of_an_archive_is_kept_byte_for_byte(own: Library, tmp_path: Path) -> None:
    page = b"<!doctype html><title>Talks</title><h1>Talks</h1>\r\n<p>The ministers met in Oslo.</p>\xff"
    [added] = add(own, tmp_path / "talks.html.gz", gzip.compress(page))
    assert (added.status, added.item) == ("added", "talks.html")
    assert originals(own) == [page]


def test_an_item_that_cannot_be_read_is_quarantined_alone(own: Library, tmp_path: Path) -> None:
    records = [{"title": "Talks", "text": "They met."}, {"page": 2}]
    good, bad = add(own, tmp_path / "list.json", json.dumps(records))
    assert (good.status, bad.status, bad.item) == ("added", "quarantined", "2")
    quarantine = own.root / ".briefreader" / "quarantine"
    [reason] = [path.read_text() for path in quarantine.glob("*.reason")]
    assert reason == "there is neither a title nor a text in it; look at the keys of its values\n"
    assert [path.read_text() for path in quarantine.glob("*.json")] == ['{"page": 2}']


def test_an_input_with_very_many_unreadable_items_is_quarantined_once(own: Library, tmp_path: Path) -> None:
    lines = json.dumps({"title": "Talks", "text": "They met."}) + "\n" + "{\n" * 300
    found = add(own, tmp_path / "list.jsonl", lines)
    assert [each.status for each in found] == ["added"] + ["quarantined"] * 300
    kept = list((own.root / ".briefreader" / "quarantine").glob("list*.jsonl"))
    assert len(kept) < 30
    assert lines.encode() in [path.read_bytes() for path in kept]


def test_a_feed_in_the_library_folder_is_named_with_the_remedy(own: Library) -> None:
    path = own.root / "news of today.rss"
    path.write_text(feed("Oslo"))
    own.update()
    assert own.entries() == ()
    [problem] = own.check()
    assert problem.where == str(path)
    assert problem.remedy == f"add what it holds with `briefreader add '{path}'`"


def test_mail_in_the_library_folder_is_a_brief_by_itself(own: Library) -> None:
    (own.root / "talks.eml").write_bytes(
        b"From: Press <press@ministry.example>\r\nSubject: Talks in Oslo\r\n"
        b"Date: Thu, 5 Sep 2024 10:00:00 +0200\r\n\r\nThey met."
    )
    own.update()
    [entry] = own.entries()
    assert (entry.title, entry.date, entry.path) == ("Talks in Oslo", "2024-09-05", "talks.eml")
    assert own.brief(entry.id).text == "Talks in Oslo\n\nThey met."
