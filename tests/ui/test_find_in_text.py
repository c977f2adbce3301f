"""Words found in a text as they are written, with the folding of the search."""

import pytest

from briefreader.ui.panes.find_in_text import places


def _found(sought: str, text: str) -> list[str]:
    return [text[start:end] for start, end in places(sought, text)]


@pytest.mark.parametrize(
    ("sought", "text", "found"),
    [
        pytest.param("port", "Ports, an airport and a PORT", ["Port", "port", "PORT"], id="parts of words, any case"),
        pytest.param("sao tome", "from São Tomé", ["São Tomé"], id="accents"),
        pytest.param("são", "Sao Paulo", ["Sao"], id="accents sought"),
        pytest.param('"sea"', "the “sea” power", ["“sea”"], id="typographic quotes"),
        pytest.param("koreas", "Korea’s and Koreas'", ["Koreas"], id="no apostrophe"),
        pytest.param("korea's", "Korea’s and Koreas", ["Korea’s", "Koreas"], id="apostrophe"),
        pytest.param("counter-terror", "counter\u2011terror, counter terror, counterterror",
                     ["counter\u2011terror", "counter terror", "counterterror"], id="hyphens"),
        pytest.param("four party", "four-party talks", ["four-party"], id="a space for a hyphen"),
        pytest.param("joint statement", "a joint\nstatement and a joint   statement",
                     ["joint\nstatement", "joint   statement"], id="over line breaks"),
        pytest.param("organis", "organization, organise, organist", ["organiz", "organis", "organis"], id="-ize begun"),
        pytest.param("organization", "organisations", ["organisation"], id="-ise"),
        pytest.param("aziz", "Aziz on this basis", ["Aziz"], id="no -ise in a name"),
        pytest.param("defence", "defense and Defence", ["defense", "Defence"], id="-ense"),
        pytest.param("centre", "a center, the centre, central", ["center", "centre"], id="-er"),
        pytest.param("color", "colour in Colombia", ["colour"], id="-our"),
        pytest.param("programmes", "programs and programmes", ["programs", "programmes"], id="program"),
        pytest.param("traveled", "travelled", ["travelled"], id="double l"),
        pytest.param("U.S.", "the U.S. must", ["U.S."], id="dots as they are"),
        pytest.param("a", "æ", ["æ"], id="a part of a letter"),
        pytest.param("strasse", "Große Straße", ["Straße"], id="a letter for two"),
        pytest.param("(b)*", "see (b)* and (b)", ["(b)*"], id="signs are letters"),
        pytest.param("e", "e\u0301 x", ["e"], id="combining marks"),
        pytest.param("  ", "two  spaces", [], id="only spaces"),
        pytest.param("zeppelin", "no such thing", [], id="nothing"),
        pytest.param("...", "and so on...", ["..."], id="only signs"),
    ],
)  # fmt: skip
def test_words_are_found_as_they_are_written(sought: str, text: str, found: list[str]) -> None:
    assert _found(sought, text) == found


def test_places_after_letters_of_other_lengths_are_exact() -> None:
    text = "Straße… Ægir’s port, São Tomé; the port"
    assert _found("port", text) == ["port", "port"]
    assert places("port", text)[1].end == len(text)


def test_every_beginning_of_words_in_the_text_is_found() -> None:
    text = "The travelling ministers’ centre honoured the organisation’s defence programme in São Tomé."
    for start in [0, *(at + 1 for at, character in enumerate(text) if character == " ")]:
        for end in range(start + 1, len(text) + 1):
            if text[start:end].strip():
                assert any(place.start == start for place in places(text[start:end], text)), text[start:end]
