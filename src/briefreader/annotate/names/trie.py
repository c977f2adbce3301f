"""Known names in a text: the longest spelling of the lists at each place."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from briefreader.annotate.names.gazetteer import Name, Names
from briefreader.annotate.text.tokens import Tokens


class Found(NamedTuple):
    """A listed name over tokens first up to, not including, last."""

    first: int
    last: int
    name: Name


def find(names: Names, tokens: Tokens) -> Iterator[Found]:
    """Yield the listed names of a text, in order, the longest where several begin at one token; they may overlap.

    Linear in the text: a walk is never longer than the longest spelling.
    """
    words = tokens.words
    trie = names.trie
    count = len(words)
    beginning = {word: node for word in tokens.places if (node := _step(trie, word)) is not None}
    last = 0
    for index in tokens.among(beginning.keys()):
        if index < last:
            continue
        node = beginning[words[index]]
        entry = None
        at = index
        while node is not None:
            at += 1
            held = node.get("")
            if held is not None:
                last, entry = at, held
            node = _step(node, words[at]) if at < count else None
        if entry is not None:
            yield Found(index, last, names.entries[entry])


def _step(node: Any, word: str) -> Any:
    """The child of node for a word as it stands, or, for a word in capitals or with one, in its plainer forms."""
    child = node.get(word)
    if child is not None or not word[0].isupper():
        return node.get("and") if word == "&" and child is None else child
    if len(word) > 1 and word.isupper():
        child = node.get(word.capitalize())
        if child is not None:
            return child
    return node.get(word.lower())
