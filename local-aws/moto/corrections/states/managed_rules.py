"""What Step Functions does with the role of a machine besides the calls of its tasks.

https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
"""

import re

from moto.core.exceptions import JsonRESTError

import settings
from permissions import decisions, services

SERVICE = "states.amazonaws.com"
_FOLLOWS_NESTED = re.compile(r'"arn:[^"]*:states:startExecution\.sync(:2)?"')
_RULE_ACTIONS = ("events:PutTargets", "events:PutRule", "events:DescribeRule")


def check_role(region: str, machine: str, definition: str, role: str) -> None:
    """CreateStateMachine refuses a role that Step Functions cannot assume, or that lacks the managed rule of nested executions."""
    arn = f"arn:aws:states:{region}:{settings.ACCOUNT}:stateMachine:{machine}"
    if services.assume_denial_reason(SERVICE, arn, role):
        raise JsonRESTError(
            "AccessDeniedException",
            f"Neither the global service principal {SERVICE}, nor the regional one is authorized to assume the provided role."
        )
    rule = f"arn:aws:events:{region}:{settings.ACCOUNT}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule"
    if _FOLLOWS_NESTED.search(definition) and any([denial_reason(role, action, rule) for action in _RULE_ACTIONS]):
        raise JsonRESTError("AccessDeniedException", f"'{role}' is not authorized to create managed-rule.")


def denial_reason(role: str, action: str, resource: str) -> str | None:
    """None when the role may do it."""
    reason = decisions.denial_reason(role, decisions.question(action, resource, {}))
    return reason and f"User: {role} is not authorized to perform: {action} on resource: {resource} {reason}"
