"""Resource types, each made of API calls.

    @kind("AWS::SNS::Topic", "TopicName DisplayName", replaced_by="TopicName")
    class Topic:
        @staticmethod
        def create(context, properties): return physical_id, attributes
        @staticmethod
        def update(context, physical_id, properties, before): return changed attributes, or None
        @staticmethod
        def delete(context, physical_id, properties): ...

The properties named are those that the class applies; any other is refused, so that none is silently ignored.
"""

import importlib
import random
import string
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import ClientError

from stacks import services
from stacks.errors import ResourceFailure

MODULES = (
    "functions", "roles", "tables", "buckets", "topics", "queues", "events", "schedules", "machines", "logs", "alarms", "rest_apis", "keys"
)
SUFFIX = string.ascii_uppercase + string.digits


@dataclass(frozen=True)
class Context:
    """Where a resource is made."""

    account: str
    region: str
    stack_name: str
    stack_id: str
    logical_id: str
    stack_tags: dict[str, str]

    def call(self, service: str, operation: str, **parameters: Any) -> dict[str, Any]:
        return services.call(service, self.region, operation, parameters)

    def name(self, longest: int = 64) -> str:
        """A name for a resource that the template does not name."""
        tail = "-" + "".join(random.choices(SUFFIX, k=12))
        return f"{self.stack_name}-{self.logical_id}"[: longest - len(tail)] + tail

    def tags(self, properties: dict[str, Any]) -> dict[str, str]:
        own = properties.get("Tags") or {}
        own = own if isinstance(own, dict) else {one["Key"]: str(one["Value"]) for one in own}
        system = {"stack-name": self.stack_name, "stack-id": self.stack_id, "logical-id": self.logical_id}
        return self.stack_tags | own | {f"aws:cloudformation:{key}": value for key, value in system.items()}

    def tag_list(self, properties: dict[str, Any]) -> list[dict[str, str]]:
        return [{"Key": key, "Value": value} for key, value in self.tags(properties).items()]


@dataclass(frozen=True)
class _Kind:
    handler: Any
    properties: frozenset[str]
    required: frozenset[str]
    replaced_by: frozenset[str]


_kinds: dict[str, _Kind] = {}


def kind(name: str, properties: str, required: str = "", replaced_by: str = "") -> Callable[[Any], Any]:
    """`replaced_by`: properties whose change needs a new resource; `*` stands for all."""

    def register(handler: Any) -> Any:
        known = frozenset(properties.split())
        _kinds[name] = _Kind(handler, known, frozenset(required.split()), known if replaced_by == "*" else frozenset(replaced_by.split()))
        return handler

    return register


def known(name: str) -> bool:
    return name in _kinds


def replaced(name: str, changed: set[str]) -> bool:
    return bool(_kinds[name].replaced_by & changed)


def create(context: Context, name: str, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    _check(name, properties)
    return _kinds[name].handler.create(context, properties)


def update(context: Context, name: str, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> dict[str, Any] | None:
    _check(name, properties)
    return _kinds[name].handler.update(context, physical_id, properties, before)


def delete(context: Context, name: str, physical_id: str, properties: dict[str, Any]) -> None:
    try:
        _kinds[name].handler.delete(context, physical_id, properties)
    except ClientError as error:
        # Somebody was faster: what should be gone is gone.
        code = error.response["Error"]["Code"]
        if not any(word in code for word in ("NotFound", "NoSuch", "NonExistent", "DoesNotExist")):
            raise


def _check(name: str, properties: dict[str, Any]) -> None:
    unknown = sorted(set(properties) - _kinds[name].properties)
    if unknown:
        raise ResourceFailure(
            f"Encountered unsupported property {unknown[0]} (the local AWS applies to {name}: {', '.join(sorted(_kinds[name].properties))})"
        )
    missing = sorted(_kinds[name].required - set(properties))
    if missing:
        raise ResourceFailure(f"Properties validation failed for resource with message: #: required key [{missing[0]}] not found")


def true(value: Any) -> bool:
    """Templates say true and "true"."""
    return str(value).lower() == "true"


def given(properties: dict[str, Any], *names: str) -> dict[str, Any]:
    """The properties of these names that are there."""
    return {name: properties[name] for name in names if name in properties}


def load() -> None:
    for module in MODULES:
        importlib.import_module(f"stacks.resources.{module}")
