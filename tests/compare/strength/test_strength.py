"""Verbs that became stronger or weaker, by ladders that users can edit."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.compare import read_ladders
from briefreader.compare.redline.redline import Redline
from briefreader.compare.strength.degrees import Degrees, degrees_in
from briefreader.compare.strength.strength import Shift, Strength
from briefreader.compare.wording import Wording
from briefreader.config import data_folder
from briefreader.model import SettingsError

LADDERS = read_ladders([data_folder() / "wording" / "strength.yaml"])
REST = "the sinking of fishing vessels in the southern waters of both countries last winter."


def shifts(a: str, b: str) -> list[Shift]:
    before, after = Wording(a), Wording(b)
    return list(Strength(LADDERS).shifts(before, after, Redline(before, after).carried))


def told(a: str, b: str) -> list[tuple[str, str, bool]]:
    return [(a[each.a.start : each.a.end], b[each.b.start : each.b.end], each.steps > 0) for each in shifts(a, b)]


@pytest.mark.parametrize(
    ("weak", "strong"),
    [
        ("noted", "expressed concern about"),
        ("expressed concern about", "condemned"),
        ("condemned", "strongly condemned"),
        ("called for an end to", "demanded an end to"),
        ("discussed", "agreed on"),
        ("welcomed", "fully supported"),
    ],
)
def test_a_verb_that_became_stronger_or_weaker_is_told_with_both_sentences(weak: str, strong: str) -> None:
    a, b = f"The sides {weak} {REST}", f"The sides {strong} {REST}"
    [up], [down] = shifts(a, b), shifts(b, a)
    assert (up.steps > 0, up.steps) == (True, -down.steps)
    assert (a[up.sentence_a.start : up.sentence_a.end], b[up.sentence_b.start : up.sentence_b.end]) == (a, b)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("noted", "recalled"),
        ("affirmed", "reaffirmed"),
        ("underlined", "reiterated"),
        ("expressed regret about", "expressed concern about"),
    ],
)
def test_another_act_of_the_same_weight_is_no_shift(before: str, after: str) -> None:
    a, b = f"The sides {before} {REST}", f"The sides {after} {REST}"
    assert told(a, b) == told(b, a) == []


@pytest.mark.parametrize(
    ("weak", "strong"),
    [
        ("regretted", "deplored"),
        ("deplored", "denounced"),
        ("urged an end to", "strongly urged an end to"),
        ("hoped for an end to", "are encouraging an end to"),
        ("may act against", "planned to act against"),
        ("are agreeing on", "are pledging"),
    ],
)
def test_diplomatic_usage_orders_the_steps(weak: str, strong: str) -> None:
    [(_, _, is_stronger)] = told(f"The sides {weak} {REST}", f"The sides {strong} {REST}")
    assert is_stronger


@pytest.mark.parametrize(("weak", "strong"), [("may", "should"), ("should", "will"), ("intend to", "will")])
def test_modal_verbs(weak: str, strong: str) -> None:
    [(_, _, is_stronger)] = told(f"The sides {weak} count {REST}", f"The sides {strong} count {REST}")
    assert is_stronger


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The note about", "The demand about"),
        ("Their support for", "Their note on"),
        ("In May the guards saw", "In May the guards will see"),
        ("The plan to stop", "The will to stop"),
        ("The action plan names", "The action must name"),
        ("The United States saw", "The United Condemned saw"),
        ("An agreed text on", "A discussed text on"),
    ],
)
def test_nouns_names_and_months_are_no_verbs(before: str, after: str) -> None:
    assert told(f"{before} {REST}", f"{after} {REST}") == []


def test_verbs_at_other_places_of_a_sentence_are_not_compared() -> None:
    a = f"The sides noted {REST}"
    b = f"The sides noted {REST.rstrip('.')}, and in a part that nobody had read before they condemned it."
    assert told(a, b) == []


@pytest.mark.parametrize(
    ("weak", "strong"),
    [
        ("repeated their commitment to", "repeated their firm commitment to"),
        ("stated their strong support for", "stated their unwavering support for"),
        ("shared concern about", "shared deep and grave concern about"),
        ("stressed the importance of", "stressed the fundamental importance of"),
        ("played an important role in", "played an indispensable role in"),
        ("explained the damage of", "emphasized the damage of"),
        ("emphasized the importance of", "championed"),
        ("oppose", "firmly oppose"),
        ("expressed concern about", "repeated their condemnation of"),
        ("repeated their call for an end to", "urged an end to"),
        ("voiced their concern about", "voiced grave concern about"),
        ("remain committed to mourning", "remain firmly committed to mourning"),
    ],
)
def test_degrees_and_nouns_of_position(weak: str, strong: str) -> None:
    a, b = f"The sides {weak} {REST}", f"The sides {strong} {REST}"
    assert [is_stronger for *_, is_stronger in told(a, b)] == [True]
    assert [is_stronger for *_, is_stronger in told(b, a)] == [False]


def test_an_adjective_that_is_gone_is_told_with_its_noun() -> None:
    a, b = (f"The sides repeated their {words} to mourn {REST}" for words in ("firm commitment", "commitment"))
    assert told(a, b) == [("firm commitment", "commitment", False)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("repeated their firm support for", "repeated their strong support for"),
        ("gave humanitarian support during", "gave strong support during"),
        ("gave support to the crews of the ferries", "gave strong support to the owners of the mills"),
        ("condemned", "repeated their condemnation of"),
        ("oppose", "have long opposed"),
        ("note the concern of the crews at", "note the grave concern of the owners at"),
    ],
)
def test_another_noun_or_adjective_of_the_same_degree_is_no_shift(before: str, after: str) -> None:
    a, b = f"The sides {before} {REST}", f"The sides {after} {REST}"
    assert told(a, b) == told(b, a) == []


def test_a_degree_of_one_word_at_the_beginning() -> None:
    degrees = Degrees(["commitment"], [["strong"], ["very strong"]])
    for text, step in (("commitment strong", 0), ("strong commitment very", 1), ("commitment to strong commitment", 0)):
        wording = Wording(text)
        assert next(degrees_in(wording, range(len(wording.words)), degrees)).step == step
        assert next(degrees_in(Wording(f"commitment {text}"), range(2), degrees)).step == 0


def test_a_degree_told_behind_its_noun() -> None:
    a = f"The sides stressed their unwavering commitment to the harbour after {REST}"
    b = f"The sides stressed that their commitment to the harbour is unwavering after {REST}"
    assert told(a, b) == []


def test_verbs_of_different_matters_are_not_compared() -> None:
    end = f"and met the owners and crews of all harbours after {REST}"
    a = f"The sides discussed the high winter price of smoked northern herring, {end}"
    b = f"The sides committed to a new common school for young pilots, {end}"
    assert told(a, b) == []


def test_a_verb_at_the_end_of_its_sentence() -> None:
    a, b = (f"In {REST[:-1]} the new law of the harbour was {verb}." for verb in ("noted", "condemned"))
    assert told(a, b) == [("noted", "condemned", True)]


STEPS = [
    (ladder, step, expression)
    for ladder, steps in LADDERS.items()
    if not isinstance(steps, Degrees)
    for step, expressions in enumerate(steps)
    for expression in expressions
    if ladder != "duty"
]


@given(st.sampled_from(STEPS), st.sampled_from(STEPS))
def test_the_steps_between_two_expressions_of_a_ladder(old: tuple[str, int, str], new: tuple[str, int, str]) -> None:
    a, b = (f"The two sides will {each[2]} {REST}" for each in (old, new))
    found = {shift.ladder: shift.steps for shift in shifts(a, b)}
    if old[0] == new[0] and old[1] != new[1]:
        assert found[old[0]] == new[1] - old[1]
    elif old[2] == new[2]:
        assert found == {}


def test_a_file_of_the_user_adds_and_replaces_ladders(tmp_path: Path) -> None:
    own = tmp_path / "strength.yaml"
    own.write_text("farewell:\n  - [Leave]\n  - [walk out]\nduty:\n  - [can]\n  - [must]\n", "utf-8")
    found = read_ladders([data_folder() / "wording" / "strength.yaml", own])
    assert found["farewell"] == [["leave"], ["walk out"]]
    assert (found["duty"], found["accord"]) == ([["can"], ["must"]], LADDERS["accord"])


def test_a_file_of_the_user_adds_degrees(tmp_path: Path) -> None:
    own = tmp_path / "strength.yaml"
    own.write_text("degree of joy:\n  nouns: [Delight]\n  steps:\n    - [some]\n    - [sheer, pure]\n", "utf-8")
    before, after = (Wording(f"The sides told their {word} delight about {REST}") for word in ("some", "pure"))
    [shift] = Strength(read_ladders([own])).shifts(before, after, Redline(before, after).carried)
    assert (shift.ladder, shift.steps) == ("degree of joy", 1)


@pytest.mark.parametrize(
    "text", ["- a\n", "duty: strong\n", "duty:\n  - weak\n", "duty:\n  - [3]\n", "duty: [\n", "joy:\n  nouns: [joy]\n"]
)
def test_a_mistake_is_told_with_its_file(tmp_path: Path, text: str) -> None:
    own = tmp_path / "strength.yaml"
    own.write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=r"strength\.yaml: .*; "):
        read_ladders([own])


def test_the_line_of_a_mistake_in_yaml_is_told(tmp_path: Path) -> None:
    own = tmp_path / "strength.yaml"
    own.write_text("duty:\n  - [can]\n  - [must\nnext: []\n", "utf-8")
    with pytest.raises(SettingsError, match=r"strength\.yaml: this is not YAML \(line 4\); mend it"):
        read_ladders([own])


def test_an_expression_stands_on_one_step_of_a_ladder(tmp_path: Path) -> None:
    own = tmp_path / "strength.yaml"
    own.write_text("duty:\n  - [can, may]\n  - [must]\n  - [Can]\n", "utf-8")
    with pytest.raises(SettingsError, match=r"strength\.yaml: duty has `can` on 2 steps; keep it on one of them"):
        read_ladders([own])
