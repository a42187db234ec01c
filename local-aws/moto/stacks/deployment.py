"""Brings a stack to a template, one resource after the other, and everything back when one fails."""

from collections.abc import Callable
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from stacks import changes, resources
from stacks.errors import ResourceFailure, StackError
from stacks.scope import Scope
from stacks.stack import Resource, Stack, now


class Deployment:
    """One create, update or delete of one stack. `undo` collects what takes it back, in the order it was done."""

    def __init__(self, stack: Stack, scope: Scope | None) -> None:
        self.stack = stack
        self._scope = scope
        self._undo: list[tuple[str, Callable[[], None]]] = []
        self._cleanup: list[Resource] = []
        self._failed: list[tuple[str, str]] = []

    def run(self) -> str | None:
        """Why it failed, or None."""
        assert self._scope
        # AWS makes some at the same time. Here each takes milliseconds, and threads would only wait for each other.
        for name in self._scope.order():
            if not self._failed:
                self._bring(name)
        if not self._failed:
            self._cleanup += [one for name, one in self.stack.resources.items() if name not in self._scope.bodies]
            return None
        return f"The following resource(s) failed: [{', '.join(name for name, _ in self._failed)}]. " + "; ".join(
            f"{name}: {reason}" for name, reason in self._failed
        )

    def clean_up(self) -> None:
        """Removes what the new template no longer has, and what was replaced."""
        self._delete_all(self._cleanup)
        for one in self._cleanup:
            if self.stack.resources.get(one.logical_id) is one:
                del self.stack.resources[one.logical_id]

    def take_back(self) -> list[str]:
        """What could not be taken back."""
        left = []
        for name, undo in reversed(self._undo):
            try:
                undo()
            except (ResourceFailure, StackError) as failure:
                left.append(f"{name}: {failure}")
        return left

    def delete_everything(self) -> list[str]:
        """Names of the resources that could not be deleted."""
        gone, left = self._delete_all(list(self.stack.resources.values()))
        for one in gone:
            self.stack.resources.pop(one.logical_id, None)
        return left

    def _bring(self, name: str) -> None:
        assert self._scope
        body, existing = self._scope.bodies[name], self.stack.resources.get(name)
        try:
            properties = self._scope.properties(name)
            change = existing and changes.compare(name, body["Type"], existing, properties)
            if existing is None:
                self._create(name, body, properties)
            elif change and change.replacement:
                self._create(name, body, properties, existing)
            elif change:
                self._update(existing, properties)
            if existing:
                self._take_over(name, body)
        except (ResourceFailure, StackError) as failure:
            self._failed.append((name, str(failure)))

    def _take_over(self, name: str, body: dict[str, Any]) -> None:
        assert self._scope
        resource = self.stack.resources[name]
        resource.needs, resource.deletion_policy = self._scope.needs(name), body.get("DeletionPolicy", "Delete")
        resource.replace_policy = body.get("UpdateReplacePolicy", "Delete")

    def _create(self, name: str, body: dict[str, Any], properties: dict[str, Any], old: Resource | None = None) -> None:
        assert self._scope
        kind, verb = body["Type"], "UPDATE" if old else "CREATE"
        self.stack.record(
            name, "", kind, f"{verb}_IN_PROGRESS", "Requested update requires the creation of a new physical resource" if old else None
        )
        try:
            physical_id, attributes = _call(resources.create, self._context(name), kind, properties)
        except ResourceFailure as failure:
            self.stack.record(name, "", kind, f"{verb}_FAILED", str(failure))
            raise
        made = Resource(
            name, kind, physical_id, attributes, properties, self._scope.needs(name), body.get("DeletionPolicy", "Delete"),
            body.get("UpdateReplacePolicy", "Delete")
        )
        made.status = f"{verb}_COMPLETE"
        self.stack.record(name, physical_id, kind, f"{verb}_COMPLETE")
        self.stack.resources[name] = made
        if old:
            self._cleanup.append(old)
        self._undo.append((name, lambda: self._uncreate(made, old)))

    def _uncreate(self, made: Resource, old: Resource | None) -> None:
        if made.deletion_policy != "Retain":
            self._delete(made)
        if old:
            self.stack.resources[made.logical_id] = old
        else:
            self.stack.resources.pop(made.logical_id, None)

    def _update(self, existing: Resource, properties: dict[str, Any]) -> None:
        before = existing.properties
        # A change that fails half-way is taken back, too.
        self._undo.append((existing.logical_id, lambda: self._apply(existing, before)))
        self._apply(existing, properties)

    def _apply(self, existing: Resource, properties: dict[str, Any]) -> None:
        name, kind = existing.logical_id, existing.type
        self.stack.record(name, existing.physical_id, kind, "UPDATE_IN_PROGRESS")
        try:
            attributes = _call(resources.update, self._context(name), kind, existing.physical_id, properties, existing.properties)
        except ResourceFailure as failure:
            self.stack.record(name, existing.physical_id, kind, "UPDATE_FAILED", str(failure))
            raise
        existing.attributes |= attributes or {}
        existing.properties, existing.status, existing.changed_at = properties, "UPDATE_COMPLETE", now()
        self.stack.record(name, existing.physical_id, kind, "UPDATE_COMPLETE")

    def _delete_all(self, unwanted: list[Resource]) -> tuple[list[Resource], list[str]]:
        gone, left, remaining = [], [], list(unwanted)
        while remaining:
            needed = {name for one in remaining for name in one.needs}
            last = [one for one in remaining if one.logical_id not in needed] or remaining
            for one in last:
                remaining.remove(one)
                replaced = self.stack.resources.get(one.logical_id) is not one
                try:
                    if (one.replace_policy if replaced else one.deletion_policy) in ("Retain", "RetainExceptOnCreate"):
                        self.stack.record(one.logical_id, one.physical_id, one.type, "DELETE_SKIPPED")
                    else:
                        self._delete(one)
                    gone.append(one)
                except ResourceFailure:
                    left.append(one.logical_id)
        return gone, left

    def _delete(self, resource: Resource) -> None:
        name, kind = resource.logical_id, resource.type
        self.stack.record(name, resource.physical_id, kind, "DELETE_IN_PROGRESS")
        try:
            _call(resources.delete, self._context(name), kind, resource.physical_id, resource.properties)
        except ResourceFailure as failure:
            self.stack.record(name, resource.physical_id, kind, "DELETE_FAILED", str(failure))
            resource.status, resource.reason = "DELETE_FAILED", str(failure)
            raise
        self.stack.record(name, resource.physical_id, kind, "DELETE_COMPLETE")

    def _context(self, name: str) -> resources.Context:
        return resources.Context(self.stack.account, self.stack.region, self.stack.name, self.stack.stack_id, name, self.stack.tags)


def _call(function: Callable[..., Any], *arguments: Any) -> Any:
    try:
        return function(*arguments)
    except ClientError as error:
        message, status = error.response["Error"]["Message"], error.response["ResponseMetadata"]["HTTPStatusCode"]
        raise ResourceFailure(
            f'Resource handler returned message: "{message}" (Operation: {error.operation_name}, '
            f'Error Code: {error.response["Error"]["Code"]}, Status Code: {status})'
        ) from error
    except (BotoCoreError, KeyError, ValueError, TypeError) as error:
        raise ResourceFailure(f'Resource handler returned message: "{type(error).__name__}: {error}"') from error
