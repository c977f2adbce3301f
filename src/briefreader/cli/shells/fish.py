"""Writes the completions for fish."""

from collections.abc import Iterable, Mapping

from briefreader.cli.arguments import GLOBAL_OPTIONS, Command, Option
from briefreader.cli.shells.completed import SHELL_NAMES, Kind, kind_of_value, kinds, with_values

_HEAD = """\
# Completions of briefreader for fish; `briefreader completion fish` prints them.

function __briefreader_command
    set -l words (commandline -opc)
    set -e words[1]
    set -l skip 0
    for word in $words
        if test $skip = 1
            set skip 0
            continue
        end
        switch $word
            case %s
                set skip 1
            case '-*'
            case '*'
                echo $word
                return 0
        end
    end
    return 1
end

function __briefreader_is
    set -l command (__briefreader_command)
    and contains -- $command $argv
end

function __briefreader_known
    set -l words (commandline -opc)
    set -l library
    if contains -- --sample $words
        set library --sample
    else if set -l at (contains -i -- --library $words)
        set library --library $words[(math $at + 1)]
    end
    briefreader completion $argv $library -- (commandline -ct) 2>/dev/null
end

complete -c briefreader -f
"""
_ARGUMENTS: Mapping[Kind, str] = {
    "ids": "(__briefreader_known --ids)",
    "series": "(__briefreader_known --series)",
    "folders": "(__fish_complete_directories (commandline -ct))",
    "shells": " ".join(SHELL_NAMES),
}


def script(commands: Mapping[str, Command]) -> str:
    """Return the completions of commands."""
    return "".join((_HEAD % " ".join(with_values(commands)), *_parts(commands)))


def _parts(commands: Mapping[str, Command]) -> Iterable[str]:
    for command in commands.values():
        told = _quoted(command.summary)
        yield f"complete -c briefreader -n 'not __briefreader_command' -a {command.name} -d {told}\n"
    answering = " ".join(command.name for command in commands.values() if command.json)
    conditions = {"--json": f" -n '__briefreader_is {answering}'"}
    yield from (_option(option, conditions.get(option.name, "")) for option in GLOBAL_OPTIONS)
    for command in commands.values():
        condition = f" -n '__briefreader_is {command.name}'"
        yield from (_option(option, condition) for option in command.options)
        for kind in kinds(command):
            words = "-F" if kind == "files" else f"-a {_quoted(_ARGUMENTS[kind])}"
            yield f"complete -c briefreader{condition} {words}\n"


def _option(option: Option, condition: str) -> str:
    value = ""
    if option.value:
        kind = kind_of_value(option)
        words = " ".join(option.choices) or (_ARGUMENTS[kind] if kind and kind != "files" else "")
        value = " -r -F" if kind == "files" else f" -x -a {_quoted(words)}" if words else " -x"
    return f"complete -c briefreader{condition} -l {option.name.removeprefix('--')}{value} -d {_quoted(option.help)}\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
