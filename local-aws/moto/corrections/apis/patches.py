"""Patch operations: `{"op": "replace", "path": "/uri", "value": "..."}`."""

from typing import Any

from corrections.apis.errors import bad_request

OPERATIONS = ("add", "remove", "replace", "copy", "move", "test")


def parts(path: str) -> list[str]:
    """The names in a patch path; a slash within a name is written ~1."""
    if not path.startswith("/"):
        raise bad_request(f"Invalid patch path {path}")
    return [part.replace("~1", "/").replace("~0", "~") for part in path[1:].split("/")]


def check(operations: list[dict[str, Any]]) -> None:
    for operation in operations:
        if operation.get("op") not in OPERATIONS:
            raise bad_request(f"Invalid patch operation '{operation.get('op')}', must be one of: {', '.join(OPERATIONS)}")
        parts(operation.get("path") or "")


def change(mapping: dict[str, Any], operation: dict[str, Any], name: str) -> None:
    """One entry of a map of strings."""
    if operation["op"] == "remove":
        mapping.pop(name, None)
    else:
        mapping[name] = operation.get("value")
