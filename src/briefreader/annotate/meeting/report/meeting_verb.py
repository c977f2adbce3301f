"""Describes a verb that reports a meeting: its forms, the act, and where the people stand."""

from typing import Literal, NamedTuple

# `meeting`: people meet or speak; `call`: they speak by telephone; `reception`: one receives the other; `talks`: talks
# are held; `holding`: a meeting is held or convened; `chair`: somebody leads; `delegation`: somebody heads one of the
# sides; `attendance`: somebody takes part; `company`: somebody joins the people who lead; `visit`: somebody travels;
# `founding`: a body or meeting is opened.
Act = Literal[
    "meeting",
    "call",
    "reception",
    "talks",
    "holding",
    "chair",
    "delegation",
    "attendance",
    "company",
    "visit",
    "founding",
]
# The people stand on both sides of the verb, before it, after it, or before it and after `with`.
People = Literal["both", "before", "after", "with", "between", "subject after", "subjects after"]


class MeetingVerb(NamedTuple):
    """Holds the forms of a verb or phrase, the act that it reports, and where the people stand.

    `begins` lists the first words of the forms. `needs_people` marks a verb that reports a meeting only where people do
    it (`launched`, `visited`).
    """

    act: Act
    people: People
    begins: str
    forms: str
    needs_people: bool = False
