"""Paths of state machines and rules: one parser for all, and each text is parsed once.

jsonpath-ng makes its tables again for every text.
"""

import functools
import threading
from typing import Any

import moto.stepfunctions.parser.asl.utils.json_path as json_path
from jsonpath_ng.ext.parser import ExtentedJsonPathParser

_parser = ExtentedJsonPathParser()
# It keeps its place in the text that it parses.
_turn = threading.Lock()


@functools.lru_cache(maxsize=4096)
def parsed(path: str) -> Any:
    with _turn:
        return _parser.parse(path)


def apply() -> None:
    json_path.parse = parsed  # type: ignore[assignment]
