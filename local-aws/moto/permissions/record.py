"""Which statements allowed something, so that a test can show that no permission is unused, and what was refused."""

import threading
from collections.abc import Iterator
from typing import Any

from moto.iam.models import iam_backends

import settings
from permissions.evaluation import Match, listed, statements
from routes import route

_used: dict[tuple[str, Match], str] = {}
_denied: dict[tuple[str, str, str], str] = {}
_lock = threading.Lock()


def note(role_arn: str, matches: list[Match], action: str) -> None:
    """A statement counts when nothing else allows the same: without it the call would have failed."""
    if len(matches) == 1:
        with _lock:
            _used.setdefault((role_arn, matches[0]), action)


def note_denied(who: str, action: str, resource: str, reason: str) -> None:
    with _lock:
        _denied.setdefault((who, action, resource), reason)


@route("GET", "permissions/denied")
def denied(query: dict[str, str], body: Any) -> Any:
    """What was refused, once each."""
    with _lock:
        found = list(_denied.items())
    return [{"Who": who, "Action": action, "Resource": resource, "Reason": reason} for (who, action, resource), reason in found]


@route("GET", "permissions/used")
def used(query: dict[str, str], body: Any) -> Any:
    with _lock:
        found = list(_used.items())
    return [
        {
            "RoleArn": role, "Policy": match.policy, "Statement": match.statement, "Action": match.action, "Resource": match.resource,
            "For": action
        }
        for (role, match), action in found
    ]


@route("GET", "permissions/unused")
def unused(query: dict[str, str], body: Any) -> Any:
    """Actions and resources of inline policies that nothing has needed yet; ?role=<beginning of the name> for some roles.

    A resource of a statement counts when any action of the statement needed it.
    """
    with _lock:
        found = set(_used)
    roles = [role for role in list(iam_backends[settings.ACCOUNT]["aws"].roles.values()) if role.name.startswith(query.get("role", ""))]
    return [one for role in roles for policy, document in role.policies.items() for one in _unused(role, policy, document, found)]


def _unused(role: Any, policy: str, document: Any, found: set[tuple[str, Match]]) -> Iterator[dict[str, str]]:
    matches = {match for arn, match in found if arn == role.arn and match.policy == policy}
    for statement, parts in statements(document):
        if parts.get("Effect") == "Deny":
            continue
        for element, used_ones in (
            ("Action", {m.action for m in matches if m.statement == statement}),
            ("Resource", {m.resource for m in matches if m.statement == statement})
        ):
            for pattern in listed(parts.get(element)):
                if pattern not in used_ones:
                    yield {"RoleArn": role.arn, "Policy": policy, "Statement": statement, element: pattern}


@route("DELETE", "permissions/used")
def forget(query: dict[str, str], body: Any) -> Any:
    with _lock:
        _used.clear()
        _denied.clear()
    return {}
