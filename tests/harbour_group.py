"""Three meetings of an invented group, whose statements carry wording over, move it, and make it stronger or weaker."""

_HEAD = """---
title: {title}
date: {date}
series: Harbour Group
ordinal: {ordinal}
city: {city}
sides: [Norway, Chile]
text_status: official
---
"""

FIRST = _HEAD.format(title="Harbour Group opens in Bergen", date="2021-05-04", ordinal=1, city="Bergen") + (
    "The ministers of Norway and Chile met in Bergen on 4 May 2021 and spoke about the safety of harbours at length.\n"
)
SECOND = _HEAD.format(
    title="Joint Statement of the second Harbour Group", date="2022-06-09", ordinal=2, city="Valparaíso"
) + (
    """The ministers of Norway and Chile met in Valparaíso on 9 June 2022 for the second meeting of the Harbour Group.

The ministers thanked the coast guards of both countries for their help in the storms of last winter.

They expressed concern about the sinking of fishing vessels in the southern waters, and discussed the safety of ports
and of the open sea.

They noted the report of the experts on the depth of harbours. The experts should meet again before the end of the year.

Both sides intend to share the pictures of two satellites, and to train forty pilots in each other's harbours.
"""
)
THIRD = _HEAD.format(title="Joint Statement of the third Harbour Group", date="2023-05-11", ordinal=3, city="Oslo") + (
    """The ministers of Norway and Chile met in Oslo on 11 May 2023 for the third meeting of the Harbour Group.

They condemned the sinking of fishing vessels in the southern waters, and reviewed the safety of ports and of the sea.

They noted the report of the experts on the depth of harbours. The experts will meet again before the end of the year.

A new fund of three million crowns pays for lights on the piers of small islands.

The ministers thanked the coast guards of both countries for their help in the floods of last winter.
"""
)
READOUT = """---
title: Chile's readout of the talks in Oslo
date: 2023-05-11
series: Harbour Group
ordinal: 3
kind: readout
sides: [Norway, Chile]
text_status: official
---
Chile's minister spoke with the minister of Norway in Oslo about harbours, and invited her to the port of Arica.
"""
BRIEFS = {"1.md": FIRST, "2.md": SECOND, "3.md": THIRD}
ONE, TWO, THREE = "harbour-group-1-2021-05-04", "harbour-group-2-2022-06-09", "harbour-group-3-2023-05-11"
