"""Briefs written for the tests: two meetings of a series, a summit without a number, an undated note."""

from collections.abc import Mapping
from pathlib import Path

NCG_1 = """---
title: Inaugural meeting of the Nuclear Consultative Group
date: 2023-07-18
series: NCG
ordinal: 1
city: Seoul
country: South Korea
sides: [South Korea, United States]
leads: [Kim Tae-hyo, Kurt Campbell]
source: Office of the President
url: https://president.example/ncg-1
text_status: summary
---

South Korea and the United States opened the Nuclear Consultative Group in Seoul on 18 July 2023.

They agreed to guidelines for extended deterrence and declared that a nuclear attack would end the regime.
"""

NCG_3 = """---
title: Third meeting of the Nuclear Consultative Group
date: 2024-06-10
series: NCG
ordinal: 3
city: Seoul
country: South Korea
next: at the end of 2024
text_status: summary
---

The third meeting of the Nuclear Consultative Group took place in Seoul on 10 June 2024.

Both sides completed the review of the guidelines for extended deterrence.
"""

SUMMIT = """---
title: Leaders meet at Camp David
date: 2023-08-18
city: Camp David
country: United States
text_status: summary
---

The leaders of Japan, South Korea and the United States met at Camp David and committed to consult.
"""

NOTE = "# A note on maritime security\n\nFishing boats and coast guards, without a date.\n"

LIBRARY = {"ncg-1.md": NCG_1, "2024/ncg-3.md": NCG_3, "summit.md": SUMMIT, "note.md": NOTE}


def write(root: Path, briefs: Mapping[str, str] | None = None) -> Path:
    """Write briefs (those above unless others are given) below root and return it."""
    for path, text in (LIBRARY if briefs is None else briefs).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root
