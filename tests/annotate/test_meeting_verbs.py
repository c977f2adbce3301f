"""The table of verbs of meeting: what each verb implies, and that none is lost by its first word."""

import importlib
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import pytest

from briefreader.annotate.meeting.report import meeting_verbs
from briefreader.annotate.meeting.report.meeting_verb import MeetingVerb
from briefreader.annotate.meeting.report.meeting_verbs import TABLE
from briefreader.annotate.text.masked_sentences import EVENT, SIGNS, pattern

parser = importlib.import_module("re._parser")


def masked(sentence: str) -> str:
    """Return a sentence in which `<P>` and the like are signs."""
    for letter, sign in SIGNS.items():
        sentence = sentence.replace(f"<{letter}>", sign)
    return sentence


SENTENCES = {
    "<T> <P> had a long telephone conversation with <T> <P>.": "call",
    "<T> <P> called <T> <P> today.": "call",
    "<T> <P> called on <T> <P> today.": "meeting",
    "<T> <P> paid a Courtesy Call on <P>.": "meeting",
    "<P> paid a goodwill call to <P>.": "meeting",
    "<P> paid a parting visit to <P>.": "meeting",
    "<P> presented his credentials to <P>.": "meeting",
    "<P> was received in audience by <P>.": "reception",
    "<P> held delegation-level talks with <P>.": "talks",
    "<P> held a Foreign Ministers' Meeting with <P>.": "meeting",
    "<P> will meet <P>.": "meeting",
    "During a meeting with <P>, <P> spoke.": "meeting",
    "Talks between <T> <P> and <P> ended.": "meeting",
    "The <E> took place in <L>.": "holding",
    "The <E> was co-chaired by <P>.": "chair",
    "<P> cochairs the <E> with <P>.": "chair",
    "<P> cohosts the <E> with <P>.": "chair",
    "<P> coconvenes the <E> with <P>.": "chair",
    "<P> coled the <E>.": "chair",
    "Chaired by <P>, the meeting ended.": "chair",
    "The delegation of <C> was headed by <P>.": "delegation",
    "It was attended by <P>.": "attendance",
    "<P> joined by <P>.": "company",
    "<P> paid an official visit to <C>.": "visit",
    "<P> launched the <E>.": "founding",
}


@pytest.mark.parametrize(("sentence", "act"), SENTENCES.items())
def test_each_verb_implies_an_act(sentence: str, act: str) -> None:
    assert next(meeting_verbs.find(masked(sentence))).verb.act == act


@pytest.mark.parametrize(
    "sentence",
    [
        "<P> met the press.",
        "<P> called on <C> to stop.",
        "<P> spoke at a conference.",
        "The ferry sank.",
        "<P> used the telephone.",
    ],
)
def test_other_verbs_are_none(sentence: str) -> None:
    assert not list(meeting_verbs.find(masked(sentence)))


@pytest.mark.parametrize("verb", TABLE)
def test_the_table_lists_the_first_word_of_every_form(verb: MeetingVerb) -> None:
    words = {prefix.word for prefix in prefixes(parser.parse(pattern(verb.forms).pattern))}
    assert words - set(verb.begins.split()) == set()


class Prefix(NamedTuple):
    """The letters with which a match of an expression may begin; the word is whole where another sign follows."""

    word: str = ""
    is_whole: bool = False


def prefixes(parts: Iterable[tuple[Any, Any]]) -> set[Prefix]:
    """The first words that the parts of a parsed expression match."""
    found = {Prefix()}
    for part in parts:
        for prefix in [one for one in found if not one.is_whole]:
            found.remove(prefix)
            found |= {Prefix(prefix.word + more.word, more.is_whole) for more in first_of(*part)}
    return found


def first_of(code: Any, value: Any) -> set[Prefix]:
    """The letters with which one part of a parsed expression begins."""
    match str(code):
        case "LITERAL":
            sign = chr(value)
            return {Prefix(sign if sign.isalpha() or sign == EVENT else "", not sign.isalpha())}
        case "IN":
            return set().union(*(first_of(*each) for each in value))
        case "BRANCH":
            return set().union(*map(prefixes, value[1]))
        case "SUBPATTERN":
            found = prefixes(value[3])
            either = {one._replace(word=one.word.title()) for one in found} if value[1] & re.IGNORECASE else set()
            return found | either
        case "MAX_REPEAT" | "MIN_REPEAT":
            return prefixes(value[2]) | (set() if value[0] else {Prefix()})
        case "ASSERT" | "ASSERT_NOT" | "AT":
            return {Prefix()}
    raise AssertionError(f"a form begins with {code}, which may be any word")
