"""Two statements of an invented group: two sentences of the first changed places in the second, in other words."""

OPENING = "The ministers of Norway and Chile met {place} and discussed the safety of ports and of the open sea."
TURBINES = "We will lay cables from the tidal turbines off Lofoten to the grid before winter, and share their drawings."
TURBINES_ANEW = "Before winter, the grid is to have its first cables, and drawings of those tidal turbines are shared."
PILOTS = "Forty pilots are trained each year in simulators which both harbours bought from one yard."
PILOTS_ANEW = "One yard has sold simulators to both harbours, where forty pilots of this year now train by the dozen."
WHALES = "The sides regret the drowning of nine whales in nets."
LAMPS = "A new fund pays for lamps on the piers of small islands."
THANKS = "The ministers thanked the coast guards of both countries for their help in the storms of last winter."

_BRIEF = """---
title: Statement of the {ordinal} Tidal Talks
date: {date}
series: Tidal Talks
ordinal: {number}
sides: [Norway, Chile]
text_status: official
---
{text}
"""


def _brief(ordinal: str, number: int, date: str, *paragraphs: str) -> str:
    return _BRIEF.format(ordinal=ordinal, number=number, date=date, text="\n\n".join(paragraphs))


OLDER = _brief(
    "first", 1, "2021-05-04", OPENING.format(place="in Oslo"), f"{WHALES} {TURBINES}", THANKS, f"{PILOTS} They left."
)
NEWER = _brief(
    "second", 2, "2022-06-09", OPENING.format(place="in Lima"), PILOTS_ANEW, THANKS, f"{TURBINES_ANEW} {LAMPS}"
)
BRIEFS = {"older.md": OLDER, "newer.md": NEWER}
OLDER_ID, NEWER_ID = "tidal-talks-1-2021-05-04", "tidal-talks-2-2022-06-09"
