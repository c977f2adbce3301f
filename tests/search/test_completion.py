"""What is being typed, finished by the names the library knows."""

import pytest

from briefreader.search.query.completion import Vocabulary, completion

KNOWN = {
    "person": ["Ada Lund", "Kim Ha Neul", "Adam Kim", "José Núñez"],
    "series": ["EDSCG", "NCG", "Polar Dialogue"],
    "organization": ["Department of State", 'The "Group"'],
    "place": ["South Korea", "Seoul"],
    "agreement": ["Harbour Accord", "Convention on Ice"],
    "weapon": ["F-16", "Harpoon"],
    "office": ["Secretary of State", "Envoy"],
    "event": ["Polar Summit"],
    "kind": ["statement", "joint statement", "fact sheet"],
    "with": ["Japan", "South Korea"],
}


def finished(query: str) -> str | None:
    found = completion(query, lambda kind: Vocabulary(KNOWN[kind]))
    return query[: found.start] + found.text if found else None


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("who:ad", 'who:"Ada Lund"'),
        ("ice who:kim", 'ice who:"Kim Ha Neul"'),
        ("WHO:nun", 'who:"José Núñez"'),
        ("person:nun", 'person:"José Núñez"'),
        ('office:"secretary of', 'office:"Secretary of State"'),
        ("office:sta", 'office:"Secretary of State"'),
        ("event:pol", 'event:"Polar Summit"'),
        ("who: ad", 'who:"Ada Lund"'),
        ('ice "who:ad', None),
        ('led:"kim h', 'led:"Kim Ha Neul"'),
        ("is:unr", "is:unread"),
        ("ice -is:STA", "ice -is:starred"),
        ("is:x", None),
        ("is:unread", None),
        ("ice -IS:Read", None),
        ("is:", None),
        ("note:ice", None),
        ("-place:kor", '-place:"South Korea"'),
        ("(org:state", '(org:"Department of State"'),
        ("org:gro", None),
        ('org:"the', 'org:"The ""Group"""'),
        ("agreement:acc", 'agreement:"Harbour Accord"'),
        ('agreement:"convention on', 'agreement:"Convention on Ice"'),
        ("ice weapon:har", 'ice weapon:"Harpoon"'),
        ("-weapon:f-", '-weapon:"F-16"'),
        ("kind:fa", 'kind:"fact sheet"'),
        ("ice with:kor", 'ice with:"South Korea"'),
        ("wit", "with:"),
        ("who:zeb", None),
        ("who:", None),
        ("ser", "series:"),
        ("ice pla", "ice place:"),
        ("agr", "agreement:"),
        ("orga", "organization:"),
        ("per", "person:"),
        ("wea", "weapon:"),
        ("edsc", 'series:"EDSCG"'),
        ("pol", 'series:"Polar Dialogue"'),
        ("dialogue", None),
        ("se", None),
        ("who:ada ", None),
        ("", None),
    ],
)
def test_the_last_word_is_finished_by_what_is_known(query: str, expected: str | None) -> None:
    assert finished(query) == expected


def test_of_names_that_begin_alike_the_most_frequent_is_offered() -> None:
    assert Vocabulary(["Adam Kim", "Ada Lund"]).begun("ad") == "Adam Kim"
