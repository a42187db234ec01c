"""Creating, updating and deleting a stack, directly or by change set. Each answers when the stack has come to rest.

AWS works in the background; here the waiting is part of the call, so that `deploy`, which looks every 30 seconds, does
not sleep through a stack that takes two.
"""

import json
import uuid
from dataclasses import dataclass, field
from typing import Any

from stacks import changes, parameters, sam, template as templates
from stacks.deployment import Deployment
from stacks.errors import AlreadyExists, InsufficientCapabilities, InvalidChangeSetStatus, StackError
from stacks.scope import Scope
from stacks.stack import Resource, Stack, now
from stacks.store import Store

NO_CHANGES = "The submitted information didn't contain changes. Submit different information to create a change set."
NO_UPDATES = "No updates are to be performed."
UPDATABLE = {"CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "IMPORT_COMPLETE"}
NAMES = {"AWS::IAM::Role": "RoleName", "AWS::IAM::Policy": "PolicyName", "AWS::IAM::ManagedPolicy": "ManagedPolicyName"}
ACKNOWLEDGING = {"CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"}


@dataclass
class StackSpec:
    """What a caller wants a stack to be."""

    original: str
    parameters: list[dict[str, Any]] = field(default_factory=list)
    tags: dict[str, str] = field(default_factory=dict)
    capabilities: list[str] = field(default_factory=list)
    notification_arns: list[str] = field(default_factory=list)
    role_arn: str | None = None
    disable_rollback: bool = False


@dataclass
class ChangeSet:
    name: str
    kind: str
    stack: Stack
    spec: StackSpec
    description: str | None
    template: dict[str, Any]
    values: dict[str, str]
    changes: list[changes.Change]
    status: str = "CREATE_COMPLETE"
    execution_status: str = "AVAILABLE"
    reason: str | None = None
    change_set_id: str = ""
    created_at: Any = field(default_factory=now)

    def __post_init__(self) -> None:
        account, region = self.stack.account, self.stack.region
        self.change_set_id = f"arn:aws:cloudformation:{region}:{account}:changeSet/{self.name}/{uuid.uuid4()}"


def read(spec: StackSpec, stack: Stack, direct: bool) -> tuple[dict[str, Any], dict[str, str]]:
    """The processed template and its parameter values; refuses what cannot become a stack."""
    template = templates.read(spec.original)
    values = parameters.resolve(template, spec.parameters, stack.parameters)
    if sam.wanted(template):
        # Without a change set nobody has seen what the transform makes of it.
        if direct and "CAPABILITY_AUTO_EXPAND" not in spec.capabilities:
            raise InsufficientCapabilities("Requires capabilities : [CAPABILITY_AUTO_EXPAND]")
        template = sam.transform(template, values, stack.region)
    templates.check(template)
    _check_capabilities(template, spec.capabilities)
    return template, values


def _check_capabilities(template: dict[str, Any], given: list[str]) -> None:
    iam = [body for body in template["Resources"].values() if body["Type"] in NAMES]
    named = any(NAMES[body["Type"]] in (body.get("Properties") or {}) for body in iam if body["Type"] != "AWS::IAM::Policy")
    if named and "CAPABILITY_NAMED_IAM" not in given:
        raise InsufficientCapabilities("Requires capabilities : [CAPABILITY_NAMED_IAM]")
    if iam and not ACKNOWLEDGING & set(given):
        raise InsufficientCapabilities("Requires capabilities : [CAPABILITY_IAM]")


def create(store: Store, stack: Stack, spec: StackSpec) -> Stack:
    existing = store.find(stack.name)
    if existing and existing.status != "REVIEW_IN_PROGRESS":
        raise AlreadyExists(f"Stack [{stack.name}] already exists")
    template, values = read(spec, stack, direct=True)
    _scope(store, stack, template, values).order()
    store.add(stack)
    _apply(store, stack, spec, template, values)
    return stack


def update(store: Store, stack: Stack, spec: StackSpec) -> None:
    _check_updatable(stack)
    template, values = read(spec, stack, direct=True)
    if not preview(store, stack, template, values) and stack.tags == spec.tags and _outputs(stack.template) == _outputs(template):
        raise StackError(NO_UPDATES)
    _apply(store, stack, spec, template, values)


def _outputs(template: dict[str, Any]) -> Any:
    return template.get("Outputs") or {}


def _check_updatable(stack: Stack) -> None:
    if stack.status not in UPDATABLE:
        raise StackError(f"Stack:{stack.stack_id} is in {stack.status} state and can not be updated.")


def make_change_set(store: Store, stack: Stack, name: str, kind: str, description: str | None, spec: StackSpec) -> ChangeSet:
    if kind == "UPDATE":
        _check_updatable(stack)
    if name in stack.change_sets:
        raise AlreadyExists(f"ChangeSet {name} already exists")
    template, values = read(spec, stack, direct=False)
    made = ChangeSet(name, kind, stack, spec, description, template, values, preview(store, stack, template, values))
    same = (stack.template, stack.parameters, stack.tags) == (template, values, spec.tags)
    if kind == "UPDATE" and not made.changes and (same or _outputs(stack.template) == _outputs(template)):
        made.status, made.execution_status, made.reason = "FAILED", "UNAVAILABLE", NO_CHANGES if same else NO_UPDATES
    stack.change_sets[name] = made
    return made


def execute(store: Store, change_set: ChangeSet) -> None:
    if change_set.execution_status != "AVAILABLE":
        raise InvalidChangeSetStatus(
            f"ChangeSet [{change_set.change_set_id}] cannot be executed in its current status of [{change_set.status}]"
        )
    stack = change_set.stack
    change_set.execution_status = "EXECUTE_IN_PROGRESS"
    stack.change_set_id = change_set.change_set_id
    _apply(store, stack, change_set.spec, change_set.template, change_set.values)
    failed = "ROLLBACK" in stack.status or "FAILED" in stack.status
    change_set.execution_status = "EXECUTE_FAILED" if failed else "EXECUTE_COMPLETE"
    # An executed change set is history; the others were made for a stack that is no longer.
    stack.change_sets = {change_set.name: change_set}


def preview(store: Store, stack: Stack, template: dict[str, Any], values: dict[str, str]) -> list[changes.Change]:
    planned: dict[str, Resource] = {}
    scope = Scope(stack, template, values, planned.get, store.imported, later=True)
    return changes.preview(stack.resources, scope, planned)


def _scope(store: Store, stack: Stack, template: dict[str, Any], values: dict[str, str]) -> Scope:
    return Scope(stack, template, values, stack.resources.get, store.imported)


def _apply(store: Store, stack: Stack, spec: StackSpec, template: dict[str, Any], values: dict[str, str]) -> None:
    creating = stack.status == "REVIEW_IN_PROGRESS"
    verb = "CREATE" if creating else "UPDATE"
    before = stack.tags
    stack.tags, stack.notification_arns, stack.role_arn = spec.tags, spec.notification_arns, spec.role_arn or stack.role_arn
    stack.become(f"{verb}_IN_PROGRESS", "User Initiated")
    deployment = Deployment(stack, scope := _scope(store, stack, template, values))
    reason = deployment.run()
    if reason is None:
        try:
            stack.outputs = _export(store, stack, scope)
        except StackError as wrong:
            reason = str(wrong.message)
    if reason is None:
        stack.original, stack.template, stack.parameters, stack.capabilities = spec.original, template, values, spec.capabilities
        if not creating:
            stack.updated_at = now()
            stack.become("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")
            deployment.clean_up()
        stack.become(f"{verb}_COMPLETE")
        return
    stack.tags = before if not creating else stack.tags
    _roll_back(stack, spec, deployment, reason, creating)
    if creating:
        stack.original, stack.template, stack.parameters = spec.original, template, values


def _roll_back(stack: Stack, spec: StackSpec, deployment: Deployment, reason: str, creating: bool) -> None:
    if spec.disable_rollback:
        stack.become("CREATE_FAILED" if creating else "UPDATE_FAILED", reason)
        return
    verb = "ROLLBACK" if creating else "UPDATE_ROLLBACK"
    stack.become(f"{verb}_IN_PROGRESS", reason)
    left = deployment.take_back()
    stack.become(f"{verb}_FAILED" if left else f"{verb}_COMPLETE", "; ".join([reason, *left]))


def _export(store: Store, stack: Stack, scope: Scope) -> list[dict[str, Any]]:
    outputs = scope.outputs()
    others = {one["Name"] for one in store.exports() if one["ExportingStackId"] != stack.stack_id}
    for output in outputs:
        if output.get("ExportName") in others:
            raise StackError(f"Export with name {output['ExportName']} is already exported by another stack")
    return outputs


def delete(store: Store, stack: Stack) -> None:
    if stack.protected:
        raise StackError(f"Stack [{stack.name}] cannot be deleted while TerminationProtection is enabled")
    used = {output["ExportName"] for output in stack.outputs if "ExportName" in output}
    for other in store.living():
        if other is not stack and any(name in json.dumps(other.template) for name in used):
            raise StackError(f"Export {sorted(used)[0]} cannot be deleted as it is in use by {other.name}")
    if stack.status == "DELETE_COMPLETE":
        return
    stack.become("DELETE_IN_PROGRESS", "User Initiated")
    left = Deployment(stack, None).delete_everything()
    if left:
        stack.become("DELETE_FAILED", f"The following resource(s) failed to delete: [{', '.join(left)}].")
        return
    stack.deleted_at = now()
    stack.outputs = []
    stack.become("DELETE_COMPLETE")
