"""What a new template would do to a stack: the preview of a change set."""

from dataclasses import dataclass
from typing import Any

from stacks import resources
from stacks.scope import LATER, Scope
from stacks.stack import Resource


@dataclass
class Change:
    action: str
    logical_id: str
    type: str
    physical_id: str | None = None
    replacement: bool = False
    properties: tuple[str, ...] = ()


def preview(current: dict[str, Resource], scope: Scope, planned: dict[str, Resource]) -> list[Change]:
    """`planned` is what the scope finds: it is filled on the way, so that what depends on a new resource is seen to change."""
    changes = []
    for name in scope.order():
        body, existing = scope.bodies[name], current.get(name)
        if existing is None:
            changes.append(Change("Add", name, body["Type"]))
            continue
        planned[name] = existing
        change = compare(name, body["Type"], existing, scope.properties(name))
        if change:
            changes.append(change)
            planned[name] = _after(existing, change)
    removed = [Change("Remove", name, one.type, one.physical_id) for name, one in current.items() if name not in scope.bodies]
    return changes + removed


def compare(name: str, kind: str, existing: Resource, properties: dict[str, Any]) -> Change | None:
    """None when the resource is as wanted."""
    if kind != existing.type:
        return Change("Modify", name, kind, existing.physical_id, replacement=True)
    changed = tuple(
        sorted(key for key in set(properties) | set(existing.properties) if properties.get(key) != existing.properties.get(key))
    )
    if not changed:
        return None
    replacement = resources.replaced(kind, set(changed))
    return Change("Modify", name, kind, existing.physical_id, replacement, changed)


def _after(existing: Resource, change: Change) -> Resource:
    later = {key: LATER for key in existing.attributes} if change.replacement else existing.attributes
    return Resource(
        existing.logical_id, existing.type, LATER if change.replacement else existing.physical_id, later, existing.properties,
        existing.needs
    )


def described(change: Change) -> dict[str, Any]:
    """The ResourceChange of DescribeChangeSet."""
    shown: dict[str, Any] = {
        "Action": change.action, "LogicalResourceId": change.logical_id, "ResourceType": change.type, "Scope": [], "Details": []
    }
    if change.physical_id:
        shown["PhysicalResourceId"] = change.physical_id
    if change.action == "Modify":
        shown["Replacement"] = "True" if change.replacement else "False"
        shown["Scope"] = ["Properties"]
        shown["Details"] = [
            {
                "Target": {"Attribute": "Properties", "Name": name, "RequiresRecreation": "Always" if change.replacement else "Never"},
                "Evaluation": "Static",
                "ChangeSource": "DirectModification",
            }
            for name in change.properties
        ]
    return shown
