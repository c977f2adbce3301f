"""The number of typos between two words."""


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters must be inserted, deleted, replaced or swapped with their neighbour.

    Above `most`, the result is only known to be larger. Optimal string alignment (Damerau 1964, with the recurrence of
    Wagner and Fischer).
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
