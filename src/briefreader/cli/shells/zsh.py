"""Writes the completions for zsh."""

from collections.abc import Iterable, Mapping

from briefreader.cli.arguments import GLOBAL_OPTIONS, Command, Option
from briefreader.cli.shells.completed import SHELL_NAMES, Kind, kind_of_value, kinds, options

_HEAD = """\
#compdef briefreader
# Completions of briefreader for zsh; `briefreader completion zsh` prints them.

_briefreader_library() {
    [[ -n ${opt_args[--library]} ]] && library=(--library ${~${(Q)opt_args[--library]}})
    (( ${+opt_args[--sample]} )) && library=(--sample)
}

_briefreader_known() {
    local -a known
    _briefreader_library
    known=(${(f)"$(briefreader completion $1 $library -- "${(Q)PREFIX}" 2>/dev/null)"})
    compadd -a known
}

"""
_ACTIONS: Mapping[Kind, str] = {
    "ids": " _briefreader_known --ids",
    "series": " _briefreader_known --series",
    "files": "_files",
    "folders": "_files -/",
    "shells": f"({' '.join(SHELL_NAMES)})",
}


def script(commands: Mapping[str, Command]) -> str:
    """Return the completions of commands."""
    return "".join((_HEAD, *_parts(commands)))


def _parts(commands: Mapping[str, Command]) -> Iterable[str]:
    yield "_briefreader_commands() {\n    local -a commands=(\n"
    yield from (f"        {_quoted(f'{each.name}:{each.summary}')}\n" for each in commands.values())
    yield "    )\n    _describe -t commands command commands\n}\n\n"
    for command in commands.values():
        if len(kinds(command)) > 1:
            acts = "; ".join(_ACTIONS[kind].strip() for kind in kinds(command))
            yield f"_briefreader_words_of_{command.name}() {{ {acts} }}\n\n"
    yield "_briefreader() {\n    local curcontext=$curcontext state line ret=1\n    local -a library\n"
    yield "    typeset -A opt_args\n"
    yield f"    _arguments -C {_specs(GLOBAL_OPTIONS)} \\\n"
    yield "        ': :_briefreader_commands' '*::: :->words' && ret=0\n"
    yield "    if [[ $state == words ]]; then\n        _briefreader_library\n"
    yield '        words=($line[1] "${words[@]}")\n        (( CURRENT += 1 ))\n'
    yield "        curcontext=${curcontext%:*:*}:briefreader-$line[1]:\n        case $line[1] in\n"
    for command in commands.values():
        yield f"            {command.name})\n"
        yield f"                _arguments {_specs(options(command), 20)}{_rest(command)} && ret=0 ;;\n"
    yield '        esac\n    fi\n    return ret\n}\n\n_briefreader "$@"\n'


def _specs(known: Iterable[Option], indent: int = 8) -> str:
    return "".join(f"\\\n{' ' * indent}{_spec(option)} " for option in known).rstrip()


def _spec(option: Option) -> str:
    told = "".join(f"\\{sign}" if sign in "[]:\\" else sign for sign in option.help)
    if not option.value:
        return _quoted(f"{option.name}[{told}]")
    kind = kind_of_value(option)
    action = f"({' '.join(option.choices)})" if option.choices else _ACTIONS[kind] if kind else " "
    return _quoted(f"{option.name}=[{told}]:{option.value}:{action}")


def _rest(command: Command) -> str:
    found = kinds(command)
    if not found:
        return ""
    action = _ACTIONS[found[0]] if len(found) == 1 else f"_briefreader_words_of_{command.name}"
    words = "".join(sign for sign in command.words if sign not in ":[]")
    return " \\\n" + " " * 20 + _quoted(f"*:{words}:{action}")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
