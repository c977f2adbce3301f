"""Says in words which sentences were perhaps reworded, and where their other form stands."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefreader.compare.comparison import Comparison
from briefreader.compare.redline.change import Rewording
from briefreader.compare.redline.one_text import Side
from briefreader.compare.redline.stretches import Stretch
from briefreader.counts import counted

DOUBT_SIGN = "?"
"""The sign in the margin for a sentence that was perhaps reworded."""


class OtherForm(NamedTuple):
    """A rewording of which a change has one sentence, and the number of the change that has the other."""

    rewording: Rewording
    change: int


def rewording_in_words(stretches: Sequence[Stretch], rewording: int, side: Side, *, side_by_side: bool = False) -> str:
    """Return that the sentence of one side is perhaps reworded, and where its other form stands among stretches.

    Nothing is told where the stretches lack one of both.
    """
    a, b = (_stretch_with(stretches, rewording, each) for each in ("a", "b"))
    if a is None or b is None:
        return ""
    where = [] if side_by_side and a == b else ["below" if (a <= b) == (side == "a") else "above"]
    if side_by_side:
        where.append(f"on the {'right' if side == 'a' else 'left'}")
    return f"perhaps reworded, see {' '.join(where)}"


def _stretch_with(stretches: Sequence[Stretch], rewording: int, side: str) -> int | None:
    """Return the number of the stretch that has the sentence of one side, None where none has it."""
    parts = ((number, part) for number, each in enumerate(stretches) for part in getattr(each, side))
    return next((number for number, part in parts if part.rewording == rewording), None)


def other_forms(found: Comparison) -> Mapping[int, Sequence[OtherForm]]:
    """Return the sentences of each change that were perhaps reworded, by the number of the change."""
    in_a = {part.rewording: part.change for each in found.stretches for part in each.a}
    in_b = {part.rewording: part.change for each in found.stretches for part in each.b}
    forms: dict[int, list[OtherForm]] = defaultdict(list)
    for number, rewording in enumerate(found.rewordings):
        gone, new = in_a.get(number), in_b.get(number)
        if gone is not None and new is not None:
            forms[gone].append(OtherForm(rewording, new))
            forms[new].append(OtherForm(rewording, gone))
    return forms


def changes_in_words(forms: Sequence[OtherForm]) -> str:
    """Return how many sentences of a change are perhaps reworded, and the changes that have them, by numbers from 1.

    Nothing is told where there is none.
    """
    numbers = sorted({each.change + 1 for each in forms})
    if not numbers:
        return ""
    see = f"see change{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"
    return f"{counted(len(forms), 'sentence')} perhaps reworded, {see}"
