"""The CloudFormation API: stacks."""

from typing import Any

from moto.cloudformation.responses import CloudFormationResponse
from moto.core.responses import ActionResult, EmptyResult

from corrections.replacing import replaces
from stacks import operations, parameters, requests, resources
from stacks.errors import StackError
from stacks.stack import Stack

resources.load()


@replaces(CloudFormationResponse)
def create_stack(_: Any, self: CloudFormationResponse) -> ActionResult:
    """A failed creation is rolled back, with the reason in the events."""
    stack = requests.new_stack(self)
    operations.create(requests.store(self), stack, requests.spec(self))
    return ActionResult({"StackId": stack.stack_id})


@replaces(CloudFormationResponse)
def update_stack(_: Any, self: CloudFormationResponse) -> ActionResult:
    """A failed update is rolled back; an update without changes is refused."""
    stack = requests.stack(self)
    operations.update(requests.store(self), stack, requests.spec(self, stack))
    return ActionResult({"StackId": stack.stack_id})


@replaces(CloudFormationResponse)
def delete_stack(_: Any, self: CloudFormationResponse) -> EmptyResult:
    """Everything goes but what is retained; a stack that is not there is no error."""
    stack = requests.store(self).find(self._get_param("StackName"))
    if stack:
        operations.delete(requests.store(self), stack)
    return EmptyResult()


@replaces(CloudFormationResponse)
def describe_stacks(_: Any, self: CloudFormationResponse) -> ActionResult:
    """Outputs and exports are there whichever way the stack was made."""
    name = self._get_param("StackName")
    wanted = [requests.store(self).get(name)] if name else requests.store(self).living()
    return ActionResult({"Stacks": [_described(stack) for stack in wanted]})


def _described(stack: Stack) -> dict[str, Any]:
    described = {
        "StackId": stack.stack_id,
        "StackName": stack.name,
        "CreationTime": stack.created_at,
        "StackStatus": stack.status,
        "DisableRollback": stack.disable_rollback,
        "NotificationARNs": stack.notification_arns,
        "Capabilities": stack.capabilities,
        "Parameters": parameters.shown(stack.template, stack.parameters),
        "Outputs": stack.outputs,
        "Tags": dict(stack.tags),
        "EnableTerminationProtection": stack.protected,
        "DriftInformation": {"StackDriftStatus": "NOT_CHECKED"},
        "RollbackConfiguration": {"RollbackTriggers": []},
    }
    optional = {
        "ChangeSetId": stack.change_set_id,
        "Description": stack.template.get("Description"),
        "LastUpdatedTime": stack.updated_at,
        "DeletionTime": stack.deleted_at,
        "StackStatusReason": stack.reason,
        "RoleARN": stack.role_arn,
    }
    return described | {key: value for key, value in optional.items() if value}


@replaces(CloudFormationResponse)
def list_stacks(_: Any, self: CloudFormationResponse) -> ActionResult:
    """Deleted stacks are listed, too."""
    wanted = self._get_param("StackStatusFilter", [])
    listed = [_described(stack) for stack in requests.store(self).stacks.values() if not wanted or stack.status in wanted]
    fields = (
        "StackId", "StackName", "CreationTime", "LastUpdatedTime", "DeletionTime", "StackStatus", "StackStatusReason", "DriftInformation"
    )
    return ActionResult({"StackSummaries": [{key: one[key] for key in fields if key in one} for one in listed]})


@replaces(CloudFormationResponse)
def describe_stack_events(_: Any, self: CloudFormationResponse) -> ActionResult:
    """Every step of every resource, the newest first, with the reason of a failure."""
    return ActionResult({"StackEvents": list(reversed(requests.stack(self).events))})


def _resource_list(self: CloudFormationResponse) -> list[dict[str, Any]]:
    stack, wanted = requests.stack(self), self._get_param("LogicalResourceId")
    return [
        {
            "StackName": stack.name,
            "StackId": stack.stack_id,
            "LogicalResourceId": one.logical_id,
            "PhysicalResourceId": one.physical_id,
            "ResourceType": one.type,
            "Timestamp": one.changed_at,
            "LastUpdatedTimestamp": one.changed_at,
            "ResourceStatus": one.status,
            "DriftInformation": {"StackResourceDriftStatus": "NOT_CHECKED"},
        }
        for one in stack.resources.values()
        if wanted in (None, one.logical_id)
    ]


@replaces(CloudFormationResponse)
def describe_stack_resource(_: Any, self: CloudFormationResponse) -> ActionResult:
    """The status is the resource's own."""
    found = _resource_list(self)
    if not found:
        raise StackError(f"Resource {self._get_param('LogicalResourceId')} does not exist for stack {self._get_param('StackName')}")
    return ActionResult({"StackResourceDetail": found[0]})


@replaces(CloudFormationResponse)
def describe_stack_resources(_: Any, self: CloudFormationResponse) -> ActionResult:
    """The status is the resource's own."""
    return ActionResult({"StackResources": _resource_list(self)})


@replaces(CloudFormationResponse)
def list_stack_resources(_: Any, self: CloudFormationResponse) -> ActionResult:
    """The status is the resource's own."""
    return ActionResult({"StackResourceSummaries": _resource_list(self)})


@replaces(CloudFormationResponse)
def update_termination_protection(_: Any, self: CloudFormationResponse) -> ActionResult:
    """A protected stack cannot be deleted."""
    stack = requests.stack(self)
    stack.protected = bool(self._get_bool_param("EnableTerminationProtection", False))
    return ActionResult({"StackId": stack.stack_id})


@replaces(CloudFormationResponse)
def set_stack_policy(_: Any, self: CloudFormationResponse) -> EmptyResult:
    """Kept, not enforced."""
    requests.stack(self).policy = self._get_param("StackPolicyBody")
    return EmptyResult()


@replaces(CloudFormationResponse)
def get_stack_policy(_: Any, self: CloudFormationResponse) -> ActionResult:
    """What SetStackPolicy was given."""
    return ActionResult({"StackPolicyBody": requests.stack(self).policy})
