"""Brings resources/translations up to date: `make translations`.

Everything the window can say is found in the source, by its syntax tree: `self.tr("…")` and `translate("Context", "…")`
in the window, and the sentences made below it (errors, lamps, repairs), which the window translates at its edge
(`ringodesk_qt/ui/sentences.py`). Qt's lupdate merges them into a .ts a language, for Qt Linguist; lrelease makes the
.qm that the program reads. lupdate's own reader of Python is not asked: it passes over a count that is not a bare name.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "ringodesk_qt"
TRANSLATIONS = ROOT / "resources" / "translations"
CATALOGUE = TRANSLATIONS / "sentences.json"
LANGUAGES = ("de", "el")
WINDOW = ("ui", "desktop.py", "first_screen.py")
QT_WORDS = {
    "QGuiApplication": ("QT_LAYOUT_DIRECTION",),  # LTR or RTL
    "QPlatformTheme": ("&No", "&Yes", "Apply", "Cancel", "Close", "Discard", "OK", "Open", "Reset", "Retry", "Save"),
    "QWidgetTextControl": ("&Copy", "&Paste", "&Redo", "&Undo", "Copy &Link Location", "Cu&t", "Delete", "Select All"),
    "QLineEdit": ("&Copy", "&Paste", "&Redo", "&Undo", "Cu&t", "Delete", "Select All"),
    "QAbstractSpinBox": ("&Select All", "&Step up", "Step &down"),
    "QFileDialog": (
        *("&Choose", "&Delete", "&New Folder", "&Open", "&Rename", "&Save", "All Files (*)", "Back", "Computer"),
        *("Create New Folder", "Detail View", "Directory:", "File &name:", "Files of type:", "Find Directory"),
        *("Forward", "List View", "Look in:", "Open", "Parent Directory", "Save As", "Show &hidden files"),
    ),
    "QShortcut": (
        *("Alt", "Backspace", "Ctrl", "Del", "Delete", "Down", "End", "Enter", "Esc", "Home", "Ins", "Left", "Menu"),
        *("Meta", "PgDown", "PgUp", "Return", "Right", "Shift", "Space", "Tab", "Up"),
    ),
}
"""What Qt itself says in our windows, by its contexts: not for every language has it a translation of its own."""
SENTENCES = "Sentences"
"""The context of what is said below the window."""

BELOW = ("api", "checking", "core", "models", "receiver", "store", "tunnel")
BELOW_FILES = ("calls.py", "engine.py", "network.py", "paths.py", "receiving.py", "spelling.py", "vault.py")
SILENT = {
    "checking/bundle.py": "a bundle is in English, for whoever helps; what cannot be written is told by core's words",
    "checking/redaction.py": "likewise",
    "core/transfer/page.py": "a page has its words from page_words",
    "core/transfer/page_words.py": "the command line's page is in English; the window's words are in ui/page_words",
    "core/transfer/page_style.py": "likewise",
    "core/transfer/text_files.py": "likewise, an exported text",
    "core/inbox.py": "what became of a notification is told to the command line and the log alone",
    "core/intake.py": "likewise",
    "receiver/verdicts.py": "answers to whoever calls the receiver",
    "receiver/connection.py": "likewise",
    "receiver/request.py": "likewise",
    "receiver/parse.py": "why a notification was not understood: for the journal and the command line",
}
"""Modules below the window whose words it never shows, and why."""
SPOKEN_ARGUMENTS = {
    "Lamp": ("words",),
    "Repair": ("sentence", "action_label"),
    "Presence": (0,),
    "set": (2,),  # a hop's words, in core/health.py
    "passed": ("words",),
    "_stop_at": (2, 3),
    "_light": (2,),
    "_not_reached": (2, 3),
}
"""Words that are shown though they may be no sentence: by who is called, the arguments that hold them."""
SPOKEN_ALONE = frozenset({"Call"})
"""Likewise, wherever they stand."""
UNSPOKEN = frozenset(
    {
        # Marks in what others write.
        *("client session established", "session closed", "terminating session", "tunnel session started"),
        *("expected after", "field larger", "unexpected end of data"),
        *("Expecting ',' delimiter", "Expecting ':' delimiter", "expecting '{' at the beginning"),
        # Mistakes in a program that uses the library.
        *("Give a {name}(…), not {name2}.", "The client given as `http` must be an httpx.AsyncClient."),
        *("The API key must be text (a str), not {name}.", "The file must be a path, not {name}."),
        *("Say whom it is from: number(…) or sender_id(…).", "The number in sent_from"),
        "Say whom it is to: Recipient(extension=…) or Recipient(userid=…).",
        "Say which call it was: CallActivity(duration_s=…, caller=…, called=…).",
        "Say who wrote it: Direction.OUTGOING for us, Direction.INCOMING for the user.",
        "{what} must be text (a str), not {name}. Ids and numbers are text too.",
        "The time {isoformat} has no time zone. Say which: for instance tzinfo=UTC.",
        "A time must be a datetime with a time zone.",
        *("number {uid}", "{words} or {words2}", "Application Support", "Bearer {key}", "Host: 127.0.0.1:{web_port}"),
        "# Written by Ringodesk, to start its ngrok agent.",
        "%Y-%m-%d at %H:%M",
        *("a read must not write", "the work raised {name}", "The database is not open."),
    }
)
"""What looks like a sentence and is never shown."""
UNSPOKEN_CALLS = frozenset({"compile", "cast", "TypeVar", "create_task", "Thread", "getLogger", "NewType", "getenv"})
UNSPOKEN_KEYWORDS = frozenset({"name", "encoding", "key", "doc"})
_CODE = re.compile(
    r"\b(SELECT|INSERT|UPDATE|DELETE|PRAGMA|WHERE|ORDER BY|SAVEPOINT|RELEASE|ROLLBACK|setpriv|exec|printf|unset|kill)\b"
    r"| (=|>|<|<=) \?|\\b|\$|^id, |[|]{2}"
)
"""SQL, patterns, columns, a script."""


@dataclass(frozen=True, order=True)
class Phrase:
    """Something to be translated. `has_count` is set where its form depends on a number."""

    context: str
    source: str
    comment: str = ""
    has_count: bool = False


# ---------------------------------------------------------------- the window's own words


def window_phrases(root: Path = PACKAGE) -> set[Phrase]:
    """What the window's code translates."""
    return {phrase for path in window_files(root) for phrase in _Reader(path).phrases()}


def window_files(root: Path = PACKAGE) -> list[Path]:
    """The source of the window."""
    places = [root / place for place in WINDOW]
    return [file for place in places for file in (sorted(place.rglob("*.py")) if place.is_dir() else [place])]


class _Reader(ast.NodeVisitor):
    """Finds the calls of `tr` and `translate` in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._classes: list[str] = []
        self._found: set[Phrase] = set()

    def phrases(self) -> set[Phrase]:
        self.visit(ast.parse(self._path.read_text()))
        return self._found

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = called(node)
        if name == "tr":
            self._add(node, self._classes[-1] if self._classes else "", node.args)
        elif name == "translate" and node.args and literal(node.args[0]):
            self._add(node, literal(node.args[0]), node.args[1:])
        self.generic_visit(node)

    def _add(self, node: ast.Call, context: str, args: list[ast.expr]) -> None:
        source = literal(args[0]) if args else ""
        if not source or not context:
            raise SystemExit(f"{self._path}:{node.lineno}: what is translated must be a literal, in a class's method")
        comment = literal(args[1]) if len(args) > 1 else ""
        has_count = len(args) > 2 or any(one.arg == "n" for one in node.keywords)
        if has_count and called(node) == "tr":
            # WORKAROUND: what Qt for Python's `tr` finds for the class of the object it takes for a translation as soon
            # as it is not the source itself, and a count makes it another: in a subclass it would stay English.
            raise SystemExit(f'{self._path}:{node.lineno}: a count goes through translate("{context}", …)')
        self._found.add(Phrase(context, source, comment, has_count))


def called(node: ast.Call) -> str:
    """The name of what is called, without where it comes from."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def literal(node: ast.expr) -> str:
    """A literal text, or nothing."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


# ---------------------------------------------------------------- the sentences made below it


def sentences(root: Path = PACKAGE) -> list[str]:
    """Templates of all that may be said below the window: `{host} did not answer in time.`"""
    found = {template for path in below_files(root) for template in _Spoken(path, _our_errors(root)).templates()}
    return sorted(found)


def below_files(root: Path = PACKAGE) -> list[Path]:
    """The source of what is below the window and may be heard there."""
    files = [file for place in BELOW for file in sorted((root / place).rglob("*.py"))]
    files += [root / name for name in BELOW_FILES]
    return [file for file in files if file.relative_to(root).as_posix() not in SILENT]


def _our_errors(root: Path) -> frozenset[str]:
    tree = ast.parse((root / "errors.py").read_text())
    return frozenset(node.name for node in tree.body if isinstance(node, ast.ClassDef))


class _Spoken:
    """Finds in a file what may become a sentence, or a part of one."""

    def __init__(self, path: Path, errors: frozenset[str]) -> None:
        self._tree = ast.parse(path.read_text())
        self._errors = errors
        self._constants = dict(_constants(self._tree))

    def templates(self) -> Iterator[str]:
        yield from self._spoken_words()
        silent = self._silent()
        for node in ast.walk(self._tree):
            if id(node) in silent or not isinstance(node, ast.Constant | ast.JoinedStr):
                continue
            texts = map(str.strip, self._template(node).split("\n"))
            yield from (text for text in texts if text in SPOKEN_ALONE or _is_sentence(text))

    def _spoken_words(self) -> Iterator[str]:
        """Short words in the places where all words are shown."""
        for node in ast.walk(self._tree):
            places = SPOKEN_ARGUMENTS.get(called(node), ()) if isinstance(node, ast.Call) else ()
            values = [node.args[place] for place in places if isinstance(place, int) and len(node.args) > place]
            values += [one.value for one in getattr(node, "keywords", ()) if getattr(one, "arg", None) in places]
            for value in values:
                template = self._template(value)
                if any(map(str.isalpha, re.sub(r"\{\w*\}", "", template))):
                    yield template

    def _silent(self) -> set[int]:
        """The nodes inside what is not said to anybody."""
        silent: set[int] = set()
        for node in ast.walk(self._tree):
            for part in self._silent_parts(node):
                silent.update(id(one) for one in ast.walk(part))
            if isinstance(node, ast.JoinedStr):  # its pieces; not what is put into it, which may be a text of its own
                silent.update(id(piece) for piece in node.values if isinstance(piece, ast.Constant))
        return silent

    def _silent_parts(self, node: ast.AST) -> Iterator[ast.AST]:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and self._is_foreign(node.exc):
            yield node.exc
        elif isinstance(node, ast.AnnAssign | ast.arg) and node.annotation is not None:
            yield node.annotation
        elif isinstance(node, ast.Dict):
            yield from filter(None, node.keys)
        elif isinstance(node, ast.Compare):  # a mark that is looked for
            yield from (node.left, *node.comparators)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if node.returns is not None:
                yield node.returns
            if node.name == "__repr__":
                yield node
        elif isinstance(node, ast.Call):
            if _is_log(node) or called(node) in UNSPOKEN_CALLS:
                yield node
            yield from (one.value for one in node.keywords if one.arg in UNSPOKEN_KEYWORDS)

    def _is_foreign(self, node: ast.Call) -> bool:
        return called(node) not in self._errors and called(node)[:1].isupper()

    def _template(self, node: ast.expr) -> str:
        if isinstance(node, ast.Name) and node.id in self._constants:
            return self._constants[node.id]
        if not isinstance(node, ast.JoinedStr):
            return literal(node)
        pieces = (literal(piece) or self._field(piece) for piece in node.values)
        return _with_distinct_fields("".join(pieces))

    def _field(self, piece: ast.expr) -> str:
        if not isinstance(piece, ast.FormattedValue):
            return ""
        value = piece.value
        if isinstance(value, ast.Name) and value.id in self._constants:
            return self._constants[value.id]
        return f"{{{_name_of(value)}}}"


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and literal(node.value):
            yield node.targets[0].id, literal(node.value)


def _name_of(value: ast.expr) -> str:
    """What stands for a value in a template: the last word of the expression."""
    verbs = {id(one.func) for one in ast.walk(value) if isinstance(one, ast.Call)}
    nouns = [one for one in ast.walk(value) if isinstance(one, ast.Name | ast.Attribute) and id(one) not in verbs]
    names = [one.attr for one in nouns if isinstance(one, ast.Attribute)][:1]
    names = names or [one.id for one in nouns if isinstance(one, ast.Name)][-1:]
    return names[0].strip("_") if names else "part"


def _with_distinct_fields(template: str) -> str:
    seen: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:
        name = match[1]
        seen[name] = seen.get(name, 0) + 1
        return f"{{{name}{seen[name] if seen[name] > 1 else ''}}}"

    return re.sub(r"\{(\w+)\}", numbered, template)


def _is_log(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") in ("log", "logging", "logger")


def _is_sentence(template: str) -> bool:
    words = re.sub(r"\{\w*\}", "…", template).strip()
    is_spoken = re.search(r"[a-z]{2,}[,;:.]? \S|\S [a-z]{2,}", words) is not None
    return is_spoken and not _CODE.search(template) and template not in UNSPOKEN


# ---------------------------------------------------------------- what Qt's tools make of it


def update() -> None:
    """Writes the catalogue, the .ts and the .qm files."""
    spoken = sentences()
    CATALOGUE.write_text(json.dumps(spoken, ensure_ascii=False, indent=0) + "\n")
    with tempfile.TemporaryDirectory() as folder:
        merge(all_phrases(), Path(folder), TRANSLATIONS)
    for ts in sorted(TRANSLATIONS.glob("*.ts")):
        release(ts, ts.with_suffix(".qm"))


def all_phrases() -> set[Phrase]:
    """Everything there is to translate."""
    qt_words = {Phrase(context, word) for context, words in QT_WORDS.items() for word in words}
    return window_phrases() | {Phrase(SENTENCES, one) for one in sentences()} | qt_words


def merge(phrases: set[Phrase], scratch: Path, folder: Path) -> None:
    """Has lupdate bring what is new into the .ts files, and take out what is no more."""
    source = scratch / "phrases.cpp"
    source.write_text(as_cpp(phrases))
    options = ["-no-obsolete", "-locations", "none", "-sort-messages", "-silent", "-source-language", "en"]
    for language in LANGUAGES:
        run(
            "lupdate",
            str(source),
            *options,
            "-target-language",
            language,
            "-ts",
            str(folder / f"ringodesk_{language}.ts"),
        )
    run(
        "lupdate",
        str(source),
        *options,
        "-pluralonly",
        "-target-language",
        "en",
        "-ts",
        str(folder / "ringodesk_en.ts"),
    )


def as_cpp(phrases: set[Phrase]) -> str:
    """The phrases in the language that lupdate reads best."""
    return "".join(map(_cpp_line, sorted(phrases)))


def _cpp_line(phrase: Phrase) -> str:
    texts = ", ".join(_cpp_text(text) for text in (phrase.context, phrase.source, phrase.comment))
    return f"QCoreApplication::translate({texts}{', n' if phrase.has_count else ''});\n"


def _cpp_text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def release(ts: Path, qm: Path) -> None:
    """Has lrelease make a .qm."""
    run("lrelease", "-silent", str(ts), "-qm", str(qm))


def run(tool: str, *arguments: str) -> None:
    """Runs one of Qt's tools, from this Python's environment."""
    program = Path(sys.executable).parent / f"pyside6-{tool}"
    subprocess.run([program, *arguments], check=True)


if __name__ == "__main__":
    update()
