"""Where a text stands in what this AWS holds: for tests that something was written down nowhere.

Everything is looked at that is kept for any service: objects with all their versions, items, executions with their histories, messages,
logs, metrics, what the corrections remember, and the files of the state folder.
"""

import os
import sys
import types
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

from moto.core.base_backend import BackendDict, BaseBackend
from moto.s3.models import FakeKey

import settings
from routes import route

_OWN = str(Path(__file__).parent)
_LEAVES = (int, float, complex, bool, type(None), type, types.ModuleType, types.FunctionType, types.MethodType, Thread)
# A service that another one knows is a keeper of its own.
_OTHERS = (BackendDict, BaseBackend)
# They hold programs, not what somebody sent.
_PROGRAMS = ("antlr4", "boto3", "botocore", "jinja2", "werkzeug", "logging", "re")
_LONGEST_PATH = 200


@route("GET", "contents")
def contents(query: dict[str, str], body: Any) -> Any:
    """Of every keeper that has the text, one place where it stands."""
    text = query["text"]
    found = {keeper: place for keeper, kept in _keepers() if (place := _find(text, kept))}
    return found | ({"files": place} if (place := _find_file(text)) else {})


def _keepers() -> Iterator[tuple[str, Any]]:
    for name, module in list(sys.modules.items()):
        if name.startswith("moto."):
            for service in [one for one in list(vars(module).values()) if isinstance(one, BackendDict)]:
                yield service.service_name, [vars(one) for account in list(service.values()) for one in list(account.values())]
        elif str(getattr(module, "__file__", None) or "").startswith(_OWN):
            yield name, dict(vars(module))


def _find(text: str, kept: Any) -> str | None:
    seen: set[int] = set()
    data = text.encode()
    waiting = [(kept, "")]
    while waiting:
        one, path = waiting.pop()
        if isinstance(one, _LEAVES + _OTHERS) or id(one) in seen:
            continue
        if isinstance(one, str | bytes | bytearray):
            if (text in one) if isinstance(one, str) else (data in one):
                return path[:_LONGEST_PATH]
            continue
        seen.add(id(one))
        waiting += [(part, f"{path}/{name}") for name, part in _parts(one)]
    return None


def _parts(one: Any) -> list[tuple[str, Any]]:
    if isinstance(one, dict):
        # As it is: what keeps versions of objects shows only the newest.
        items = list(dict.items(one))
        return [("(key)", key) for key, _ in items] + [(str(key)[:40], value) for key, value in items]
    if isinstance(one, list | tuple | set | frozenset | deque):
        return [(str(index), part) for index, part in enumerate(list(one))]
    if type(one).__module__.split(".")[0] in _PROGRAMS:
        return []
    slots = [(name, getattr(one, name, None)) for kind in type(one).__mro__ for name in getattr(kind, "__slots__", ())]
    # The content of an object of S3 is a file.
    content = [("content", one.value)] if isinstance(one, FakeKey) else []
    return content + slots + list(getattr(one, "__dict__", {}).items())


def _find_file(text: str) -> str | None:
    data = text.encode()
    for folder, _, names in os.walk(settings.STATE):
        for name in names:
            path = Path(folder, name)
            try:
                if path.is_file() and data in path.read_bytes():
                    return str(path)
            except OSError:
                # It went away meanwhile, or is no file to read.
                continue
    return None
