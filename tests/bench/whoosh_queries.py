"""What is asked of Whoosh and of this program: rare, middling and the commonest words of 14,082 briefs."""

TERMS = (
    "the", "of", "and", "united states", "president", "minister", "security", "cooperation", "deterrence",
    "extended deterrence", "korea", "nuclear", "joint statement", "hypersonic", "aukus", "plutonium",
    "united nations security council", "camp david", "of the united states", "reaffirmed", "2+2",
)  # fmt: skip
PREFIXES = (
    "t", "th", "the", "s", "a", "c", "co", "con", "p", "pre", "d", "de", "det", "n", "nu", "hyperson",
    "extended d", "united st", "joint sta", "north korea mis", "president of t", "in", "2",
)  # fmt: skip
PHRASES = (
    '"united states"', '"of the"', '"of the united states"', '"in the"', '"the president"', '"and the"',
    '"extended deterrence"', '"joint statement"', '"united nations security council"', '"washington declaration"',
    '"complete verifiable and irreversible"', '"prime minister"', '"foreign minister"', '"nuclear weapons"',
    '"the united states and"', '"north korea"', '"secretary of state"', '"camp david"',
)  # fmt: skip
FIELDS = (
    "led:kerry", "led:biden", "led:blinken", "who:obama", "who:biden", 'who:"president biden"', "who:john", "org:nato",
    "org:of", 'org:"department of state"', 'org:"european union"', "place:washington", "place:united",
    'place:"new york"', 'place:"united states"', "agreement:treaty", "weapon:missile", "title:president",
    'title:"of the"', 'title:"remarks by the president"', "series:ncg", "source:bidenwhitehouse",
)  # fmt: skip
TYPED_FIELDS = (
    "who:j", "who:b", "who:jo", "who:s", "who:bid", "led:s", "led:k", "led:ker", "org:u", "org:t", "org:s", "place:s",
    "place:w", "title:t", "title:s", "title:remar", "source:s", "agreement:t", "weapon:m", "series:n",
)  # fmt: skip
RANGES = (
    "date:2024", "date:2023", "date:2021..2024", "after:2022-03-10", "before:2025-07-04", "date:2023-06",
    "date:2023-06-15", "date:2022-02-14..2025-11-03", "date:2021-05-05..2024-12-17", "date:2023-11-29..2024-02-02",
    "after:2021-02-03", "before:2026-03", "date:2026", "date:2025-10-01..2026-01-20", "date:2021-07-19..2021-08-02",
    "after:2000", "date:..2022-09-09", "date:2015",
)  # fmt: skip
FUZZY = (
    "deterence~", "presidant~", "korae~", "amercia~", "the~", "united~", "statse~", "ministr~", "nucler~1",
    "cooperation~2", "that~", "state~", "with~1", "security~2", "biegun~", "camp~", "and~2", "conrol~",
)  # fmt: skip
SNIPPETS = (
    "the", "t", "th", "of", "united states", "president", "deterrence", "extended deterrence", "korea", "nuclear",
    "joint statement", "hypersonic", "aukus", "plutonium", "co", "s", "reaffirmed", "camp david",
)  # fmt: skip
