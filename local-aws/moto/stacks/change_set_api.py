"""The CloudFormation API: change sets."""

from typing import Any

from moto.cloudformation.responses import CloudFormationResponse
from moto.core.responses import ActionResult, EmptyResult

from corrections.replacing import replaces
from stacks import changes, operations, parameters, requests
from stacks.errors import ChangeSetNotFound, StackError
from stacks.operations import ChangeSet


@replaces(CloudFormationResponse)
def create_change_set(_: Any, self: CloudFormationResponse) -> ActionResult:
    """The transform runs here; a change set without changes is FAILED with the reason that `deploy` looks for."""
    stacks, kind = requests.store(self), self._get_param("ChangeSetType", "UPDATE")
    stack = stacks.find(self._get_param("StackName"))
    if kind == "CREATE":
        if stack and stack.status != "REVIEW_IN_PROGRESS":
            raise StackError(
                f"Stack [{stack.name}] already exists and cannot be created again with the changeSet [{self._get_param('ChangeSetName')}]."
            )
        stack = stack or requests.new_stack(self)
    elif stack is None or stack.status == "REVIEW_IN_PROGRESS":
        raise StackError(f"Stack [{self._get_param('StackName')}] does not exist")
    made = operations.make_change_set(
        stacks, stack, self._get_param("ChangeSetName"), kind, self._get_param("Description"), requests.spec(self, stack)
    )
    if stack.stack_id not in stacks.stacks:
        stacks.add(stack).become("REVIEW_IN_PROGRESS", "User Initiated")
    return ActionResult({"Id": made.change_set_id, "StackId": stack.stack_id})


def _change_set(self: CloudFormationResponse) -> ChangeSet:
    name, owner = self._get_param("ChangeSetName"), self._get_param("StackName")
    for stack in requests.store(self).stacks.values():
        for one in stack.change_sets.values():
            if one.change_set_id == name or (one.name == name and owner in (stack.name, stack.stack_id)):
                return one
    raise ChangeSetNotFound(f"ChangeSet [{name}] does not exist")


@replaces(CloudFormationResponse)
def describe_change_set(_: Any, self: CloudFormationResponse) -> ActionResult:
    """Changes are listed as they will be: Add, Modify (with or without replacement), Remove."""
    one = _change_set(self)
    answer = _change_set_summary(one) | {
        "Changes": [changes.described(change) for change in one.changes],
        "Capabilities": one.spec.capabilities,
        "NotificationARNs": one.spec.notification_arns,
        # moto's serializer wraps each change, and turns names and values into a list.
        "Parameters": {shown["ParameterKey"]: shown["ParameterValue"] for shown in parameters.shown(one.template, one.values)},
        "Tags": [{"Key": key, "Value": value} for key, value in one.spec.tags.items()],
    }
    return ActionResult(answer)


def _change_set_summary(one: ChangeSet) -> dict[str, Any]:
    summary = {
        "ChangeSetId": one.change_set_id,
        "ChangeSetName": one.name,
        "StackId": one.stack.stack_id,
        "StackName": one.stack.name,
        "CreationTime": one.created_at,
        "Status": one.status,
        "ExecutionStatus": one.execution_status,
    }
    optional = {"StatusReason": one.reason, "Description": one.description}
    return summary | {key: value for key, value in optional.items() if value}


@replaces(CloudFormationResponse)
def execute_change_set(_: Any, self: CloudFormationResponse) -> EmptyResult:
    """A change that fails is rolled back, and the stack says so."""
    operations.execute(requests.store(self), _change_set(self))
    return EmptyResult()


@replaces(CloudFormationResponse)
def delete_change_set(_: Any, self: CloudFormationResponse) -> EmptyResult:
    """A change set that is not there is no error."""
    try:
        one = _change_set(self)
    except ChangeSetNotFound:
        return EmptyResult()
    one.stack.change_sets.pop(one.name, None)
    return EmptyResult()


@replaces(CloudFormationResponse)
def list_change_sets(_: Any, self: CloudFormationResponse) -> ActionResult:
    """The change sets of one stack, not of all."""
    return ActionResult({"Summaries": [_change_set_summary(one) for one in requests.stack(self).change_sets.values()]})
