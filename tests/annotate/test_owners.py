"""A body whose name many countries' bodies have belongs to the country that the text or its issuer tells."""

import pytest

from briefreader.annotate import Annotator
from briefreader.model import Document

OWNERS = [
    ("The Fijian Ministry of Foreign Affairs wrote.", {"Ministry of Foreign Affairs": "Fiji"}),
    ("The Ministry of Foreign Affairs of the Republic of Malta wrote.", {"Ministry of Foreign Affairs": "Malta"}),
    ("Japan's Ministry of Defense wrote. The Ministry of Defense called.", {"Ministry of Defense": "Japan"}),
    (
        "The U.S. Embassy and the National Assembly of Kenya met.",
        {"Embassy": "United States", "National Assembly": "Kenya"},
    ),
    ("The Ministry of Health wrote.", {"Ministry of Health": None}),
    ("The U.S. Department of State and the Senate wrote.", {"Department of State": None, "Senate": None}),
    ("The Malaysian Senate and NATO wrote.", {"Senate": "Malaysia", "NATO": None}),
    ("The Indian Ministry of External Affairs wrote.", {"Ministry of External Affairs": None}),
]


@pytest.mark.parametrize(("text", "owners"), OWNERS)
def test_the_country_beside_a_body_is_its_owner(annotator: Annotator, text: str, owners: dict[str, str | None]) -> None:
    mentions = annotator.annotate(Document(title="readout", body=text)).mentions
    assert {each.canonical: each.owner for each in mentions if each.type == "ORG"} == owners


def test_of_several_countries_each_has_its_own_body(annotator: Annotator) -> None:
    text = "The Fijian Ministry of Health met the Maltese Ministry of Health. The Ministry of Health left."
    mentions = annotator.annotate(Document(title="readout", body=text)).mentions
    identities = [each.identity for each in mentions if each.type == "ORG"]
    assert identities == ["Ministry of Health (Fiji)", "Ministry of Health (Malta)", "Ministry of Health"]


@pytest.mark.parametrize(
    ("address", "owner"), [("https://www.mfa.gov.fj/a", "Fiji"), ("https://www.state.gov/a", None)]
)
def test_the_issuer_owns_a_ministry_without_a_country(annotator: Annotator, address: str, owner: str | None) -> None:
    document = Document(title="readout", body="Officials of the Ministry of Health came.", url=address)
    assert [each.owner for each in annotator.annotate(document).mentions if each.type == "ORG"] == [owner]
