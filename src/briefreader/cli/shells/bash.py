"""Writes the completions for bash."""

from collections.abc import Iterable, Mapping

from briefreader.cli.arguments import GLOBAL_OPTIONS, Command, Option
from briefreader.cli.shells.completed import SHELL_NAMES, Kind, kind_of_value, kinds, options, with_values

_HEAD = """\
# Completions of briefreader for bash; `briefreader completion bash` prints them.

# Add words of the library to the answer, each quoted: nothing in them is expanded.
_briefreader_known() {
    local line
    while IFS= read -r line; do
        COMPREPLY+=("$(printf '%q' "$line")")
    done < <(briefreader completion "$1" "${library[@]}" -- "${cur//\\\\/}" 2>/dev/null)
}

_briefreader_files() {
    compopt -o filenames 2>/dev/null
    local IFS=$'\\n'
    COMPREPLY+=($(compgen "$1" -- "$cur"))
}

_briefreader() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= word at
    local -a library=()
    COMPREPLY=()
    if [[ $cur == = ]]; then
        cur=
    elif [[ $prev == = ]]; then
        prev=${COMP_WORDS[COMP_CWORD-2]}
    fi
    for ((at = 1; at < COMP_CWORD; at++)); do
        word=${COMP_WORDS[at]}
        case $word in
"""


def script(commands: Mapping[str, Command]) -> str:
    """Return the completions of commands."""
    return "".join((_HEAD, *_parts(commands)))


def _parts(commands: Mapping[str, Command]) -> Iterable[str]:
    yield f"            {'|'.join(with_values(commands))})\n"
    yield "                [[ ${COMP_WORDS[at+1]} == = ]] && ((at++))\n"
    yield '                [[ $word == --library ]] && library=(--library "${COMP_WORDS[at+1]/#\\~/$HOME}")\n'
    yield "                ((at++)) ;;\n"
    yield "            --sample) library=(--sample) ;;\n"
    yield "            -*|=) ;;\n"
    yield "            *) [[ $command ]] || command=$word ;;\n"
    yield "        esac\n    done\n"
    yield "    case $command:$prev in\n"
    for command in commands.values():
        yield from (line for option in command.options for line in _value(command.name, option))
    yield from (line for option in GLOBAL_OPTIONS for line in _value("*", option))
    yield "    esac\n"
    yield "    if [[ $cur == -* ]]; then\n        case $command in\n"
    for command in commands.values():
        yield f"            {command.name}) {_words(option.name for option in options(command))} ;;\n"
    yield f"            *) {_words(option.name for option in GLOBAL_OPTIONS)} ;;\n"
    yield "        esac\n        return\n    fi\n"
    yield "    case $command in\n"
    yield f"        '') {_words(commands)} ;;\n"
    for command in commands.values():
        if acts := "; ".join(map(_act, kinds(command))):
            yield f"        {command.name}) {acts} ;;\n"
    yield "    esac\n}\n\ncomplete -F _briefreader briefreader\n"


def _value(command: str, option: Option) -> Iterable[str]:
    """Yield the case for the value of an option; a value that cannot be completed is left to the person."""
    if option.value:
        kind = kind_of_value(option)
        act = _words(option.choices) if option.choices else _act(kind) if kind else ""
        yield f"        {command}:{option.name}) {f'{act}; ' if act else ''}return ;;\n"


def _words(words: Iterable[str]) -> str:
    return f'COMPREPLY=($(compgen -W "{" ".join(words)}" -- "$cur"))'


def _act(kind: Kind) -> str:
    match kind:
        case "ids" | "series":
            return f"_briefreader_known --{kind}"
        case "files":
            return "_briefreader_files -f"
        case "folders":
            return "_briefreader_files -d"
        case "shells":
            return _words(SHELL_NAMES)
