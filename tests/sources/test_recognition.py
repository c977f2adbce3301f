"""The kind of a file is told by its content, and by its name only where the content tells nothing."""

import io
import tarfile
import zipfile

import pytest

from briefreader.sources.recognition import kind_of


def zipped(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.text" if name == "mimetype" else "text")
    return packed.getvalue()


def tarred(form: int) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=form) as archive:
        archive.addfile(tarfile.TarInfo("talks.txt"), io.BytesIO())
    return packed.getvalue()


LETTER = (
    b"Received: from a.example\r\n by b.example\r\nFrom: press@ministry.example\r\nSubject: Talks\r\n\r\nThey met.\r\n"
)
FEED = b"<?xml version='1.0'?>\n<!-- made today -->\n<rss version='2.0'><channel/></rss>"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\xef\xbb\xbf%PDF-1.7\n\0", "pdf"),
        (zipped("[Content_Types].xml", "word/document.xml"), "docx"),
        (zipped("[Content_Types].xml", "word/document.xml")[:60], "docx"),
        (zipped("mimetype", "content.xml"), "odt"),
        (zipped("talks.txt"), "zip"),
        (tarred(tarfile.USTAR_FORMAT), "tar"),
        (tarred(tarfile.GNU_FORMAT).replace(b"ustar  \0", bytes(8)), "plain"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"BZh91AY&SY", "bzip2"),
        (b"\xfd7zXZ\0", "xz"),
        (LETTER, "mail"),
        (b"From ministry@example Thu Sep  5 10:00:00 2024\n" + LETTER, "mbox"),
        (FEED, "feed"),
        (FEED.decode().encode("utf-16"), "feed"),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss/>", "feed"),
        (b"<rdf:RDF xmlns='http://purl.org/rss/1.0/'/>", "feed"),
        (b"<!doctype html><p>They met.", "html"),
        (b'[{"title": "Talks"}]\n', "json_records"),
        (b'{"title": "Talks"}\n{"title": "More talks"}\n', "json_records"),
        (b"title,date,text\nTalks,2024-09-04,They met.\n", "table"),
    ],
)
def test_content_outranks_the_name(data: bytes, kind: str) -> None:
    assert kind_of(data, "talks.txt") == kind


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("talks.html", b"Talks\n\nThey met.", "html"),
        ("talks.doc", b"<html><p>They met.</p></html>", "html"),
        ("talks.pdf", b"They met in Oslo and agreed on a joint statement about the sea lanes of the north.", "plain"),
        ("talks.eml", b"Subject: Talks\n\nThey met.", "mail"),
        ("talks.mht", b"From: <Saved by a browser>\nMIME-Version: 1.0\n\n", "mail"),
        ("talks.txt", b"Title: Talks\nDate: 2024-09-04\n\nThey met.", "plain"),
        ("talks.md", b"[Talks](https://a.example) were held.]", "markdown"),
        ("talks.md", b"From London 10:00 they went on in 2024\nby train", "markdown"),
        ("talks.csv", b"a,b\n1,2\n", "table"),
        ("talks.txt", b"Title, date, place\n", "plain"),
        ("talks", b"<p>They met.", "html"),
        ("talks", b"<3", "plain"),
    ],
)
def test_a_text_without_a_structure_is_what_its_name_says(name: str, data: bytes, kind: str) -> None:
    assert kind_of(data, name) == kind
