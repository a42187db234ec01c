"""Filter patterns over JSON messages: { $.level = "ERROR" && $.ms > 100 }."""

import fnmatch
import json
import re
from collections.abc import Callable
from typing import Any

from moto.logs.exceptions import InvalidParameterException
from moto.logs.utils import EventMessageFilter

from corrections.replacing import replaces

TOKEN = re.compile(r'\s*(\(|\)|&&|\|\||!=|>=|<=|=|>|<|"(?:[^"\\]|\\.)*"|[^\s()&|=<>!"]+)')
COMPARE: dict[str, Callable[[float, float], bool]] = {
    ">": lambda a, b: a > b,
    "<": lambda a, b: a < b,
    ">=": lambda a, b: a >= b,
    "<=": lambda a, b: a <= b,
}
_MISSING = object()


@replaces(EventMessageFilter)
def __init__(original: Any, self: EventMessageFilter, pattern: str) -> None:
    """A pattern in braces matches JSON messages by their fields; moto lets every message through."""
    if pattern and pattern.strip().startswith("{"):
        self.filter_type = JsonPattern(pattern.strip())  # type: ignore[assignment]
    else:
        original(self, pattern)


class JsonPattern:
    def __init__(self, pattern: str) -> None:
        self._tokens = TOKEN.findall(pattern.strip("{} \t\n"))
        self._place = 0
        self._matches = self._or()
        if self._place < len(self._tokens):
            raise InvalidParameterException(f"Invalid filter pattern: {pattern}")

    def matches(self, message: str) -> bool:
        try:
            event = json.loads(message)
        except ValueError:
            return False
        return isinstance(event, (dict, list)) and self._matches(event)

    def _next(self) -> str:
        if self._place >= len(self._tokens):
            raise InvalidParameterException("Invalid filter pattern: unexpected end")
        self._place += 1
        return self._tokens[self._place - 1]

    def _peek(self) -> str | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _or(self) -> Callable[[Any], bool]:
        parts = [self._and()]
        while self._peek() == "||":
            self._next()
            parts.append(self._and())
        return lambda event: any(part(event) for part in parts)

    def _and(self) -> Callable[[Any], bool]:
        parts = [self._term()]
        while self._peek() == "&&":
            self._next()
            parts.append(self._term())
        return lambda event: all(part(event) for part in parts)

    def _term(self) -> Callable[[Any], bool]:
        if self._peek() == "(":
            self._next()
            inner = self._or()
            self._next()
            return inner
        path, operator = self._next(), self._next()
        if operator.upper() in ("IS", "NOT"):
            return _state(path, operator.upper(), self._next().upper())
        return _comparison(path, operator, self._next())


def _state(path: str, operator: str, word: str) -> Callable[[Any], bool]:
    if operator == "NOT":
        return lambda event: find(event, path) is _MISSING
    value = {"TRUE": True, "FALSE": False, "NULL": None}[word]
    return lambda event: find(event, path) is value


def _comparison(path: str, operator: str, wanted: str) -> Callable[[Any], bool]:
    text = json.loads(wanted) if wanted.startswith('"') else wanted
    if operator in COMPARE:
        return lambda event: _number(find(event, path)) and COMPARE[operator](find(event, path), float(text))

    def equal(event: Any) -> bool:
        found = find(event, path)
        if found is _MISSING:
            return False
        if _number(found) and re.fullmatch(r"-?\d+(\.\d+)?", text):
            return bool(found == float(text))
        return fnmatch.fnmatchcase(found if isinstance(found, str) else json.dumps(found), text)

    return equal if operator == "=" else lambda event: find(event, path) is not _MISSING and not equal(event)


def _number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def find(event: Any, path: str) -> Any:
    """The value at $.a.b[0], or something that nothing equals."""
    for name, index in re.findall(r"\.([^.\[\]]+)|\[(\d+)\]", path):
        try:
            event = event[name] if name else event[int(index)]
        except (KeyError, IndexError, TypeError):
            return _MISSING
    return event


def missing(value: Any) -> bool:
    return value is _MISSING
