"""`completion`: a script for bash, zsh or fish, written from the grammar, so that it knows what the grammar knows.

The script asks this program for names of contacts and chats; they come from the home's database, read without the
network and without anything being written.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from ringodesk_qt.console.arguments import build_parser, verbs_of
from ringodesk_qt.console.grammar import PROGRAM, Parser
from ringodesk_qt.console.output import Output
from ringodesk_qt.errors import RingodeskError

_FILES = {"PATH", "FILE", "DIR"}
_LISTED = {"TO": "contacts", "CHAT": "chats"}


@dataclass(frozen=True, slots=True)
class Argument:
    """One option or positional: its spellings, what it takes (choices, "file", "contacts", "chats", "" or None)."""

    options: tuple[str, ...]
    takes: tuple[str, ...] | str | None
    says: str


def completion(args: argparse.Namespace, out: Output) -> int:
    """Prints the script, or with --list the names a script asks for."""
    if args.listed:
        for name in _listed(args.listed, args.home):
            sys.stdout.write(f"{name}\n")
        return 0
    script = scripts()[args.shell]
    if out.is_json:
        out.put({"shell": args.shell, "script": script}, "")
    else:
        sys.stdout.write(script)
        sys.stdout.flush()
    return 0


def scripts() -> dict[str, str]:
    """All of them, by the names of the shells."""
    parser = build_parser()
    return {"bash": _bash(parser), "zsh": _zsh(parser), "fish": _fish(parser)}


def _listed(kind: str, folder: str | None) -> list[str]:
    """Extensions and chat numbers from the database as it lies there; nothing where there is none."""
    from ringodesk_qt.paths import home  # noqa: PLC0415 - the script itself does without the database
    from ringodesk_qt.store.database import Database  # noqa: PLC0415 - see above
    from ringodesk_qt.store.tables import SqliteTables  # noqa: PLC0415 - see above

    path = home(folder).database
    if not path.exists():
        return []
    try:
        database = Database(path, is_read_only=True)
        try:
            tables = SqliteTables(database)
            people = [one for account in tables.accounts.all() for one in tables.contacts.all(account.id)]
            listed = people if kind == "contacts" else [chat.contact for chat in tables.chats.all()]
        finally:
            database.close()
    except (RingodeskError, RuntimeError):
        return []
    return sorted({one.extension for one in listed if one.extension.isalnum()})


def arguments_of(verb: Parser) -> list[Argument]:
    """A verb's options and positionals, hidden ones left out."""
    return [
        Argument(
            tuple(action.option_strings),
            _takes(action),
            (action.help or "").replace("%(default)s", str(action.default)),
        )
        for action in verb._actions
        if action.help != argparse.SUPPRESS
    ]


def _takes(action: argparse.Action) -> tuple[str, ...] | str | None:
    if action.nargs == 0:
        return None
    if action.choices:
        return tuple(str(choice) for choice in action.choices)
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    if metavar in _LISTED and not action.option_strings:
        return _LISTED[metavar]
    return "file" if metavar in _FILES else ""


# ---------------------------------------------------------------- bash


def _bash(parser: Parser) -> str:
    verbs = verbs_of(parser)
    cases = "\n".join(_bash_case(name, verb) for name, verb in verbs.items())
    return f"""# bash completion for {PROGRAM}; written by `{PROGRAM} completion bash`
_ringodesk_cli() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} verb=${{COMP_WORDS[1]}}
    local options= values= positional=
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "{" ".join(verbs)} --help --version" -- "$word"))
        return
    fi
    case $verb in
{cases}
    *) return ;;
    esac
    [ -n "$values" ] || case $word in
    -*) values="words:$options" ;;
    *) values=$positional ;;
    esac
    case $values in
    words:*) COMPREPLY=($(compgen -W "${{values#words:}}" -- "$word")) ;;
    file) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$word")) ;;
    contacts|chats) COMPREPLY=($(compgen -W "$({PROGRAM} completion bash --list "$values" 2>/dev/null)" -- "$word")) ;;
    esac
}}
complete -F _ringodesk_cli {PROGRAM}
"""


def _bash_case(name: str, verb: Parser) -> str:
    arguments = arguments_of(verb)
    options = " ".join(option for argument in arguments for option in argument.options)
    after = "\n".join(
        f"        {'|'.join(one.options)}) values={_bash_values(one.takes)} ;;"
        for one in arguments
        if one.options and one.takes is not None
    )
    return f"""    {name})
        options="{options}" positional={_bash_values(_positional(arguments))}
        case $before in
{after}
        esac ;;"""


def _bash_values(takes: tuple[str, ...] | str | None) -> str:
    if isinstance(takes, tuple):
        return f'"words:{" ".join(takes)}"'
    return f'"{takes or "none"}"'


def _positional(arguments: Iterable[Argument]) -> tuple[str, ...] | str:
    """What stands where no option does: files where a verb takes any, since its first argument is typed as easily."""
    kinds = [one.takes for one in arguments if not one.options and one.takes]
    return kinds[-1] or "" if kinds else ""


# ---------------------------------------------------------------- zsh


def _zsh(parser: Parser) -> str:
    verbs = verbs_of(parser)
    listed = "\n".join(f"        '{name}:{_zsh_text(verb.summary)}'" for name, verb in verbs.items())
    cases = "\n".join(_zsh_case(name, verb) for name, verb in verbs.items())
    return f"""#compdef {PROGRAM}
# zsh completion for {PROGRAM}; written by `{PROGRAM} completion zsh`
_ringodesk_cli_listed() {{
    local -a found
    found=(${{(f)"$({PROGRAM} completion zsh --list $1 2>/dev/null)"}})
    compadd -a found
}}
_ringodesk_cli() {{
    local -a verbs
    verbs=(
{listed}
    )
    if (( CURRENT == 2 )); then
        _describe 'verb' verbs
        return
    fi
    local verb=$words[2]
    shift words
    (( CURRENT-- ))
    case $verb in
{cases}
    esac
}}
if [ "$funcstack[1]" = "_{PROGRAM}" ]; then _ringodesk_cli "$@"; else compdef _ringodesk_cli {PROGRAM}; fi
"""


def _zsh_case(name: str, verb: Parser) -> str:
    specs = " \\\n            ".join(spec for argument in arguments_of(verb) for spec in _zsh_specs(argument))
    return f"    {name})\n        _arguments \\\n            {specs} ;;"


def _zsh_specs(argument: Argument) -> list[str]:
    values = _zsh_values(argument.takes)
    if not argument.options:
        return [f"'*: :{values}'"]
    takes = "" if argument.takes is None else f": :{values}"
    return [f"'{option}[{_zsh_text(argument.says)}]{takes}'" for option in argument.options]


def _zsh_values(takes: tuple[str, ...] | str | None) -> str:
    if isinstance(takes, tuple):
        return f"({' '.join(takes)})"
    if takes == "file":
        return "_files"
    return f"_ringodesk_cli_listed {takes}" if takes else ""


def _zsh_text(text: str) -> str:
    return "".join(f"\\{char}" if char in "[]:\\" else char for char in text.replace("'", "’"))


# ---------------------------------------------------------------- fish


def _fish(parser: Parser) -> str:
    verbs = verbs_of(parser)
    lines = [f"# fish completion for {PROGRAM}; written by `{PROGRAM} completion fish`", f"complete -c {PROGRAM} -f"]
    for name, verb in verbs.items():
        lines.append(f"complete -c {PROGRAM} -n '__fish_is_first_arg' -a {name} -d {_fish_text(verb.summary)}")
        for argument in arguments_of(verb):
            lines.append(_fish_line(name, argument))
    return "\n".join(line for line in lines if line) + "\n"


def _fish_line(verb: str, argument: Argument) -> str:
    begin = f"complete -c {PROGRAM} -n '__fish_seen_subcommand_from {verb}'"
    values = _fish_values(argument.takes)
    if not argument.options:
        return f"{begin} {values}" if values else ""
    names = " ".join(f"-l {one[2:]}" if one.startswith("--") else f"-s {one[1:]}" for one in argument.options)
    takes = "" if argument.takes is None else " -r"
    return f"{begin} {names}{takes}{' ' + values if values else ''} -d {_fish_text(argument.says)}"


def _fish_values(takes: tuple[str, ...] | str | None) -> str:
    if isinstance(takes, tuple):
        return f"-a '{' '.join(takes)}'"
    if takes == "file":
        return "-F"
    return f"-a '({PROGRAM} completion fish --list {takes} 2>/dev/null)'" if takes else ""


def _fish_text(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
