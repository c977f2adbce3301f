"""Stores spellings in a trie of tokens and finds the longest of them in a text.

A node is a dict from a token to the next node; the key `""` holds the number of the entry whose spelling ends there.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefreader.annotate.text.tokens import Tokens
from briefreader.annotate.text.words import WORDS_KEPT


def add_node(trie: dict[str, Any], tokens: Iterable[str]) -> dict[str, Any]:
    """Return the node of a spelling and create it where it is missing."""
    node = trie
    for token in tokens:
        node = node.setdefault(token, {})
    return node


def entry_of(trie: Mapping[str, Any], tokens: Iterable[str]) -> int | None:
    """Return the number of the entry with a spelling, None where there is none."""
    node: Any = trie
    for token in tokens:
        node = node.get(token)
        if node is None:
            return None
    entry: int | None = node.get("")
    return entry


class Openings(dict[str, Any]):
    """Maps each word to the node of the spellings that begin with it, None without any, as texts come to need it."""

    def __init__(self, trie: Mapping[str, Any]) -> None:
        super().__init__()
        self._trie = trie

    def __missing__(self, word: str) -> Any:
        if len(self) >= WORDS_KEPT:
            self.clear()
        node = self[word] = _child(self._trie, word)
        return node


def longest_matches(openings: Openings, tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Yield in order the spellings in a text, of those that begin at one token the longest; they do not overlap.

    A spelling is given by its first token, the token after it and the number of its entry.

    The time is linear in the text, since no walk is longer than the longest spelling.
    """
    words = tokens.words
    count = len(words)
    opening = {word: node for word in tokens.positions if (node := openings[word]) is not None}
    last = 0
    for index in tokens.indexes_of(opening.keys()):
        if index < last:
            continue
        node = opening[words[index]]
        entry = None
        at = index
        while node is not None:
            at += 1
            held = node.get("")
            if held is not None:
                last, entry = at, held
            node = _child(node, words[at]) if at < count else None
        if entry is not None:
            yield index, last, entry


def _child(node: Any, word: str) -> Any:
    """Return the child of a node for a word; a capitalized word also matches a spelling with fewer capitals."""
    child = node.get(word)
    if child is not None or not word[0].isupper():
        return node.get("and") if word == "&" and child is None else child
    if len(word) > 1 and word.isupper():
        child = node.get(word.capitalize())
        if child is not None:
            return child
    return node.get(word.lower())
