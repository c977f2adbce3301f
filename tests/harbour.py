"""The meetings of an invented series: kept and missing promises, a gap, a lower rank."""

HEAD = """---
title: {title}
date: {date}
series: Harbour Group
ordinal: {number}
sides: [Norway, Chile]
text_status: summary
---

"""
ONE = (
    HEAD.format(title="First meeting of the Harbour Group", number=1, date="2021-03-02")
    + """Norwegian Minister of Trade Anna Lind and Chilean Minister of Trade Ruth Carr met in Oslo on 2 March 2021.

Norway and Chile agreed to open the ports of the strait to every fishing boat. They spoke of a quiet coast.

The next meeting will take place in Lima in January 2022.
"""
)
TWO = (
    HEAD.format(title="Second meeting of the Harbour Group", number=2, date="2022-04-05")
    + """Norwegian Vice Minister of Trade Ole Berg and Chilean Minister of Trade Ruth Carr met in Lima on 5 April 2022.

Norway and Chile agreed to open the ports of the strait to every fishing boat.

They decided to publish the water levels of the strait each week.
"""
)
FOUR = (
    HEAD.format(title="Fourth meeting of the Harbour Group", number=4, date="2024-06-07")
    + """Norwegian Minister of Trade Anna Lind and Chilean Minister of Trade Ruth Carr met in Oslo on 7 June 2024.

Both sides spoke of a quiet coast and of quiet coasts.

The next meeting will take place in Lima in 2025.
"""
)
LETTER = """---
title: A letter from the coast
date: 2020-01-02
---

Thank you for the quiet coast.
"""
BRIEFS = {"one.md": ONE, "two.md": TWO, "four.md": FOUR, "letter.md": LETTER}
IDS = ("harbour-group-1-2021-03-02", "harbour-group-2-2022-04-05", "harbour-group-4-2024-06-07")
"""The IDs of the three meetings."""
