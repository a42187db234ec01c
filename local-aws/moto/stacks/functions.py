"""Intrinsic functions: from what a template says to the values that it means."""

import base64
import json
import re
from collections.abc import Callable
from typing import Any

from stacks.errors import StackError

NOTHING = object()
ZONES = "abc"


class Resolver:
    """`attribute(name, path)` answers Ref (path None) and GetAtt of a resource; `imported(name)` an export."""

    def __init__(
        self,
        template: dict[str, Any],
        names: dict[str, Any],
        attribute: Callable[[str, str | None], Any],
        imported: Callable[[str], Any],
    ) -> None:
        self._mappings = template.get("Mappings") or {}
        self._conditions = template.get("Conditions") or {}
        self._names = names
        self._attribute = attribute
        self._imported = imported

    def resolve(self, value: Any) -> Any:
        """NOTHING where the value is AWS::NoValue."""
        if isinstance(value, list):
            return [item for item in map(self.resolve, value) if item is not NOTHING]
        if not isinstance(value, dict):
            return value
        if len(value) == 1:
            key, argument = next(iter(value.items()))
            if key == "Ref":
                return self._ref(argument)
            if key == "Condition" and isinstance(argument, str) and argument in self._conditions:
                return self.condition(argument)
            if key.startswith("Fn::"):
                return self._call(key, argument)
        resolved = {key: self.resolve(part) for key, part in value.items()}
        return {key: part for key, part in resolved.items() if part is not NOTHING}

    def condition(self, name: str) -> bool:
        if name not in self._conditions:
            raise StackError(f"Template format error: Unresolved condition {name}")
        return self._truth(self._conditions[name])

    def _truth(self, value: Any) -> bool:
        return str(self.resolve(value)).lower() == "true"

    def _ref(self, name: str) -> Any:
        if name == "AWS::NoValue":
            return NOTHING
        return self._names[name] if name in self._names else self._attribute(name, None)

    def _call(self, key: str, argument: Any) -> Any:
        function = _FUNCTIONS.get(key)
        if function is None:
            raise StackError(f"Template error: the local AWS has no intrinsic function {key}")
        return function(self, argument)

    def _get_att(self, argument: Any) -> Any:
        name, path = argument.split(".", 1) if isinstance(argument, str) else (argument[0], self.resolve(argument[1]))
        return self._attribute(name, path)

    def _sub(self, argument: Any) -> str:
        text, own = (argument, {}) if isinstance(argument, str) else (argument[0], argument[1])
        values = {name: self.resolve(part) for name, part in own.items()}

        def replace(match: "re.Match[str]") -> str:
            name = match.group(1).strip()
            if name.startswith("!"):
                return "${" + name[1:] + "}"
            if name in values:
                return str(values[name])
            return str(self._ref(name) if "." not in name else self._get_att(name))

        return re.sub(r"\$\{([^}]+)\}", replace, text)

    def _join(self, argument: Any) -> str:
        return str(argument[0]).join(str(part) for part in self.resolve(argument[1]))

    def _select(self, argument: Any) -> Any:
        return self.resolve(argument[1])[int(self.resolve(argument[0]))]

    def _split(self, argument: Any) -> list[str]:
        return str(self.resolve(argument[1])).split(argument[0])

    def _if(self, argument: Any) -> Any:
        return self.resolve(argument[1] if self.condition(argument[0]) else argument[2])

    def _find_in_map(self, argument: Any) -> Any:
        name, first, second, *rest = (self.resolve(part) for part in argument)
        found = self._mappings.get(name, {}).get(str(first), {}).get(str(second), NOTHING)
        if found is NOTHING and rest:
            return rest[0]["DefaultValue"]
        if found is NOTHING:
            raise StackError(f"Template error: Unable to get mapping for {name}::{first}::{second}")
        return self.resolve(found)

    def _equals(self, argument: Any) -> bool:
        left, right = (self.resolve(part) for part in argument)
        return _text(left) == _text(right)

    def _zones(self, argument: Any) -> list[str]:
        region = self.resolve(argument) or self._names["AWS::Region"]
        return [f"{region}{zone}" for zone in ZONES]


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


_FUNCTIONS: dict[str, Callable[[Resolver, Any], Any]] = {
    "Fn::GetAtt": Resolver._get_att,
    "Fn::Sub": Resolver._sub,
    "Fn::Join": Resolver._join,
    "Fn::Select": Resolver._select,
    "Fn::Split": Resolver._split,
    "Fn::If": Resolver._if,
    "Fn::FindInMap": Resolver._find_in_map,
    "Fn::GetAZs": Resolver._zones,
    "Fn::Equals": Resolver._equals,
    "Fn::Not": lambda self, argument: not self._truth(argument[0]),
    "Fn::And": lambda self, argument: all(self._truth(part) for part in argument),
    "Fn::Or": lambda self, argument: any(self._truth(part) for part in argument),
    "Fn::ImportValue": lambda self, argument: self._imported(self.resolve(argument)),
    "Fn::Base64": lambda self, argument: base64.b64encode(str(self.resolve(argument)).encode()).decode(),
    "Fn::ToJsonString": lambda self, argument: json.dumps(self.resolve(argument)),
    "Fn::Length": lambda self, argument: len(self.resolve(argument)),
}
