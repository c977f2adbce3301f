"""Options stand anywhere, a query keeps its dashes, and every mistake is explained with status 2."""

import pytest

from briefreader.cli.arguments import Request, understand
from briefreader.cli.command_help import COMMANDS
from briefreader.cli.commands import RUN
from briefreader.model import UsageError
from cli.conftest import Run


def request(*arguments: str) -> Request:
    return understand(arguments, COMMANDS)


def test_every_command_can_be_run() -> None:
    assert RUN.keys() == COMMANDS.keys()


def test_a_query_keeps_a_word_with_a_dash() -> None:
    asked = request("search", "extended", "-nuclear", "--limit", "5", '-"joint statement"')
    assert asked.query == 'extended -nuclear -"joint statement"'
    assert asked.options == {"--limit": "5"}
    assert request("read", "-nuclear").query == "-nuclear"


def test_options_stand_before_and_after_the_command() -> None:
    for arguments in (
        ("--library", "x", "--json", "list"),
        ("list", "--json", "--library", "x"),
        ("--json", "list", "--library=x"),
    ):
        assert request(*arguments).options == {"--library": "x", "--json": ""}


def test_two_dashes_end_the_options() -> None:
    assert request("search", "--", "--limit", "-h").words == ("--limit", "-h")
    assert request("show", "--", "-strange-id").words == ("-strange-id",)


def test_a_single_dash_is_standard_input() -> None:
    assert request("add", "-").words == ("-",)


def test_help_and_version_ask_for_nothing_else() -> None:
    assert request("show", "--help").has("--help")
    assert request("-h").command is None
    assert request("search", "x", "-h").has("--help")
    assert request("--version", "show").has("--version")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["serach", "x"], "there is no command 'serach'; did you mean search?"),
        (["frobnicate", "x"], "there is no command 'frobnicate'"),
        (["--limt", "5"], "there is no option --limt"),
        (["search", "--limt", "5"], "did you mean --limit?"),
        (["-x", "list"], "there is no option -x"),
        (["list", "-x"], "list has no option -x"),
        (["list", "word"], "list takes no words"),
        (["show"], "show takes ID"),
        (["show", "a", "b"], "show takes ID"),
        (["add"], "add takes PATH..."),
        (["remove"], "remove takes ID..."),
        (["annotate"], "annotate takes FILE...|-"),
        (["open"], "open takes ID|FILE"),
        (["search", "x", "--limit"], "--limit needs a value"),
        (["search", "x", "--limit", "many"], "--limit cannot be 'many'"),
        (["search", "x", "--limit=-1"], "--limit cannot be '-1'"),
        (["search", "x", "--limit", "²"], "--limit cannot be"),
        (["search", "x", "--sort", "title"], "choose date or relevance"),
        (["list", "--json=yes"], "--json takes no value"),
        (["list", "--library", ""], "--library needs a value"),
        (["list", "--sample", "--library", "x"], "name two libraries"),
        (["remove", "x", "--json"], "remove has no --json"),
        (["paths", "--json"], "paths has no --json"),
        (["read", "--json"], "read has no --json"),
        (["--json"], "the reader has no --json"),
    ],
)
def test_a_mistake_is_explained(run: Run, arguments: list[str], words: str) -> None:
    with pytest.raises(UsageError) as told:
        request(*arguments)
    assert words in str(told.value)
    answer = run(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == f"briefreader: {told.value}\n"


def test_a_mistake_cannot_write_to_the_terminal(run: Run) -> None:
    answer = run("list", "--\x1b[31mred\x9b2J\n")
    assert answer.status == 2
    assert "\x1b" not in answer.err
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], *[[name] for name in COMMANDS]])
def test_help_names_every_option_and_gives_examples(run: Run, arguments: list[str]) -> None:
    answer = run(*arguments, "--help")
    assert (answer.status, answer.err) == (0, "")
    command = COMMANDS[arguments[0]] if arguments else None
    named = {"--library DIR", "--sample", "--plain", "--help", "--version"}
    named |= {option.name for option in command.options} if command else set(COMMANDS)
    named |= {"--json"} if not command or command.json else set()
    assert all(name in answer.out for name in named)
    assert "Examples:\n  briefreader" in answer.out or "briefreader add" in answer.out
    assert max(map(len, answer.out.splitlines())) <= 80
    assert "\x1b" not in answer.out


def test_help_and_version_never_look_at_the_library(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("--library", "/nowhere", "list", "--help").status == 0
    answer = run("--version", "--library", "/nowhere")
    assert answer.out.startswith("briefreader ")
    assert answer == run("--version")


def test_examples_are_understood() -> None:
    import shlex

    for command in COMMANDS.values():
        for example, _ in command.examples:
            words = shlex.split(example.partition(" | grep")[0].rpartition("| ")[2])
            assert words[0] == "briefreader"
            assert request(*words[1:]).command is command
