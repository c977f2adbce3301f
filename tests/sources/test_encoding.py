"""Every letter of a file is read, whatever its encoding and whatever it says of it, or the doubt is told."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.model import SourceError
from briefreader.sources import parse, read_preview
from briefreader.sources.letters.encoding import decode
from briefreader.sources.letters.encoding_labels import codecs_of
from sources.letters import SAMPLES, Sample

# The names by which pages state the encodings of Python.
LABELS = {
    "latin-1": "ISO-8859-1",
    "iso8859-9": "iso-8859-9",
    "mac_roman": "macintosh",
    "mac_cyrillic": "x-mac-cyrillic",
    "cp866": "ibm866",
    "cp874": "windows-874",
    "cp932": "Shift_JIS",
    "cp949": "ks_c_5601-1987",
    "iso2022-jp": "iso-2022-jp",
}
WRONG_LABELS = (
    "utf-8",
    "ISO-8859-1",
    "windows-1250",
    "windows-1251",
    "iso-8859-9",
    "windows-1253",
    "windows-1256",
    "Shift_JIS",
    "gb2312",
    "big5",
    "euc-kr",
    "no-such",
)


def label_of(encoding: str) -> str:
    return LABELS.get(encoding, encoding.replace("cp12", "windows-12").replace("iso8859", "iso-8859"))


def encoded(text: str, encoding: str) -> bytes:
    """Return a text in an encoding; that of Vietnamese has its tones as characters of their own."""
    if encoding != "cp1258":
        return text.encode(encoding)
    return b"".join(map(_vietnamese, text))


def _vietnamese(letter: str) -> bytes:
    tones = [char for char in unicodedata.normalize("NFD", letter) if char in "\u0300\u0301\u0303\u0309\u0323"]
    bare = "".join(char for char in unicodedata.normalize("NFD", letter) if char not in tones)
    return "".join([unicodedata.normalize("NFC", bare), *tones]).encode("cp1258")


def trials() -> Iterator[tuple[Sample, str, str, str | None]]:
    """Yield each text with each of its encodings, the kind of the label, and the label."""
    for sample in SAMPLES:
        for encoding in ("utf-8", *sample.encodings):
            right = label_of(encoding)
            yield sample, encoding, "none", None
            yield sample, encoding, "right", right
            yield from ((sample, encoding, "wrong", wrong) for wrong in WRONG_LABELS if wrong != right)


def page(sample: Sample, encoding: str, label: str | None) -> bytes:
    meta = f'<meta charset="{label}">' if label else ""
    head, foot = f"<!DOCTYPE html><html><head>{meta}</head><body><h1>", "</h1></body></html>"
    return head.encode() + encoded(sample.text, encoding) + foot.encode()


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_all_letters_are_right_or_the_doubt_is_told(kind: str) -> None:
    found: Counter[tuple[str, str]] = Counter()
    for sample, encoding, labelled, label in trials():
        if kind == "html":
            read = decode(page(sample, encoding, label))
        else:
            read = decode(encoded(sample.text, encoding), label)
        right = unicodedata.normalize("NFC", sample.text) in read.text
        found[labelled, "right" if right else "told" if read.unsure else f"SILENT {encoding} as {label}"] += 1
        assert all(doubt.startswith("letters: ") for doubt in read.unsure)
        if labelled == "right" or encoding == "utf-8":
            assert read.unsure == (), f"a doubt without need: {sample.language} {encoding} {label}"
    assert not [outcome for _, outcome in found if outcome.startswith("SILENT")]
    assert found["right", "told"] == 0
    assert found["none", "told"] == 0
    assert found["wrong", "told"] <= 0.01 * found["wrong", "right"]


def test_the_texts_are_many_and_of_many_languages() -> None:
    assert len(SAMPLES) >= 37
    assert len({sample.language for sample in SAMPLES}) >= 25


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("ISO-8859-1", "cp1252"),
        ("latin1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("ISO-8859-9", "cp1254"),
        ("iso-8859-11", "cp874"),
        ("Shift_JIS", "cp932"),
        ("x-sjis", "cp932"),
        ("GB2312", "gb18030"),
        ("x-gbk", "gb18030"),
        ("EUC-KR", "cp949"),
        ("ks_c_5601-1987", "cp949"),
        ("Big5", "big5hkscs"),
        ("x-x-big5", "big5hkscs"),
        ("logical", "iso8859-8"),
        ("unicode-1-1-utf-8", "utf-8"),
    ],
)
def test_labels_are_read_as_browsers_read_them(label: str, codec: str) -> None:
    assert codecs_of(label)[0] == codec


def test_an_unknown_label_names_no_encoding() -> None:
    assert codecs_of("klingon") == ()


@pytest.mark.parametrize(
    "head",
    [
        "<meta charset=windows-1251>",
        "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>",
        "<?xml version='1.0' encoding='windows-1251'?><html>",
        "<!-- <meta charset=koi8-r> --><meta charset=windows-1251>",
    ],
)
def test_a_page_states_its_encoding(head: str) -> None:
    read = decode(head.encode() + "<p>Послы встретились в Казани.".encode("cp1251"))
    assert "Послы встретились в Казани." in read.text
    assert read.unsure == ()


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\0\0"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
    ],
)
def test_unicode_of_any_width_is_read(encoding: str, mark: bytes) -> None:
    text = "Zürich – 서울 talks\nThe second line."
    assert decode(mark + text.encode(encoding)) == (text, ())


@pytest.mark.parametrize(
    "data", [b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff", b"The ministers\0 met.", bytes(range(32)) * 8]
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="not a text file"):
        decode(data)


def test_utf_8_with_broken_bytes_stays_utf_8() -> None:
    read = decode("The envoy of Łódź called “talks” in Kraków useful.".encode().replace(b"useful", b"use\xffful"))
    assert read.text == "The envoy of Łódź called “talks” in Kraków use\ufffdful."
    assert read.unsure == ("letters: the file is UTF-8, in which one character is broken and stands as \ufffd",)


def test_a_character_cut_in_two_at_the_end_is_told() -> None:
    read = decode("회담은 서울에서".encode()[:-1])
    assert read.text == "회담은 서울에\ufffd"
    assert "one character is broken" in read.unsure[0]


def test_an_emoji_written_as_two_surrogates_is_one_character() -> None:
    assert decode(b"Caf\xc3\xa9 \xed\xa0\xbd\xed\xb5\x8a") == ("Café \U0001f54a", ())


def test_a_page_in_an_old_encoding_may_have_a_broken_character() -> None:
    text = "両国の外務大臣は京都で会談し、地域の安全保障について意見を交わした"
    read = decode(b"<meta charset=shift_jis>" + text.encode("cp932")[:-1])
    assert read.text.endswith("意見を交わし\ufffd")
    assert read.unsure == ("letters: the file is Shift_JIS, in which one character is broken and stands as \ufffd",)


def test_a_few_letters_of_two_bytes_are_read_as_label_and_language_of_a_page_say() -> None:
    for label, language, letters in (
        ("gb2312", "zh", "外长朱镕基会谈€"),
        ("euc-kr", "ko", "똠방각하"),
        ("shift_jis", "ja", "①㈱"),
    ):
        page = f"<html lang={language}><meta charset={label}><p>The talks in Oslo ended. {letters}</p></html>"
        codec = {"gb2312": "gb18030", "euc-kr": "cp949", "shift_jis": "cp932"}[label]
        assert letters in decode(page.encode(codec)).text


def test_the_language_of_a_page_decides_between_encodings() -> None:
    text = "Ďalšie stretnutie ministrov sa uskutoční v máji, keď bude zmluva pripravená na podpis."
    read = decode(b"<html lang='sk'><p>" + text.encode("iso8859-2"))
    assert text in read.text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Harris met Côte d’Ivoire’s leaders in Brasília."),
        ("cp1252", "Secretary Blinken met Jean-Yves Le Drian at the Élysée Palace on Monday."),
        ("cp949", "Foreign Minister 조태열 met the Secretary of State in 서울 today, and 대통령 spoke."),
        ("big5", "美國和韓國舉行了會議並討論了聯合聲明的全部內容"),
        ("cp1250", "Ministrowie spotkali się w Warszawie, omówili to i współpracę. Źródło łączności, żądania to to."),
    ],
)
def test_old_encodings_are_read_as_what_they_most_likely_are(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_english_with_the_quotation_marks_of_windows_needs_no_doubt() -> None:
    text = "The Minister’s “plan” – a first step of many…"
    assert decode(text.encode("cp1252")) == (text, ())


def test_the_doubt_stands_in_the_document() -> None:
    data = "Встреча послов\n\nПослы двух стран встретились в Казани и обсудили торговлю.".encode("koi8-r")
    document = parse(data, "talks.txt")
    assert document.title == "Встреча послов"
    assert document.unsure == ("letters: the file does not state its encoding and was read as KOI8-R; check the text",)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
def test_the_preview_agrees_with_the_document(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "talks.md"
    file.write_bytes("---\ntitle: Встреча послов\n---\n\nПослы двух стран встретились в Казани.\n".encode(encoding))
    assert read_preview(file).title == parse(file.read_bytes(), file.name).title == "Встреча послов"


def test_a_text_of_two_encodings_stays_utf_8_with_the_others_marked() -> None:
    kept = "Les deux délégations ont réaffirmé leur volonté d'œuvrer à la sécurité maritime. "
    found = decode(kept.encode() + ("Noté à l'unanimité. " * 4).encode("cp1252"))
    assert found.text == kept + "Not\ufffd \ufffd l'unanimit\ufffd. " * 4
    assert found.unsure == ("letters: the file is UTF-8, in which 12 characters are broken and stand as \ufffd",)
