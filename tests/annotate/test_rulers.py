"""Kings, heirs and popes are told from those who share a name with them."""

import pytest

from annotate.marked import annotate
from briefreader.annotate import Annotator


def people(annotator: Annotator, text: str) -> list[tuple[str, str]]:
    return [(each.text, each.canonical) for each in annotate(annotator, text).mentions if each.type == "PERSON"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("President Ada Lund spoke with King Abdullah of Jordan.", "Abdullah II"),
        ("President Ada Lund received the Jordanian King Abdullah.", "Abdullah II"),
        ("President Ada Lund met King Abdullah in Amman.", "Abdullah II"),
        ("President Ada Lund met Saudi Arabia's King Abdullah.", "Abdullah bin Abdulaziz Al Saud"),
        ("King Salman received President Ada Lund in Riyadh.", "Salman bin Abdulaziz Al Saud"),
        ("Crown Prince Salman of Bahrain wrote to President Ada Lund.", "Salman bin Hamad Al Khalifa"),
        ("King Charles hosted President Ada Lund.", "Charles III"),
        ("Sultan Haitham hosted President Ada Lund.", "Haitham bin Tariq"),
        ("Queen Rania hosted President Ada Lund.", "Rania Al Abdullah"),
        ("King Zog wrote to President Ada Lund.", "Zog"),
    ],
)
def test_an_office_and_a_given_name_mean_a_ruler(annotator: Annotator, text: str, meant: str) -> None:
    assert meant in [canonical for _, canonical in people(annotator, text)]


def test_a_king_of_two_countries_in_the_text_is_not_guessed(annotator: Annotator) -> None:
    text = "King Abdullah spoke with President Ada Lund about Jordan. She will visit Saudi Arabia too."
    assert ("Abdullah", "Abdullah") in people(annotator, text)


def test_a_king_and_a_prince_with_his_name_are_two_people(annotator: Annotator) -> None:
    text = "Crown Prince Mohammed bin Salman joined King Salman. King Salman thanked President Ada Lund."
    assert people(annotator, text) == [
        ("Mohammed bin Salman", "Mohammed bin Salman"),
        ("Salman", "Salman bin Abdulaziz Al Saud"),
        ("Salman", "Salman bin Abdulaziz Al Saud"),
        ("Ada Lund", "Ada Lund"),
    ]


def test_a_king_and_a_minister_of_one_name_are_two_people(annotator: Annotator) -> None:
    text = "Chairman Abdullah Abdullah of Afghanistan met King Abdullah in Jordan. Abdullah then left."
    assert [canonical for _, canonical in people(annotator, text)] == [
        "Abdullah Abdullah",
        "Abdullah II",
        "Abdullah Abdullah",
    ]


def test_a_king_whom_no_list_has_is_called_as_the_text_does(annotator: Annotator) -> None:
    text = "King Zog VII of Ruritania met President Ada Lund. King Zog thanked her."
    assert [canonical for _, canonical in people(annotator, text)] == ["Zog VII", "Ada Lund", "Zog VII"]


@pytest.mark.parametrize("number", ["II", "X", "XI", "XVII", "XX", "XXIII"])
def test_a_ruler_keeps_the_number_that_only_the_first_mention_has(annotator: Annotator, number: str) -> None:
    text = f"King Zog {number} met President Ada Lund. King Zog thanked her."
    assert [canonical for _, canonical in people(annotator, text)] == [f"Zog {number}", "Ada Lund", f"Zog {number}"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("President Ada Lund spoke with British Prime Minister Johnson.", "Boris Johnson"),
        ("Prime Minister Johnson of the United Kingdom spoke with President Ada Lund.", "Boris Johnson"),
        ("President Ada Lund spoke with Prime Minister Johnson.", "Johnson"),
        ("President Ada Lund spoke with Australian Prime Minister Johnson.", "Johnson"),
        ("President Johnson wrote to people in the United States and the United Kingdom.", "Johnson"),
        ("President Ada Lund spoke with Italian Prime Minister Meloni.", "Giorgia Meloni"),
        ("President Ada Lund spoke with Kenyan Foreign Minister Sybiha.", "Sybiha"),
    ],
)
def test_a_surname_is_the_listed_persons_only_of_the_same_country(annotator: Annotator, text: str, meant: str) -> None:
    assert people(annotator, text)[-1][1] == meant or people(annotator, text)[0][1] == meant
