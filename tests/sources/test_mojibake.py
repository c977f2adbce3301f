"""Letters that an earlier program has misread are mended where that is certain, and told of."""

import pytest

from briefreader.sources.letters.encoding import decode
from sources.letters import SAMPLES, Sample


def misread(text: str, encoding: str) -> str:
    """Return a text as a program shows it that takes its UTF-8 for an encoding of one byte."""
    return "".join(_character(byte, encoding) for byte in text.encode())


def _character(byte: int, encoding: str) -> str:
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp1254"])
def test_texts_of_every_language_are_mended(encoding: str, times: int) -> None:
    for sample in SAMPLES:
        text = sample.text
        for _ in range(times):
            text = misread(text, encoding)
        read = decode(text.encode())
        assert read.text == sample.text
        assert read.unsure[0].startswith("letters: an earlier program had misread some letters, which were mended")


@pytest.mark.parametrize("encoding", ["cp1250", "cp1251", "cp1253", "cp1255", "cp1256", "cp1257", "cp437", "iso8859-2"])
def test_what_is_not_mended_is_told(encoding: str) -> None:
    for sample in SAMPLES:
        read = decode(misread(sample.text, encoding).encode())
        assert read.unsure
        assert read.text == sample.text or "look as if an earlier program had misread" in read.unsure[-1]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.language)
def test_a_right_text_stays_as_it_is(sample: Sample) -> None:
    assert decode(sample.text.encode()) == (sample.text, ())


@pytest.mark.parametrize(
    ("garbled", "right"),
    [
        ("The Ministerâ€™s plan for Zürich", "The Minister’s plan for Zürich"),
        ("Łódź and ZÃ¼rich", "Łódź and Zürich"),
        ("The â€œplanâ€ stands", "The “plan” stands"),
        ("voilÃ  la ville dâ€™Ã‰vian", "voilà la ville d’Évian"),
        ("The MinisterÂ’s plan", "The Minister’s plan"),
        ("It costs Â£5 million", "It costs £5 million"),
        ("The Minister&acirc;&euro;&trade;s plan", "The Minister’s plan"),
        ("Z&Atilde;&frac14;rich and Z&#195;&#188;rich", "Zürich and Zürich"),
        ("The Minister鈥檚 plan in Z眉rich", "The Minister’s plan in Zürich"),
        ("The Minister\x92s \x93plan\x94", "The Minister’s “plan”"),
        ("РњРёРЅРёСЃС‚СЂ", "Министр"),
        ("CafГ© talks", "Café talks"),
        ("The Minister‚Äôs plan in Z√ºrich", "The Minister’s plan in Zürich"),
    ],
)
def test_parts_of_a_text_are_mended(garbled: str, right: str) -> None:
    read = decode(garbled.encode())
    assert read.text == right
    assert len(read.unsure) == 1


@pytest.mark.parametrize(
    "text",
    [
        "coopéré\xa0» et «\xa0à\xa0», soit 5\xa0×\xa010²",
        "ÅNGSTRÖM, ÄÖ und “Ö”, Spaß”",
        "ÎNTÂLNIRE – „România”",
        "Żółw i Źdźbło – ĄĘ",
        "О’Нил и «Рівне», Њујорк",
        "Tôi đã gặp Đà Nẵng",
        "دیدار تهران و «پکن»؛ گفت‌وگو",
        "กราบทูลฯ “มากกว่า”",
        "R&D, AT&T; Q&A?",
        "联通公司 and Windows系统",
    ],
)
def test_rare_but_right_signs_are_left_alone(text: str) -> None:
    read = decode(text.encode())
    assert read.text == text.replace("\xa0", " ").replace("\u200c", "")
    assert read.unsure == ()


def test_references_to_controls_are_read_as_browsers_read_them() -> None:
    assert decode(b"<p>the Minister&#146;s &#x93;plan&#x94;</p>") == ("<p>the Minister’s “plan”</p>", ())


def test_letters_that_were_lost_before_are_told() -> None:
    assert decode("Z\ufffdrich".encode()).unsure == (
        "letters: one letter was lost before the file was saved, where \ufffd stands",
    )
    assert decode("The ï¿½plan".encode()).text == "The \ufffdplan"


def test_a_question_mark_inside_a_word_is_told() -> None:
    read = decode(b"The Minister?s plan at https://example.org/a?id=5")
    assert read.text == "The Minister?s plan at https://example.org/a?id=5"
    assert read.unsure == (
        "letters: a question mark stands inside a word where a letter may have been lost, as in “Minister?s”",
    )
    assert decode(b"Why? See https://example.org/a?id=5 or jpe?g").unsure == ()
