"""What a setting may be, in words: for the sentence about one that is wrong, the command line and the manual."""

from __future__ import annotations

import json
from typing import Any

import msgspec
from msgspec import inspect


def allowed(kind: type[msgspec.Struct], name: str) -> str:
    """What the field of a struct may be: `true or false`, `"light" or "dark"`, `a whole number, 0 or more`."""
    return _words(_type_of(kind, name))


def _type_of(kind: type[msgspec.Struct], name: str) -> inspect.Type:
    found = inspect.type_info(kind)
    assert isinstance(found, inspect.StructType)
    return next(field.type for field in found.fields if field.name == name)


def _words(kind: inspect.Type) -> str:
    match kind:
        case inspect.BoolType():
            return "true or false"
        case inspect.LiteralType():
            return _either([json.dumps(value) for value in kind.values])
        case inspect.IntType():
            return "a whole number" + _range(kind.ge, kind.le)
        case inspect.FloatType():
            return "a number" + _range(kind.ge, kind.le)
        case inspect.StrType():
            return "a text"
        case inspect.DateTimeType():
            return "a moment, as 2026-03-01T08:00:00Z"
        case inspect.VarTupleType() | inspect.ListType() | inspect.SetType() | inspect.FrozenSetType():
            return f"a list, each of it {_words(kind.item_type)}"
        case inspect.StructType():
            return "an object with " + ", ".join(field.encode_name for field in kind.fields)
        case inspect.UnionType():
            return _either([_words(one) for one in kind.types])
        case inspect.NoneType():
            return "null"
        case inspect.Metadata():
            return (kind.extra_json_schema or {}).get("description") or _words(kind.type)
    return "another value"


def must_be(kind: type[msgspec.Struct], name: str) -> str:
    """The same as a sentence, whole: `It must be true or false.`

    None ends with what is put into it: what comes behind would be taken for a part of that (`ui/sentences.py`).
    """
    return _sentence(_type_of(kind, name))


def _sentence(kind: inspect.Type) -> str:
    match kind:
        case inspect.BoolType():
            return "It must be true or false."
        case inspect.LiteralType():
            values = ", ".join(json.dumps(value) for value in kind.values)
            return f"One of {values} must stand there."
        case inspect.IntType():
            return _whole_number(kind.ge, kind.le)
        case inspect.FloatType():
            least, most = f"{kind.ge:g}", f"{kind.le:g}"
            return f"A number from {least} to {most} must stand there."
        case inspect.StrType():
            return "It must be a text in double quotes."
        case inspect.VarTupleType():
            return _list(kind.item_type)
        case inspect.UnionType():
            return "It must be a moment, as 2026-03-01T08:00:00Z, or null."
        case inspect.Metadata(type=inspect.StrType()):
            return "It must be a time of day, as 22:30."
        case inspect.Metadata():
            return _sentence(kind.type)
    return "It must be another value."


def _whole_number(least: int | None, most: int | None) -> str:
    if least is not None and most is not None:
        return f"A whole number from {least} to {most} must stand there."
    return "It must be a whole number." if least is None else f"A whole number of {least} or more must stand there."


def _list(kind: inspect.Type) -> str:
    if isinstance(kind, inspect.LiteralType):
        values = ", ".join(json.dumps(value) for value in kind.values)
        return f"A list in square brackets with any of {values} must stand there."
    assert isinstance(kind, inspect.StructType)
    names = ", ".join(field.encode_name for field in kind.fields)
    return f"A list in square brackets of objects with {names} must stand there."


def _range(least: float | None, most: float | None) -> str:
    if least is not None and most is not None:
        return f" from {least:g} to {most:g}"
    if least is not None:
        return f", {least:g} or more"
    return f", {most:g} or less" if most is not None else ""


def _either(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def shown(value: Any, most: int = 60) -> str:
    """The value as it stands in the file, cut where it is long."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= most else f"{text[:most]}…"


def typed(kind: type[msgspec.Struct], name: str, text: str) -> Any:
    """What was typed for a field, as its value: `true`, `5`, `"dark"`, and `dark` too."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    try:
        msgspec.convert({name: value}, kind)
    except msgspec.ValidationError:
        return text  # a text that looks like something else, as a number
    return value
