"""Makes a hundred hostile files of all kinds: bombs, wrong names, broken pieces, names that lead out of an archive.

A file of the form that a person might meet by accident stands beside one that was made to harm. Each has a name and the
bytes; the names of those that hold a text worth reading, however odd the file, are in `READABLE`.
"""

import base64
import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator

TEXT = b"Talks on sea lanes held in Oslo\n\nThe ministers met on 4 September 2024 and agreed on further talks.\n"
PAGE = (
    b"<!doctype html><html><head><title>Talks held in Bergen</title></head><body><h1>Talks held in Bergen</h1>"
    b"<p>The ministers of both countries met in Bergen and agreed on further talks on sea lanes.</p></body></html>"
)
LETTER = (
    b"From: Press office <press@ministry.example>\r\nMessage-ID: <1@ministry.example>\r\n"
    b"Subject: Talks held in Turku\r\n"
    b"Date: Thu, 5 Sep 2024 10:00:00 +0200\r\nMIME-Version: 1.0\r\n"
)
FEED = b"<?xml version='1.0'?><rss version='2.0'><channel><title>Ministry</title>%s</channel></rss>"
ITEM = (
    b"<item><title>Talks held in Tromso</title><link>https://ministry.example/%d</link>"
    b"<description>&lt;p&gt;The ministers met %d times.&lt;/p&gt;</description></item>"
)
FROM = b"From press@ministry.example Thu Sep  5 10:00:00 2024\n"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='xml' ContentType="
    "'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"
)
RELATIONS = (
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' "
    "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' "
    "Target='word/document.xml'/></Relationships>"
)
LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
)
FILE_ENTITY = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"

READABLE = frozenset(
    "page-named.txt page-named.doc page-named.xml text-named.html letter-named.txt feed-named.html zip-named.html "
    "gzip-named.txt json-named.txt table-named.txt mbox-named.txt page-utf16.html feed-utf16.xml traversal.zip "
    "traversal.tar links.tar twice.zip cases.zip letter-in-zip.zip feed-in-tar.tgz page.html.gz page.html.bz2 "
    "page.html.xz hidden.zip truncated.rss truncated.jsonl truncated.mbox half-good.json half-good.csv controls.json "
    "controls.txt attachment-traversal.eml no-boundary.eml wrong-charset.eml archive.mhtml empty-fields.eml "
    "quoted-garbage.eml semicolons.csv tabs.tsv quotes.csv long-title.json wrapped.json bom.json bom.csv "
    "many-items.rss entity.rss".split()
)


def files(part: int = 1) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each hostile file, with one part in so many of what is large in them."""
    yield from _misnamed()
    yield from _archives(part)
    yield from _feeds(part)
    yield from _mail(part)
    yield from _lists(part)
    yield from _office(part)
    yield from _texts(part)


def zipped(entries: list[tuple[str, bytes]], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip archive of names and bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", packing) as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name), data, packing)
    return packed.getvalue()


def tarred(entries: list[tuple[str, bytes]], links: list[tuple[str, bytes, str]] | None = None) -> bytes:
    """Return a tar archive of names and bytes, and of links with their kinds and targets."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, kind, target in links or ():
            link = tarfile.TarInfo(name)
            link.type, link.linkname = kind, target
            archive.addfile(link)
        for name, data in entries:
            file = tarfile.TarInfo(name)
            file.size = len(data)
            archive.addfile(file, io.BytesIO(data))
    return packed.getvalue()


def _misnamed() -> Iterator[tuple[str, bytes]]:
    yield "page-named.txt", PAGE.replace(b"Bergen", b"Narvik")
    yield "page-named.doc", PAGE.replace(b"Bergen", b"Molde")
    yield "page-named.xml", PAGE.replace(b"Bergen", b"Hamar")
    yield "text-named.html", TEXT.replace(b"Oslo", b"Skien")
    yield "letter-named.txt", LETTER + b"\r\nThe ministers met in Turku.\r\n"
    yield "feed-named.html", FEED % (ITEM % (1, 1))
    yield "zip-named.html", zipped([("a.txt", TEXT.replace(b"Oslo", b"Halden"))])
    yield "gzip-named.txt", gzip.compress(TEXT.replace(b"Oslo", b"Moss"))
    yield "json-named.txt", json.dumps([{"title": "Talks held in Horten", "body": "They met in Horten."}]).encode()
    yield "table-named.txt", b"title,date,text\nTalks held in Larvik,2024-09-04,They met in Larvik.\n"
    yield "mbox-named.txt", FROM + LETTER.replace(b"Turku", b"Vaasa") + b"\r\nThe ministers met in Vaasa.\r\n"
    yield "page-utf16.html", PAGE.decode().replace("Bergen", "Arendal").encode("utf-16")
    yield "picture-named.pdf", b"\x89PNG\r\n\x1a\n" + bytes(2000)
    yield "old-word.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
    yield "rich-text.txt", b"{\\rtf1\\ansi Talks\\par}"
    yield "program.txt", b"\x7fELF\x02\x01\x01" + bytes(2000)
    yield "random.pdf", bytes(range(256)) * 40
    yield "random.zip", bytes(range(256)) * 40
    yield "nothing.zip", b""
    yield "nothing.eml", b""
    yield "nothing.json", b" \n"
    yield "zeros.tar", bytes(20_000)


def _archives(part: int) -> Iterator[tuple[str, bytes]]:
    text = TEXT.replace
    outside = [
        "../../etc/passwd.txt",
        "/etc/shadow.txt",
        "a\x1b]0;x\x07\nb.txt",
        "C:\\windows\\x.txt",
        "..",
        "a/../b.txt",
    ]
    yield "traversal.zip", zipped([(name, text(b"Oslo", b"Place%d" % n)) for n, name in enumerate(outside)])
    yield "traversal.tar", tarred([(name, text(b"Oslo", b"Town%d" % n)) for n, name in enumerate(outside)])
    links = [
        ("passwd.txt", tarfile.SYMTYPE, "/etc/passwd"),
        ("hard.txt", tarfile.LNKTYPE, "/etc/passwd"),
        ("disk.txt", tarfile.BLKTYPE, ""),
        ("pipe.txt", tarfile.FIFOTYPE, ""),
    ]
    yield "links.tar", tarred([("good.txt", text(b"Oslo", b"Drammen"))], links)
    yield "link.zip", _zip_with_link()
    yield "twice.zip", _twice()
    yield "cases.zip", zipped([("A.txt", text(b"Oslo", b"Lillehammer")), ("a.TXT", text(b"Oslo", b"Gjovik"))])
    yield "letter-in-zip.zip", zipped([("a.eml", LETTER.replace(b"Turku", b"Pori") + b"\r\nThey met in Pori.\r\n")])
    yield "feed-in-tar.tgz", gzip.compress(tarred([("news/a.xml", FEED % (ITEM % (2, 2)))]))
    yield "page.html.gz", gzip.compress(PAGE.replace(b"Bergen", b"Alta"))
    yield "page.html.bz2", bz2.compress(PAGE.replace(b"Bergen", b"Bodo"))
    yield "page.html.xz", lzma.compress(PAGE.replace(b"Bergen", b"Floro"))
    yield "hidden.zip", zipped([(".DS_Store", b"x"), ("__MACOSX/._a.txt", b"x"), ("a.txt", text(b"Oslo", b"Rena"))])
    yield "empty.zip", zipped([])
    yield "only-folders.zip", zipped([("a/", b""), ("b/", b"")])
    yield "locked.zip", _locked()
    yield "unknown-packing.zip", _patched(zipped([("a.txt", TEXT)]), b"\x08\x00", b"\x63\x00")
    yield "false-checksum.zip", _damaged_checksum()
    yield "truncated.zip", zipped([("a.txt", TEXT * 50), ("b.txt", TEXT * 50)])[:-80]
    yield "truncated.tar", tarred([("a.txt", b"x" * 4000), ("b.txt", TEXT * 100)])[:6000]
    yield "truncated.tar.gz", gzip.compress(tarred([("a.txt", bytes(range(256)) * 400)]))[:1000]
    yield "truncated.gz", gzip.compress(bytes(range(256)) * 400)[:200]
    yield "truncated.xz", lzma.compress(TEXT * 100)[:-40]
    yield "truncated.bz2", bz2.compress(TEXT * 100)[:-20]
    yield "ten-gigabytes.gz", _zeros(100_000_000) * (100 // part)
    yield "zeros.txt.xz", lzma.compress(bytes(30_000_000), preset=0)
    yield "zeros.bz2", bz2.compress(bytes(30_000_000))
    yield "zeros.zip", zipped([("a.txt", bytes(30_000_000))])
    yield "many-zeros.zip", zipped([(f"{number}.txt", bytes(19_000_000)) for number in range(40 // part)])
    yield "nested.zip", _nested(12)
    yield "zips-of-zips.zip", _zips_of_zips(12 if part == 1 else 3)
    yield "onion.gz", _onion()
    yield "million-entries.tar.gz", _many_entries(1_000_000 // part)
    yield "long-names.zip", zipped([("a" * 60_000 + ".txt", text(b"Oslo", b"Elverum"))])
    yield "pax-bomb.tar", _pax_bomb()
    yield "sparse.tar", _sparse()
    yield "many-empty.zip", zipped([(f"{number}.txt", b"") for number in range(5_000 // part)])


def _zip_with_link() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        link = zipfile.ZipInfo("passwd.txt")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return packed.getvalue()


def _twice() -> bytes:
    towns = (("a.txt", b"Mosjoen"), ("b.txt", b"Leira"))
    return zipped([(name, TEXT.replace(b"Oslo", town)) for name, town in towns]).replace(b"b.txt", b"a.txt")


def _patched(data: bytes, old: bytes, new: bytes) -> bytes:
    """Replace the packing in the local header (offset 8) and in the directory (offset 10)."""
    at = data.index(b"PK\x01\x02")
    assert data[8:10] == data[at + 10 : at + 12] == old
    return data[:8] + new + data[10 : at + 10] + new + data[at + 12 :]


def _locked() -> bytes:
    data = bytearray(zipped([("a.txt", TEXT), ("b.txt", TEXT)]))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def _damaged_checksum() -> bytes:
    data = bytearray(zipped([("a.txt", TEXT)], zipfile.ZIP_STORED))
    data[data.index(b"Oslo")] = ord("A")
    return bytes(data)


def _zeros(size: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    piece = bytes(1_000_000)
    return b"".join(packer.compress(piece) for _ in range(size // len(piece))) + packer.flush()


def _nested(depth: int) -> bytes:
    data = TEXT
    for level in range(depth):
        data = zipped([(f"{level}.zip" if level else "a.txt", data)])
    return data


def _zips_of_zips(width: int) -> bytes:
    data = zipped([("a.txt", bytes(1_000_000 * width))])
    for _ in range(3):
        data = zipped([(f"{number}.zip", data) for number in range(width)])
    return data


def _onion() -> bytes:
    data = TEXT
    for _ in range(30):
        data = gzip.compress(data)
    return data


def _many_entries(number: int) -> bytes:
    header = tarfile.TarInfo("a.txt").tobuf()
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    return b"".join(packer.compress(header * 1_000) for _ in range(number // 1_000)) + packer.flush()


def _pax_bomb() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
        file = tarfile.TarInfo("a.txt")
        file.pax_headers = {f"comment{number}": "x" * 1_000 for number in range(3_000)}
        archive.addfile(file)
    return packed.getvalue()


def _sparse() -> bytes:
    header = bytearray(tarfile.TarInfo("a.txt").tobuf(tarfile.GNU_FORMAT))
    header[156:157] = tarfile.GNUTYPE_SPARSE
    header[386:398], header[398:410] = b"00000000000\0", b"00000000000\0"
    header[483:495] = b"77777777777\0"  # eight gigabytes that are not there
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header) + bytes(1024)


def _feeds(part: int) -> Iterator[tuple[str, bytes]]:
    yield "feed-utf16.xml", (FEED % (ITEM % (3, 3))).decode().replace("<?xml version='1.0'?>", "").encode("utf-16")
    yield "many-items.rss", FEED % b"".join(ITEM % (number, number) for number in range(100, 130))
    yield "truncated.rss", (FEED % b"".join(ITEM % (number, number) for number in range(200, 210)))[:-180]
    item = (ITEM % (4, 4)).replace(b"held", b"&a; held")
    yield "entity.rss", FEED.replace(b"<rss", f"{FILE_ENTITY}<rss".encode()) % item
    yield "laughs.rss", FEED.replace(b"<rss", f"{LAUGHS}<rss".encode()) % (ITEM % (5, 5)).replace(b"held", b"&a11;")
    yield "deep.rss", FEED % (b"<item>" + b"<a>" * (200_000 // part))
    yield (
        "deep-html.atom",
        FEED
        % (
            b"<item><title>Talks held in Sandnes</title><description>"
            + b"&lt;div&gt;" * 20_000
            + b"</description></item>"
        ),
    )
    yield "empty.rss", FEED % b""
    yield "empty.atom", b"<feed xmlns='http://www.w3.org/2005/Atom'></feed>"
    yield "site-map.xml", b"<?xml version='1.0'?><urlset><url><loc>https://ministry.example/</loc></url></urlset>"
    yield "attributes.rss", b"<rss " + b" ".join(b"a%d='b'" % number for number in range(20_000 // part)) + b"></rss>"
    long = b"long " * (3_000_000 // part)
    yield "long-description.rss", FEED % (b"<item><title>x</title><description>" + long + b"</description></item>")


def _mail(part: int) -> Iterator[tuple[str, bytes]]:
    mixed = LETTER + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    yield (
        "attachment-traversal.eml",
        mixed.replace(b"Turku", b"Lahti")
        + (
            b"--b\r\n\r\nThe ministers met in Lahti.\r\n--b\r\nContent-Type: text/plain\r\n"
            b'Content-Disposition: attachment; filename="../../etc/cron.d/x.txt"\r\n\r\n'
            + TEXT.replace(b"Oslo", b"Kotka")
        )
        + b"\r\n--b--\r\n",
    )
    yield (
        "no-boundary.eml",
        (LETTER + b"Content-Type: multipart/mixed\r\n\r\nThe ministers met in Oulu.\r\n").replace(b"Turku", b"Oulu"),
    )
    yield (
        "wrong-charset.eml",
        LETTER.replace(b"Turku", b"Kemi")
        + (b"Content-Type: text/plain; charset=klingon\r\n\r\nThe ministers met in Kemi \x93again\x94.\r\n"),
    )
    yield (
        "archive.mhtml",
        (
            b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://ministry.example/talks\r\n"
            b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
            b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n"
            b"Content-Location: https://ministry.example/talks\r\n\r\n"
            + base64.encodebytes(PAGE.replace(b"Bergen", b"Rauma"))
            + b"--b\r\nContent-Type: image/png\r\nContent-Location: file:///etc/passwd\r\n\r\nx\r\n--b--\r\n"
        ),
    )
    yield "empty-fields.eml", b"From:\r\nTo:\r\nDate:\r\nSubject:\r\nMessage-ID:\r\n\r\nThe ministers met in Espoo.\r\n"
    yield (
        "quoted-garbage.eml",
        LETTER.replace(b"Turku", b"Vantaa")
        + (
            b"Content-Transfer-Encoding: quoted-printable\r\n\r\nThe ministers met in Vantaa =ZZ =3 ==\r\n"
            + b"=" * 5_000
        ),
    )
    yield "base64-garbage.eml", LETTER + b"Content-Transfer-Encoding: base64\r\n\r\n!!!" + b"\xff" * 2_000
    yield "no-text.eml", LETTER + b"Content-Type: image/png\r\n\r\nx"
    yield (
        "deep.eml",
        LETTER
        + b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (number, number)
            for number in range(5_000)
        ),
    )
    yield "letters-in-letters.eml", (LETTER + b"Content-Type: message/rfc822\r\n\r\n") * 2_000
    yield "many-parts.eml", mixed + b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n" * (50_000 // part)
    yield "long-field.eml", LETTER + b"X-Long: " + b"x " * (2_000_000 // part) + b"\r\n\r\n"
    yield "many-fields.eml", LETTER + b"X-Field: x\r\n" * 100_000 + b"\r\n"
    yield "encoded-words.eml", LETTER + b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\r\n\r\n"
    yield "many-messages.mbox", FROM + b"Subject:\n\n" + (FROM + b"\n") * (100_000 // part)
    yield (
        "truncated.mbox",
        FROM + LETTER.replace(b"Turku", b"Nokia") + b"\r\nThey met in Nokia.\r\n\r\n" + FROM + b"Sub",
    )


def _lists(part: int) -> Iterator[tuple[str, bytes]]:
    def record(town: str) -> dict[str, str]:
        return {"title": f"Talks held in {town}", "text": f"The ministers met in {town}.", "date": "2024-09-04"}

    yield "half-good.json", json.dumps([record("Riga"), 1, None, [], {"x": 1}, {"title": 5, "text": {}}]).encode()
    yield "wrapped.json", json.dumps({"response": {"results": [record("Liepaja")]}}).encode()
    yield "bom.json", b"\xef\xbb\xbf" + json.dumps([record("Cesis")]).encode()
    title = "Talks\x1b]0;x\x07 held\u202e in \ud800 Jelgava"
    yield "controls.json", json.dumps([{**record("Jelgava"), "title": title}]).encode()
    yield "long-title.json", json.dumps([{**record("Valmiera"), "title": "Talks " * (100_000 // part)}]).encode()
    yield "truncated.jsonl", b"\n".join(json.dumps(record(town)).encode() for town in ("Tartu", "Narva"))[:-30]
    yield "truncated.json", json.dumps([record("Viljandi")]).encode()[:-20]
    yield "deep.json", b'{"items":' * 200_000
    yield "deep-list.json", b"[" * 1_000_000
    yield "wide.json", b"[" + b'{"a":1},' * 2_000_000 + b"{}]"
    yield "many-bad.jsonl", json.dumps(record("Parnu")).encode() + b"\n" + b"{\n" * (5_000 // part)
    yield "large-number.json", b'{"title": "x", "text": ' + b"9" * 1_000_000 + b"}"
    yield "no-release.json", b'{"type": "FeatureCollection", "features": []}'
    yield "not-a-number.json", b'{"title": NaN, "text": Infinity}'
    yield "half-good.csv", b'title,date,text\nTalks held in Kaunas,2024-09-04,They met in Kaunas.\n,,\n"","",""\nx\n'
    yield "semicolons.csv", b"Title;Date;Text\nTalks held in Vilnius;04.09.2024;They met in Vilnius, again.\n"
    yield "tabs.tsv", b"headline\tbody\turl\nTalks held in Alytus\tThey met in Alytus.\thttps://ministry.example/c\n"
    yield "quotes.csv", b'title,text\n"Talks ""held"" in Telsiai","They met,\nthen left Telsiai."\n"open quote,They\n'
    yield "bom.csv", b"\xef\xbb\xbftitle,text\nTalks held in Utena,They met in Utena.\n"
    yield "no-text.csv", b"a,b,c\n1,2,3\n"
    yield "long-field.csv", b"title,text\nx," + b"word " * (3_900_000 // part) + b"\n"
    yield "many-columns.csv", b"title,text" + b",c" * (500_000 // part) + b"\nx,y\n"
    yield "many-empty.csv", b"title,text\n" + b"\n" * 1_000_000
    yield "zeros.csv", b"title,text\n" + bytes(1_000)


def _office(part: int) -> Iterator[tuple[str, bytes]]:
    def docx(document: str, *more: tuple[str, bytes]) -> bytes:
        body = [("[Content_Types].xml", TYPES.encode()), ("_rels/.rels", RELATIONS.encode())]
        return zipped([*body, ("word/document.xml", document.encode()), *more])

    def paragraphs(inner: str) -> str:
        return f"<w:document xmlns:w='{W}'><w:body>{inner}</w:body></w:document>"

    words = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>".format
    yield "laughs.docx", docx(LAUGHS + paragraphs(words("&a11;")))
    yield "entity.docx", docx(FILE_ENTITY + paragraphs(words("&a;")))
    yield "deep.docx", docx(paragraphs("<w:p>" * 100_000))
    yield "bomb.docx", docx(paragraphs(words("talks " * (20_000_000 // part))))
    yield "no-document.docx", zipped([("[Content_Types].xml", TYPES.encode()), ("word/x.xml", b"<x/>")])
    yield "broken.docx", docx("<w:document")
    yield "truncated.docx", docx(paragraphs(words("They met.")))[:300]
    yield "sheet.docx", zipped([("[Content_Types].xml", TYPES.encode()), ("xl/workbook.xml", b"<x/>")])
    odt = [("mimetype", b"application/vnd.oasis.opendocument.text")]
    office = "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'>{}".format
    yield "laughs.odt", zipped([*odt, ("content.xml", (LAUGHS + office("&a11;")).encode())], zipfile.ZIP_STORED)
    yield "deep.odt", zipped([*odt, ("content.xml", office("<office:body>" * 100_000).encode())], zipfile.ZIP_STORED)
    yield "bomb.odt", zipped(odt, zipfile.ZIP_STORED)[:60] + zipped([("content.xml", bytes(150_000_000 // part))])
    yield "no-content.odt", zipped(odt, zipfile.ZIP_STORED)
    yield "truncated.pdf", b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    yield (
        "loop.pdf",
        (
            b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"
            b"endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
        ),
    )
    yield (
        "million-pages.pdf",
        (
            b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 1000000>>endobj\n"
            b"trailer<</Root 1 0 R>>\n%%EOF"
        ),
    )
    yield "deep.pdf", b"%PDF-1.7\n1 0 obj" + b"[" * 1_000_000 + b"endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


def _texts(part: int) -> Iterator[tuple[str, bytes]]:
    yield "controls.txt", TEXT.replace(b"Oslo", b"Kalmar\x1b]0;x\x07\x1b[31m\xe2\x80\xae")
    yield "one-line.txt", b"word " * (3_000_000 // part)
    yield "one-word.txt", b"x" * (5_000_000 // part)
    yield "many-lines.txt", b"x\n\n" * (1_000_000 // part)
    yield "deep.html", b"<div>" * 1_000_000
    yield "wide.html", b"<!doctype html><table>" + b"<tr><td>a<td>b" * (300_000 // part)
    yield "large.html", b"<!doctype html><main>" + b"<p>The ministers met again." * (500_000 // part) + b"</main>"
    yield "deep.md", b"> " * (500_000 // part)
    yield "links.md", b"[" * (500_000 // part)
    yield "front-matter.md", b"---\na: &a [x]\n" + b"b: [*a, *a]\n" * 10_000 + b"---\nThey met."
