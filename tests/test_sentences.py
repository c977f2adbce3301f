"""Where sentences end, and where a dot does not end one."""

import pytest

from briefreader.sentences import sentence_at, sentences


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met. They spoke.", ["They met.", "They spoke."]),
        ("Mr. Cho met Gen. Bond.", ["Mr. Cho met Gen. Bond."]),
        (
            "The Rt. Hon. Bond and Smt. Devi met Maj. Gen. (rtd.) Cho.",
            ["The Rt. Hon. Bond and Smt. Devi met Maj. Gen. (rtd.) Cho."],
        ),
        (
            "President Mag. Anna Bond met Dipl.-Ing. Karl Cho, Fr. Bo Roa and Adv. Lea Sund. He left.",
            ["President Mag. Anna Bond met Dipl.-Ing. Karl Cho, Fr. Bo Roa and Adv. Lea Sund.", "He left."],
        ),
        ("Hon. (Dr.) Bond met Dra. Roa and Atty. Cho.", ["Hon. (Dr.) Bond met Dra. Roa and Atty. Cho."]),
        ("It cost 500 Fr. Banks paid.", ["It cost 500 Fr.", "Banks paid."]),
        ("Time Mag. Officials said no.", ["Time Mag.", "Officials said no."]),
        ("It is in Eng. They read it.", ["It is in Eng.", "They read it."]),
        ("J. Bond of the U.S. Department spoke.", ["J. Bond of the U.S. Department spoke."]),
        ("He left the U.S. The talks went on.", ["He left the U.S.", "The talks went on."]),
        ("It rose by 3.5 per cent. So it was.", ["It rose by 3.5 per cent.", "So it was."]),
        ("“Is it so?” she asked. “Yes.”", ["“Is it so?” she asked.", "“Yes.”"]),
        ("They agreed to:\n\n1. Meet. 2. Speak.", ["They agreed to:", "1. Meet.", "2. Speak."]),
        ("会談した。次回は来年。", ["会談した。", "次回は来年。"]),
        ("Really?! Yes... and no.", ["Really?!", "Yes... and no."]),
        ("A title\n\nA text without a stop", ["A title", "A text without a stop"]),
        ("", []),
    ],
)
def test_a_stop_ends_a_sentence_unless_it_belongs_to_a_word(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("offset", "sentence"),
    [
        (0, "Talks at Oslo"),
        (15, "Gen. Bond spoke."),
        (30, "Gen. Bond spoke."),
        (31, "It ended."),
        (14, None),
        (90, None),
    ],
)
def test_the_sentence_of_a_character_is_found(offset: int, sentence: str | None) -> None:
    text = "Talks at Oslo\n\nGen. Bond spoke. It ended.\n"
    found = sentence_at(text, offset)
    assert (text[found.start : found.end] if found else None) == sentence
