"""The table of verbs of meeting: what each verb implies, and that none is lost by its first word."""

import pytest

from briefreader.annotate.meeting import meeting_verbs
from briefreader.annotate.meeting.verb_table import TABLE
from briefreader.annotate.text.masked_sentences import SIGNS, pattern


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
    "<P> presented his credentials to <P>.": "meeting",
    "<P> was received in audience by <P>.": "reception",
    "<P> held delegation-level talks with <P>.": "talks",
    "<P> held a Foreign Ministers' Meeting with <P>.": "meeting",
    "<P> will meet <P>.": "meeting",
    "During a meeting with <P>, <P> spoke.": "meeting",
    "Talks between <T> <P> and <P> ended.": "meeting",
    "The <E> took place in <L>.": "holding",
    "The <E> was co-chaired by <P>.": "chair",
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
    "sentence", ["<P> met the press.", "<P> called on <C> to stop.", "<P> spoke at a conference.", "The ferry sank."]
)
def test_other_verbs_are_none(sentence: str) -> None:
    assert not list(meeting_verbs.find(masked(sentence)))


def test_the_table_lists_the_first_word_of_every_form() -> None:
    compiled = [(pattern(verb.forms), verb) for verb in TABLE]
    for sentence in map(masked, SENTENCES):
        starts = [at for at in range(len(sentence)) if at == 0 or not sentence[at - 1].isalpha()]
        for at in starts:
            for expression, verb in compiled:
                if match := expression.match(sentence, at):
                    first = match[0].split()[0].split("-")[0]
                    assert first in verb.begins.split(), (verb, match[0])
