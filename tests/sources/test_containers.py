"""Files that hold several documents give each of them, with its name, and a sentence for each that cannot be read."""

import bz2
import gzip
import io
import json
import lzma
import tarfile

import pytest

from briefreader import sources
from briefreader.model import Document, SourceError
from briefreader.sources import Item
from sources.hostile_files import FEED, FROM, LETTER, PAGE, TEXT, tarred, zipped

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Ministry of Sea Lanes</title>
<entry><id>tag:ministry.example,2024:7</id><title>Talks &amp;amp; lunch</title>
<link href="https://ministry.example/7"/><published>2024-09-04T10:00:00Z</published>
<summary>They met …</summary>
<content type="html">&lt;p&gt;The ministers met.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;First, a visit.&lt;/li&gt;&lt;/ul&gt;</content></entry>
<entry><id>tag:ministry.example,2024:8</id><title>Only a title</title></entry>
</feed>""".encode()  # noqa: E501
MIXED = LETTER + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"


def found(data: bytes, name: str) -> list[Item]:
    return list(sources.items(data, name))


def read(data: bytes, name: str) -> list[Document]:
    """Return the documents of the items, all of which must be readable."""
    items = found(data, name)
    assert [item.reason for item in items] == [None] * len(items)
    return [item.document or sources.parse(item.data, item.file_name) for item in items]


def test_a_feed_gives_each_item_with_its_fuller_text_address_date_and_the_name_of_the_feed() -> None:
    first, second = found(ATOM, "news.atom")
    assert (first.name, first.is_part, first.data) == ("tag:ministry.example,2024:7", True, ATOM)
    document = first.document
    assert document is not None
    assert document.text == "Talks & lunch\n\nThe ministers met.\n\nFirst, a visit."
    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "item"]
    assert document.url == "https://ministry.example/7"
    assert (document.date, document.published) == ("2024-09-04", "2024-09-04T10:00:00+00:00")
    assert document.source == "Ministry of Sea Lanes"
    assert second.document is not None
    assert second.document.unsure == ("text: there is nothing but a title",)


def test_a_feed_is_read_by_its_bytes_and_not_by_an_address_or_path_in_them() -> None:
    [item] = found(
        b"<rss><channel><item><title>Talks</title><link>file:///etc/passwd</link></item></channel></rss>", "a"
    )
    assert item.document is not None
    assert (item.document.text, item.document.url) == ("Talks", None)


def test_an_item_that_the_feed_cuts_short_is_told() -> None:
    data = FEED % b"<item><title>Talks</title><description>The ministers met and [&#8230;]</description></item>"
    [document] = read(data, "a.rss")
    assert "text: it seems to be the beginning only; open its address and save the whole page" in document.unsure


def test_mail_is_its_page_and_the_documents_attached_to_it() -> None:
    data = MIXED + (
        b"--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\n\r\nplain\r\n--c\r\n"
        b"Content-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<p>They met =93at last=94.</p><blockquote>A good day.</blockquote>\r\n--c--\r\n"
        b"--b\r\nContent-Disposition: attachment; filename=minutes.txt\r\n\r\nMinutes\r\n\r\nAll agreed.\r\n"
        b"--b\r\nContent-Type: image/png; name=logo.png\r\n\r\nx\r\n--b--\r\n"
    )
    letter, minutes = found(data, "a.eml")
    assert (letter.name, letter.is_part, letter.data) == (None, False, data)
    assert (minutes.name, minutes.file_name) == ("minutes.txt", "minutes.txt")
    document = letter.document
    assert document is not None
    assert document.text == "Talks held in Turku\n\nThey met “at last”.\n\nA good day."
    assert (document.date, document.source) == ("2024-09-05", "Press office")
    assert document.removed == ("attached, without a text: logo.png",)
    assert sources.parse(minutes.data, minutes.file_name).text == "Minutes\n\nAll agreed."


def test_all_parts_of_a_mail_that_are_shown_are_its_text() -> None:
    data = MIXED + (
        b"--b\r\nContent-Type: text/html\r\n\r\n<p>They met in Oslo.</p>\r\n"
        b"--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nx\r\n"
        b"--b\r\nContent-Type: text/html\r\n\r\n<html><body><p>They will meet again.</p></body></html>\r\n"
        b"--b\r\n\r\nThey <all> agreed.\r\n\r\nThey left.\r\n--b--\r\n"
    )
    text = "Talks held in Turku\n\nThey met in Oslo.\n\nThey will meet again.\n\nThey <all> agreed.\n\nThey left."
    assert sources.parse(data, "a.eml").text == text


def test_a_mail_of_too_many_parts_is_refused() -> None:
    data = MIXED + b"--b\r\n\r\nThey met.\r\n" * 1_001 + b"--b--\r\n"
    with pytest.raises(SourceError, match="more than 1,000 parts"):
        sources.parse(data, "a.eml")


def test_mail_by_itself_names_what_is_attached() -> None:
    data = (
        MIXED + b"--b\r\n\r\nThey met.\r\n--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nx\r\n--b--\r\n"
    )
    document = sources.parse(data, "a.eml")
    assert document.text == "Talks held in Turku\n\nThey met."
    assert document.unsure == ("text: files are attached to it, `briefreader add` reads them: a.txt",)


def test_headers_in_other_letters_and_a_forwarding_mark_are_no_riddle() -> None:
    data = (
        LETTER.replace(b"Talks held in Turku", b"Fwd: RE: =?iso-8859-1?Q?Gespr=E4che?= in Turku") + b"\r\nThey met.\r\n"
    )
    assert sources.parse(data, "a.eml").title == "Gespräche in Turku"


def test_a_web_archive_is_its_root_page_with_its_address() -> None:
    data = (
        b"From: <Saved by a browser>\r\nSubject: Talks\r\nDate: Thu, 5 Sep 2024 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; start="<root>"; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/html\r\nContent-ID: <frame>\r\n\r\n<p>An advertisement</p>\r\n"
        b"--b\r\nContent-Type: text/html\r\nContent-ID: <root>\r\nContent-Location: https://ministry.example/talks\r\n\r\n"
        + PAGE
        + b"\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
    )
    [document] = read(data, "talks.mht")
    assert document.title == "Talks held in Bergen"
    assert document.url == "https://ministry.example/talks"
    assert document.date is None  # a person saved it then; the page tells no date


def test_a_mailbox_gives_each_message() -> None:
    second = (
        LETTER.replace(b"<1@", b"<2@").replace(b"Turku", b"Vaasa") + b"\r\nThey met.\r\n\r\n>From there they left.\r\n"
    )
    data = FROM + LETTER + b"\r\nThey met.\r\n\r\n" + FROM + second + b"\r\n" + FROM + b"Subject:\r\n\r\n"
    one, two, three = found(data, "a.mbox")
    assert [one.name, two.name] == ["1@ministry.example", "2@ministry.example"]
    assert one.document is not None and one.document.text == "Talks held in Turku\n\nThey met."
    assert two.document is not None and two.document.text == "Talks held in Vaasa\n\nThey met.\n\nFrom there they left."
    assert (three.name, three.document) == ("3", None)
    assert three.reason == "there is no text in this message; save the text that it shows"


@pytest.mark.parametrize(
    "record",
    [
        {
            "title": "Talks",
            "body": "They met.",
            "date": "2024-09-04",
            "url": "https://a.example/1",
            "source": "Ministry",
        },
        {
            "headline": "Talks",
            "articleBody": "They met.",
            "datePublished": "2024-09-04T10:00:00Z",
            "permalink": "https://a.example/1",
            "publisher": {"@type": "Organization", "name": "Ministry"},
        },
        {
            "title": {"rendered": "Talks"},
            "content": {"rendered": "<p>They met.</p>"},
            "pubDate": "Wed, 04 Sep 2024 10:00:00 +0000",
            "link": "https://a.example/1",
            "author": ["Ministry"],
        },
        {
            "name": "Talks",
            "description": "They met.",
            "published": "4 September 2024",
            "id": "https://a.example/1",
            "publisher": "Ministry",
        },
        {
            "Title": "Talks",
            "content_html": "They met.<br>",
            "date_published": "2024-09-04",
            "external_url": "https://a.example/1",
            "agency": "Ministry",
        },
    ],
    ids=lambda record: " ".join(record),
)
def test_json_is_read_under_the_usual_keys_and_shapes(record: dict[str, object]) -> None:
    lines = json.dumps(record) + "\n" + json.dumps({**record, "x": 1}) + "\n"
    shapes: list[object] = [record, [record], {"items": [record]}, {"response": {"results": [record]}}, {"x": [record]}]
    for data in (*(json.dumps(shape).encode() for shape in shapes), lines.encode()):
        document = read(data, "a.json")[0]
        assert document.text == "Talks\n\nThey met."
        assert (document.date, document.url, document.source) == ("2024-09-04", "https://a.example/1", "Ministry")


def test_a_record_is_no_list_of_what_it_refers_to() -> None:
    record = {
        "title": "Talks",
        "body": "They met.",
        "related": [{"title": "A", "text": "x"}],
        "images": [{"name": "b"}],
    }
    assert [document.text for document in read(json.dumps(record).encode(), "a.json")] == ["Talks\n\nThey met."]
    blocks = {"title": "Talks", "content": [{"type": "paragraph", "text": "They met."}, {"text": "They left."}]}
    assert [document.body for document in read(json.dumps(blocks).encode(), "a.json")] == ["They met.\n\nThey left."]


def test_items_of_json_are_named_by_number_or_line_and_a_bad_one_is_alone() -> None:
    good = {"title": "Talks", "text": "They met."}
    one, two = found(json.dumps([good, {"x": 1}]).encode(), "a.json")
    assert (one.name, two.name, two.data, two.file_name) == ("1", "2", b'{"x": 1}', "a-2.json")
    assert two.reason == "there is neither a title nor a text in it; look at the keys of its values"
    lines = found(json.dumps(good).encode() + b"\n\n{\n" + json.dumps(good).encode(), "a.jsonl")
    assert [(item.name, item.reason) for item in lines] == [
        ("1", None),
        ("3", "this line is no JSON, or cut off; mend it and add it again"),
        ("4", None),
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_table_gives_each_row(separator: str) -> None:
    rows = [["Title", "Date", "Text", "URL"], ['"Talks, held; in|Oslo"', "2024-09-04", '"They met.\n\nThey left."', ""]]
    rows.append(["More", "2024-09-05", "<p>They met again.</p>", "https://a.example/2"])
    data = "\n".join(separator.join(row) for row in rows).encode()
    first, second = found(data, "a.csv")
    assert (first.name, second.name) == ("2", "5")
    assert first.document is not None and second.document is not None
    assert first.document.text == "Talks, held; in|Oslo\n\nThey met.\n\nThey left."
    assert (second.document.text, second.document.url) == ("More\n\nThey met again.", "https://a.example/2")


def test_a_row_with_more_cells_than_columns_is_doubted() -> None:
    [document] = read(b"title,date,text\nTalks,2024-09-04,They met, and agreed\n", "a.csv")
    assert document.text == "Talks\n\nThey met"
    assert any("more cells than the first line has names" in doubt for doubt in document.unsure)


def test_a_table_without_a_column_of_texts_says_which_is_missing() -> None:
    [item] = found(b"a,b\n1,2\n", "a.csv")
    assert item.reason == (
        "the first line names no column of texts (text, body, content) and none of titles; name them there"
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped([("b/talks.txt", TEXT)])),
        ("a.tar", tarred([("b/talks.txt", TEXT)])),
        ("a.tgz", gzip.compress(tarred([("b/talks.txt", TEXT)]))),
        ("a.tar.bz2", bz2.compress(tarred([("b/talks.txt", TEXT)]))),
        ("a.tar.xz", lzma.compress(tarred([("b/talks.txt", TEXT)]))),
    ],
)
def test_an_archive_gives_each_file_byte_for_byte(name: str, data: bytes) -> None:
    [item] = found(data, name)
    assert (item.name, item.file_name, item.data, item.is_part) == ("b/talks.txt", "talks.txt", TEXT, False)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_packed_file_is_named_without_the_suffix_of_its_packing(pack: type[bytes]) -> None:
    suffix = {gzip.compress: "gz", bz2.compress: "bz2", lzma.compress: "xz"}[pack]  # type: ignore[index]
    [item] = found(pack(PAGE), f"talks.html.{suffix}")
    assert (item.name, item.data) == ("talks.html", PAGE)


def test_a_feed_in_an_archive_gives_its_items_and_is_the_file_that_holds_them() -> None:
    items = found(zipped([("news/a.atom", ATOM), ("talks.txt", TEXT)]), "a.zip")
    assert [item.name for item in items] == [
        "news/a.atom/tag:ministry.example,2024:7",
        "news/a.atom/tag:ministry.example,2024:8",
        "talks.txt",
    ]
    assert items[0].data == ATOM


def test_names_in_an_archive_are_shown_and_lead_nowhere() -> None:
    names = ["../../etc/passwd.txt", "/etc/x.txt", "C:\\x\\y.txt", "a\x1b[31m\n\u202eb.txt", ".."]
    items = found(tarred([(name, TEXT) for name in names]), "a.tar")
    assert [item.name for item in items] == ["../../etc/passwd.txt", "/etc/x.txt", "C:\\x\\y.txt", "a b.txt", ".."]
    assert [item.file_name for item in items] == ["passwd.txt", "x.txt", "y.txt", "a b.txt", "part"]


def test_links_and_devices_in_an_archive_are_told_and_not_followed() -> None:
    links = [("a.txt", tarfile.SYMTYPE, "/etc/passwd"), ("b.txt", tarfile.LNKTYPE, "c.txt"), ("d", tarfile.CHRTYPE, "")]
    items = found(tarred([("c.txt", TEXT)], links), "a.tar")
    assert [item.reason for item in items] == [
        "it is a link to /etc/passwd, which is not followed; add the file itself",
        "it is a link to c.txt, which is not followed; add the file itself",
        "it is a device, which is not followed; add the file itself",
        None,
    ]


def test_a_reason_holds_no_sign_that_a_terminal_or_a_file_cannot_take() -> None:
    link = tarfile.TarInfo("talks.md")
    link.type, link.linkname = tarfile.SYMTYPE, "/a\udcff\x1b[31m\nb"
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        archive.addfile(link)
    [linked] = found(packed.getvalue(), "a.tar")
    assert linked.reason == "it is a link to /a\ufffd b, which is not followed; add the file itself"
    [unknown] = found(b"They met.", "a.\udcff")
    assert unknown.reason is not None and "the kind .\ufffd are not read" in unknown.reason


def test_archives_in_archives_are_opened_to_a_depth() -> None:
    data = TEXT
    for level in range(4):
        data = zipped([(f"{level}.zip" if level else "a.txt", data)])
    assert [item.name for item in found(data, "a.zip")] == ["3.zip/2.zip/1.zip/a.txt"]
    [item] = found(zipped([("4.zip", data)]), "a.zip")
    assert item.reason == "more than 3 archives are packed into one another; unpack the outer ones"


def test_what_is_left_of_a_broken_archive_is_read() -> None:
    whole = tarred([("a.txt", TEXT), ("b.txt", TEXT * 100)])
    one, two = found(whole[:3000], "a.tar")
    assert (one.name, one.data) == ("a.txt", TEXT)
    assert (two.name, two.reason) == (None, "the archive is damaged or cut off; get it again")


def test_an_archive_of_nothing_to_read_says_so() -> None:
    [item] = found(zipped([(".hidden", TEXT), ("__MACOSX/a.txt", TEXT)]), "a.zip")
    assert item.reason == "there is no document in it; look whether it is the file that you meant"


def test_two_entries_of_one_name_are_two_items() -> None:
    data = zipped([("a.txt", TEXT), ("b.txt", PAGE)]).replace(b"b.txt", b"a.txt")
    assert [item.data for item in found(data, "a.zip")] == [TEXT, PAGE]
