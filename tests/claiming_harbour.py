"""Meetings of an invented series whose texts say of meetings and topics that they are the first."""

_HEAD = """---
title: {title}
date: {date}
series: Harbour Group
city: {city}
country: {country}
format: {form}
sides: [Norway, Chile]
text_status: official
---

"""
ONE = _HEAD.format(
    title="Readout of the Harbour Group", date="2021-03-02", city="Oslo", country="Norway", form="virtual"
) + (
    "Norwegian Minister of Trade Anna Lind and Chilean Minister of Trade Ruth Carr met by video on 2 March 2021.\n\n"
    "The two sides discussed coral reefs and the depth of ports.\n"
)
TWO = _HEAD.format(
    title="Readout of the Harbour Group in Lima", date="2022-04-05", city="Lima", country="Peru", form="in person"
) + (
    "Norwegian Minister of Trade Anna Lind and Chilean Minister of Trade Ruth Carr met in Lima on 5 April 2022.\n\n"
    "It was the first in-person meeting of the group.\n\n"
    "The two sides discussed coral reefs for the first time.\n"
)
THREE = _HEAD.format(
    title="Readout of the Harbour Group in Oslo", date="2024-06-07", city="Oslo", country="Norway", form="in person"
) + (
    "Norwegian Minister of Trade Anna Lind and Chilean Minister of Trade Ruth Carr met in Oslo on 7 June 2024.\n\n"
    "It was the first in-person meeting of the group in ten years.\n\n"
    "Norway paid the first visit of a minister to Arica.\n"
)
BRIEFS = {"1.md": ONE, "2.md": TWO, "3.md": THREE}
ONE_ID, TWO_ID, THREE_ID = (
    "2021-03-02-readout-of-the-harbour-group",
    "2022-04-05-readout-of-the-harbour-group-in-lima",
    "2024-06-07-readout-of-the-harbour-group-in-oslo",
)
