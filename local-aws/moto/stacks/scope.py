"""The names that a template's references mean, for one stack at one moment."""

from collections.abc import Callable
from typing import Any

from stacks import parameters, template as templates
from stacks.errors import StackError
from stacks.functions import Resolver
from stacks.stack import Resource, Stack

# What a reference to a resource gives that is not there yet: unlike every real value.
LATER = "{{changeSet:KNOWN_AFTER_APPLY}}"


class Scope:
    """One template with its parameters, resolved against the resources that `found` knows."""

    def __init__(
        self,
        stack: Stack,
        template: dict[str, Any],
        values: dict[str, str],
        found: Callable[[str], Resource | None],
        imported: Callable[[str], Any],
        later: bool = False,
    ) -> None:
        self.template = template
        self._found = found
        self._later = later
        self._resolver = Resolver(template, _names(stack, template, values), self._attribute, imported)
        self.bodies = {
            name: body
            for name, body in template["Resources"].items()
            if "Condition" not in body or self._resolver.condition(body["Condition"])
        }

    def resolve(self, value: Any) -> Any:
        return self._resolver.resolve(value)

    def properties(self, name: str) -> dict[str, Any]:
        resolved = self._resolver.resolve(self.bodies[name].get("Properties") or {})
        return resolved if isinstance(resolved, dict) else {}

    def needs(self, name: str) -> set[str]:
        """Resources that must be there before this one, whatever branch of a condition names them."""
        body = self.bodies[name]
        named = set(templates.references(self._taken(body.get("Properties") or {}))) | set(templates.depends_on(body))
        return {one for one in named if one in self.bodies and one != name}

    def order(self) -> list[str]:
        """Resources, each after those that it needs."""
        waiting, ordered = {name: self.needs(name) for name in self.bodies}, []
        while waiting:
            ready = sorted(name for name, needed in waiting.items() if not needed & set(waiting))
            if not ready:
                raise StackError(f"Circular dependency between resources: [{', '.join(sorted(waiting))}]")
            ordered += ready
            for name in ready:
                del waiting[name]
        return ordered

    def outputs(self) -> list[dict[str, Any]]:
        listed = []
        for key, output in (self.template.get("Outputs") or {}).items():
            if "Condition" in output and not self._resolver.condition(output["Condition"]):
                continue
            one = {"OutputKey": key, "OutputValue": str(self.resolve(output["Value"])), "Description": output.get("Description")}
            if output.get("Export"):
                one["ExportName"] = self.resolve(output["Export"]["Name"])
            listed.append({name: value for name, value in one.items() if value is not None})
        return listed

    def _taken(self, value: Any) -> Any:
        """Without the branches of Fn::If that are not taken."""
        if isinstance(value, list):
            return [self._taken(part) for part in value]
        if not isinstance(value, dict):
            return value
        if set(value) == {"Fn::If"}:
            condition, yes, no = value["Fn::If"]
            return self._taken(yes if self._resolver.condition(condition) else no)
        return {key: self._taken(part) for key, part in value.items()}

    def _attribute(self, name: str, path: str | None) -> Any:
        resource = self._found(name)
        if resource is None:
            if self._later:
                return LATER
            raise StackError(f"Template error: {name} is not there")
        if path is None:
            return resource.physical_id
        if path not in resource.attributes:
            raise StackError(f"Template error: resource {name} does not support attribute type {path} in Fn::GetAtt")
        return resource.attributes[path]


def _names(stack: Stack, template: dict[str, Any], values: dict[str, str]) -> dict[str, Any]:
    return {
        "AWS::AccountId": stack.account,
        "AWS::NotificationARNs": stack.notification_arns,
        "AWS::Partition": "aws",
        "AWS::Region": stack.region,
        "AWS::StackId": stack.stack_id,
        "AWS::StackName": stack.name,
        "AWS::URLSuffix": "amazonaws.com",
    } | parameters.referred(template, values, stack.region)
