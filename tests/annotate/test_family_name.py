"""The family name of a person, wherever the person's language puts it."""

import pytest

from briefreader.annotate import family_name


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Joe Biden", "Biden"),
        ("Antony J. Blinken", "Blinken"),
        ("Joseph R. Biden, Jr.", "Biden"),
        ("Karine Jean-Pierre", "Jean-Pierre"),
        ("Jeong Kyeong-doo", "Jeong"),
        ("Sugiono", "Sugiono"),
        ("Lloyd J. Austin III", "Austin"),
        ("Ferdinand R. Marcos, Jr.", "Marcos"),
        ("Linda Thomas-Greenfield", "Thomas-Greenfield"),
        ("Yoon Suk Yeol", "Yoon"),
        ("Ban Ki-moon", "Ban"),
        ("Kang Kyung-wha", "Kang"),
        ("Sung Kim", "Kim"),
        ("Kim Darroch", "Darroch"),
        ("Kishida Fumio", "Kishida"),
        ("Fumio Kishida", "Kishida"),
        ("Motegi Toshimitsu", "Motegi"),
        ("Suga Yoshihide", "Suga"),
        ("Xi Jinping", "Xi"),
        ("Ma Zhaoxu", "Ma"),
        ("Lee Hsien Loong", "Lee"),
        ("Lee Zeldin", "Zeldin"),
        ("Nguyen Phu Trong", "Nguyen"),
        ("Andrés Manuel López Obrador", "López Obrador"),
        ("Luiz Inácio Lula da Silva", "Lula da Silva"),
        ("Pedro Sánchez", "Sánchez"),
        ("Mohammed bin Salman", "Mohammed bin Salman"),
        ("Abdullah bin Zayed Al Nahyan", "Abdullah bin Zayed"),
        ("Abdel Fattah Al Sisi", "Al Sisi"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Charles III", "Charles III"),
        ("Abdullah II bin Al-Hussein", "Abdullah II"),
        ("Pope Francis", "Pope Francis"),
        ("Min Aung Hlaing", "Min Aung Hlaing"),
        ("Francis", "Francis"),
    ],
)
def test_the_family_name_is_found_in_names_of_many_cultures(name: str, family: str) -> None:
    assert family_name(name) == family
