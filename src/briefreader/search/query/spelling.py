"""Did you mean: the nearest word that the index has."""

from collections.abc import Callable, Sequence

from briefreader.search.index.prefix_table import PrefixTable
from briefreader.text import fold


def nearest(word: str, tables: Sequence[PrefixTable], poll: Callable[[], None]) -> str | None:
    """Return the word of the texts within two slips of the pen (one for up to five letters) that is most frequent.

    Only words with the same first letter are looked at: it is seldom the one mistyped.
    """
    folded = fold(word)
    most = 1 if len(folded) <= 5 else 2
    if len(folded) < 3:
        return None
    known: dict[str, int] = {}
    for table in tables:
        for term, count in table.term_counts("text", folded[0]):
            if abs(len(term) - len(folded)) <= most and len(set(term) ^ set(folded)) <= 2 * most:
                known[term] = known.get(term, 0) + count
        poll()
    near = ((slips, -known[term], term) for term in known if 0 < (slips := distance(term, folded, most)) <= most)
    return min(near, default=(0, 0, None))[2]


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters to insert, delete, replace or swap with their neighbour; above `most`, just more.

    Optimal string alignment (Damerau 1964, with the recurrence of Wagner and Fischer).
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, against in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]
