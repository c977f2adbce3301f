"""A text as its alignment with another needs it: sentences as words, the runs of words in them, and their groups."""

from collections.abc import Iterable, Iterator, Sequence

from briefreader.compare.wording import Wording

RUN = 3
"""Words of the shortest run that counts."""

Words = tuple[str, ...]
Run = tuple[str, ...]


class AlignedText:
    """The sentences of a text as words, their runs, and the group of each sentence that has one."""

    def __init__(self, wording: Wording) -> None:
        self.sentences: list[Words] = [tuple(wording.words[each.first : each.end]) for each in wording.sentences]
        self.frames = [wording.frame(each) for each in wording.sentences]
        self.runs: list[frozenset[Run]] = [frozenset(runs_of(frame.words)) for frame in self.frames]
        self.all_runs: list[frozenset[Run]] = [frozenset(runs_of(words)) for words in self.sentences]
        self.weights = [wording.weights(each) for each in wording.sentences]
        self.groups: dict[int, tuple[list[int], list[int]]] = {}

    @property
    def free(self) -> list[int]:
        """The numbers of the sentences without a group."""
        return [number for number in range(len(self.sentences)) if number not in self.groups]

    def words(self, numbers: Iterable[int]) -> list[str]:
        """Return the words of some sentences, one after the other."""
        return [word for number in numbers for word in self.sentences[number]]


def runs_of(words: Sequence[str]) -> Iterator[Run]:
    """Yield the runs of words, each of RUN words."""
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def covered(words: Sequence[str], runs: frozenset[Run]) -> bytearray:
    """Return a flag for each word: it is in one of some runs."""
    flags = bytearray(len(words))
    for at, run in enumerate(runs_of(words)):
        if run in runs:
            flags[at : at + RUN] = b"\1" * RUN
    return flags
