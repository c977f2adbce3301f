"""Recognizes by its title the part of a meeting that a text is about: its announcement, its talks, its dinner."""

import re
from typing import Literal

Occasion = Literal["journey", "state visit", "ahead", "briefing", "talks"]
"""A journey has many meetings; a text from ahead of a meeting announces it; at a briefing the press is told of one."""

_BRIEFING = re.compile(r"(?:background|on-the-record|press (?:call|gaggle|briefing)|briefing|gaggle)\b")

_STATE_VISIT = re.compile(r"\b(?:state|official) (?:visit|dinner|arrival)\b")

_JOURNEY = re.compile(r"\b(?:travels?|travell?ing|trip|en route|swing|week ahead|schedule)\b")
_AHEAD = re.compile(
    r"\b(?:preview\w*|upcoming|ahead of|forthcoming|will (?:meet|host|welcome|visit|speak|convene|hold)|"
    r"to (?:meet|host|welcome|visit|convene|hold|speak)|curtain.raiser|media note)\b"
)
_TALKS = re.compile(
    r"\b(?:meet(?:s|ings?)?|met|calls?|spoke|speaks|bilateral|trilateral|quadrilateral|summit|talks|visits?|dinner|"
    r"luncheon|lunch|breakfast|banquet|arrival (?:ceremony|greet)|joint|press (?:conference|availability|statements?)|"
    r"toasts?|conversations?|dialogue|consultations|ministerial|leaders|engagements?|signing ceremony|discussions?)\b"
)


def occasion_of(title: str) -> Occasion | None:
    """Return the part of a meeting that a title names, None if it names none."""
    small = title.lower()
    if _JOURNEY.search(small):
        return "journey"
    if _STATE_VISIT.search(small):
        return "state visit"
    if _AHEAD.search(small):
        return "ahead"
    if _BRIEFING.match(small):
        return "briefing"
    return "talks" if _TALKS.search(small) else None
