"""The keys that a person gives the commands in config.yaml, and the mistakes that the reader tells and survives."""

from pathlib import Path

import hypothesis
import pytest
from hypothesis import strategies as st

from briefreader.config import SettingLine, Settings, load
from briefreader.ui.key_commands import COMMANDS, Command
from briefreader.ui.key_table import KeyTable, flaw_notice
from briefreader.ui.screens.address import AddressScreen
from briefreader.ui.screens.key_help import HelpView
from reader_pilot import Start

FOUR = (
    Command("down", "down,j", "↓ j", "down", "Down", "Move"),
    Command("mark", "M", "M", "mark", "Mark; {help} tells more", "List"),
    Command("help", "question_mark", "?", "help", "Help", "Program"),
    Command("palette", "ctrl+p", "Ctrl+P", "palette", "All commands by name", "Program"),
    Command("quit", "q", "q Ctrl+Q", "app.quit", "Quit", "Program"),
)


def settings(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "config.yaml"
    path.write_text(text, "utf-8")
    return load(path)


def table(tmp_path: Path, lines: str) -> KeyTable:
    return KeyTable(settings(tmp_path, f"keys:\n{lines}").keys, FOUR)


def keys(table: KeyTable) -> dict[str, str]:
    return {command.id: command.shown for command in table.commands}


FIRST = {"down": "↓ j", "mark": "M", "help": "?", "palette": "Ctrl+P", "quit": "q Ctrl+Q"}


def test_commands_get_the_keys_that_the_settings_name(tmp_path: Path) -> None:
    changed = table(tmp_path, '  mark: "+"\n  down: [j, down, Ctrl+N]\n  quit: F10\n  help: none\n')
    assert keys(changed) == FIRST | {"mark": "+", "down": "j ↓ Ctrl+N", "quit": "F10 Ctrl+Q", "help": ""}
    assert changed.keys("down") == ["j", "down", "ctrl+n"]
    assert changed.problems == ()


def test_two_commands_swap_their_keys(tmp_path: Path) -> None:
    changed = table(tmp_path, '  mark: "?"\n  help: M\n')
    assert keys(changed) == FIRST | {"mark": "?", "help": "M"}
    assert changed.problems == ()


@pytest.mark.parametrize(
    ("lines", "line", "told"),
    [
        ("  mrak: x\n", 2, "there is no command 'mrak'; did you mean mark?"),
        ("  zzz: x\n", 2, "there is no command 'zzz'; the commands are down, mark, help, palette, quit"),
        ("  help: F1\n  mark: Ctlr+x\n", 3, "mark: there is no key 'Ctlr+x'; did you mean Ctrl+X?"),
        ("  mark: hello\n", 2, "mark: there is no key 'hello'; write keys such as Ctrl+F, PgDn, x or none"),
        ("  mark: [x, none]\n", 2, "mark: there is no key 'none'; write keys such as Ctrl+F, PgDn, x or none"),
        ("  mark: j\n", 2, "mark cannot have j, which is the key of down; give down another key or none"),
        ("  down: x\n  mark: x\n", 3, "mark cannot have x, which is the key of down; give down another key or none"),
        ("  mark: Ctrl+Q\n", 2, "mark cannot have Ctrl+Q, because it always quits; give it another key"),
        ("  mark: Ctrl+C\n", 2, "mark cannot have Ctrl+C, because it says how to quit; give it another key"),
        ("  mark: 5\n", 2, "mark cannot have 5, because digits count, as in 5j; give it another key"),
        ("  mark: #\n", 2, "mark needs a value; write `keys: {undo: u, down: [j, Ctrl+N]}`, signs in quotes"),
        ("  mark: {a: b}\n", 2, "mark needs a value; write `keys: {undo: u, down: [j, Ctrl+N]}`, signs in quotes"),
        ("  help: F1\n  mark: x\n  mark: y\n", 4, "mark is set twice; keep one of the lines"),
        ("  [a, b]: x\n", 2, "a name is one word; write `keys: {undo: u, down: [j, Ctrl+N]}`"),
        ("  - mark\n", 2, "keys are names of commands with keys; write `keys: {undo: u, down: [j, Ctrl+N]}`"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_changes_no_key(tmp_path: Path, lines: str, line: int, told: str) -> None:
    changed = table(tmp_path, lines)
    assert [str(problem) for problem in changed.problems] == [f"{tmp_path}/config.yaml, line {line}: {told}"]
    assert flaw_notice(changed.problems) == f"config.yaml, line {line}: {told}"
    right = {"help": "F1"} if "help: F1" in lines else {"down": "x"} if "down: x" in lines else {}
    assert keys(changed) == FIRST | right | ({"mark": "x"} if "mark: y" in lines else {})


def test_a_command_that_goes_back_to_its_key_takes_it_from_others(tmp_path: Path) -> None:
    changed = table(tmp_path, "  help: M\n  mark: j\n")
    assert keys(changed) == FIRST
    assert [problem.what for problem in changed.problems] == [
        "help cannot have M, which is the key of mark",
        "mark cannot have j, which is the key of down",
    ]


def test_several_mistakes_are_counted(tmp_path: Path) -> None:
    changed = table(tmp_path, "  mark: hello\n  zzz: x\n  yyy: x\n")
    told = flaw_notice(changed.problems)
    assert told.startswith("config.yaml, line 2 (2 more: briefreader check): ")
    assert told.endswith("x or none")


def test_sentences_name_the_changed_keys(tmp_path: Path) -> None:
    changed = table(tmp_path, "  help: F1\n  mark: none\n  down: none\n")
    assert changed.filled("{help} helps, {quit} quits") == "F1 helps, q quits"
    assert changed.filled("mark it with {mark}") == "mark it with Ctrl+P mark"
    assert changed.line(changed.commands[1]) == "Mark; F1 tells more"
    assert changed.line(changed.commands[2]) == "Help (F1)"


def test_commands_of_the_reader_share_a_key_only_for_one_action_of_several_panes() -> None:
    actions: dict[str, set[str]] = {}
    for command in COMMANDS:
        for key in command.keys.split(","):
            actions.setdefault(key, set()).add(command.action.rpartition(".")[2])
    assert {key: names for key, names in actions.items() if len(names) > 1} == {}
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


WRITTEN = st.sampled_from(["j", "k", "}", "M", "Ctrl+N", "Esc", "none", "Ctrl+Q", "7", "nonsense", "N", "F5", "/", ""])
LINES = st.lists(
    st.builds(
        SettingLine,
        st.sampled_from([*(command.id for command in COMMANDS), "unknown"]),
        st.lists(WRITTEN, min_size=1, max_size=3).map(tuple),
        st.integers(1, 99).map("config.yaml, line {}".format),
    ),
    max_size=12,
    unique_by=lambda line: line.name,
)


@hypothesis.settings(
    derandomize=True, deadline=None, max_examples=60, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
@hypothesis.given(LINES)
def test_whatever_is_written_no_command_takes_the_key_of_another(lines: list[SettingLine]) -> None:
    changed = KeyTable(lines)
    owners: dict[str, set[str]] = {}
    for command in changed.commands:
        for key in changed.keys(command.id):
            owners.setdefault(key, set()).add(command.action.rpartition(".")[2])
    assert {key: names for key, names in owners.items() if len(names) > 1} == {}
    assert not {"ctrl+q", "ctrl+c", "7"} & owners.keys()
    assert [command.id for command in changed.commands] == [command.id for command in COMMANDS]
    asked = {line.name for line in lines}
    told = {problem.where for problem in changed.problems}
    for command, first in zip(changed.commands, COMMANDS, strict=True):
        if command != first:
            assert command.id in asked
    for line in lines:
        kept = line.name in changed.keymap or line.values == ("none",)
        assert kept or line.where in told


def test_commands_that_share_a_key_may_keep_it(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text('keys: {next-section: ["}", F6]}', "utf-8")
    assert KeyTable(load(path).keys).problems == ()


def test_every_label_can_be_filled() -> None:
    assert "{" not in "".join(KeyTable().filled(command.label) for command in COMMANDS)


async def test_the_reader_obeys_the_changed_keys_and_names_them(start: Start, tmp_path: Path) -> None:
    changed = settings(
        tmp_path, "keys: {next-name: F7, dossier: none, help: F1, search: [F3, x], kill-name: K, down: k, up: j}\n"
    )
    async with start(settings=changed) as reader:
        assert "F1 help" in reader.status_text
        first = reader.screen.brief_list.cursor
        await reader.press("k")
        assert reader.screen.brief_list.cursor == first + 1
        await reader.press("j", "down")
        assert reader.screen.brief_list.cursor == first
        await reader.press("K")
        assert "F7 selects the next one" in reader.status_text
        await reader.press("f3", "x", "slash", "f3", "k")
        assert reader.screen.search_bar.input.value == "x/k"
        await reader.press("escape", "escape", "f1")
        await reader.until(lambda: reader.app.screen is not reader.screen)
        await reader.until(lambda: "F3 x" in reader.screen_text)


async def test_sentences_that_are_made_in_threads_name_the_changed_keys(start: Start, tmp_path: Path) -> None:
    changed = settings(tmp_path, "keys: {undo: F6, save: F7, mark: F8}")
    async with start(settings=changed) as reader:
        await reader.press("*")
        await reader.until(lambda: "F6 undoes it" in reader.status_text)
        await reader.press("S")
        await reader.until(lambda: "F7 saves the one in the bar" in reader.screen_text)


async def test_a_key_that_types_stays_a_letter_in_the_search_bar(start: Start, tmp_path: Path) -> None:
    changed = settings(tmp_path, "keys: {read: [l, Enter], back: [h, Esc], switch-pane: [Tab, Backspace]}")
    async with start(settings=changed) as reader:
        await reader.press("slash", *"hall", "backspace")
        assert reader.screen.search_bar.input.value == "hal"
        await reader.press("escape", "escape", "l")
        assert reader.screen.focused is reader.screen.article
        await reader.press("h")
        assert reader.screen.focused is reader.screen.brief_list


async def test_lists_on_top_of_the_reader_have_the_changed_keys_too(start: Start, tmp_path: Path) -> None:
    changed = settings(tmp_path, "keys: {down: Ctrl+N, up: none, address: K, snippets: O, help: F1}")
    async with start(settings=changed, brief="edscg-4-2023-09-15") as reader:
        await reader.press("f1", "ctrl+n", "ctrl+n")
        assert reader.app.screen.query_one(HelpView).top == 2
        await reader.press("k", "j")
        assert reader.app.screen.query_one(HelpView).top == 1
        await reader.press("f1")
        assert reader.app.screen is reader.screen
        await reader.press("K")
        assert isinstance(reader.app.screen, AddressScreen)
        await reader.press("o", "j")
        assert isinstance(reader.app.screen, AddressScreen)
        await reader.press("K")
        assert reader.app.screen is reader.screen


async def test_control_p_is_free_once_the_palette_has_another_key(start: Start, tmp_path: Path) -> None:
    changed = settings(tmp_path, "keys: {palette: F2, up: Ctrl+P, down: Ctrl+N}")
    async with start(settings=changed) as reader:
        first = reader.screen.brief_list.cursor
        await reader.press("ctrl+n", "ctrl+n", "ctrl+p")
        assert reader.screen.brief_list.cursor == first + 1
        await reader.press("f2")
        await reader.until(lambda: reader.app.screen is not reader.screen)


async def test_a_mistake_is_told_at_the_start_and_until_a_key(start: Start, tmp_path: Path) -> None:
    changed = settings(tmp_path, "keys:\n  sort: o\n  snippets: K\n")
    async with start(settings=changed) as reader:
        assert "config.yaml, line 2: sort cannot have o, which is the key of address" in reader.status_text
        await reader.press("j")
        assert "config.yaml" not in reader.status_text
        await reader.press("s")
        assert reader.screen.status.message


async def test_control_q_ends_whatever_the_settings_say(start: Start, tmp_path: Path) -> None:
    changed = settings(tmp_path, "keys: {quit: none, sort: Ctrl+Q}")
    async with start(settings=changed) as reader:
        await reader.press("slash", "q")
        assert reader.screen.search_bar.input.value == "q"
        await reader.press("ctrl+q")
        assert reader.app.return_code == 0
