"""states:startExecution.sync and .sync:2: the parent waits for its child, and takes it along when it is stopped."""

import json
from collections.abc import Callable
from typing import Any

from moto.stepfunctions.parser.api import HistoryEventType, TaskFailedEventDetails
from moto.stepfunctions.parser.asl.component.common.error_name.custom_error_name import CustomErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.failure_event import FailureEvent, FailureEventException
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name import StatesErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name_type import StatesErrorNameType
from moto.stepfunctions.parser.asl.component.common.timeouts.timeout import EvalTimeoutError
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_callback import StateTaskServiceCallback
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_sfn import StateTaskServiceSfn
from moto.stepfunctions.parser.asl.utils.encoding import to_json_str
from moto.stepfunctions.parser.models import stepfunctions_parser_backends

from corrections.replacing import replaces
from corrections.states import lifecycle, managed_rules
from corrections.states.denials import UNKNOWN_TO_STEP_FUNCTIONS

LOOK_EVERY_SECONDS = 0.05


@replaces(StateTaskServiceSfn)
def _build_sync_resolver(_: Any, self: StateTaskServiceSfn, env: Any, *args: Any, **kwargs: Any) -> Callable[[], Any]:
    """`.sync` answers with the child's output as text; stopping the parent stops the child."""
    return _resolver(self, env, parse=False)


@replaces(StateTaskServiceSfn)
def _build_sync2_resolver(_: Any, self: StateTaskServiceSfn, env: Any, *args: Any, **kwargs: Any) -> Callable[[], Any]:
    """`.sync:2` answers with the child's output as JSON; stopping the parent stops the child."""
    return _resolver(self, env, parse=True)


def _resolver(task: StateTaskServiceSfn, env: Any, parse: bool) -> Callable[[], Any]:
    child = _execution(env.stack.pop()["ExecutionArn"])
    role = env.aws_execution_details.role_arn
    if reason := managed_rules.denial_reason(role, "states:DescribeExecution", child.exec_arn):
        raise _denied(task, env, reason)

    def stop() -> None:
        if not child.ended.is_set() and managed_rules.denial_reason(role, "states:StopExecution", child.exec_arn) is None:
            child.abort(error=None, cause=None)

    def wait() -> Any:
        while not child.ended.wait(LOOK_EVERY_SECONDS):
            if not env.is_running():
                stop()
                raise EvalTimeoutError()
        described = _describe(child, parse)
        if child.status == "SUCCEEDED":
            return described
        raise _failure(task, env, described)

    wait.stop = stop  # type: ignore[attr-defined]
    return wait


@replaces(StateTaskServiceCallback)
def _eval_sync(original: Any, self: StateTaskServiceCallback, env: Any, sync_resolver: Any, **kwargs: Any) -> Any:
    """A parent that is stopped before it begins to wait takes its child along, too."""
    outcome = original(self, env=env, sync_resolver=sync_resolver, **kwargs)
    if not env.is_running() and hasattr(sync_resolver, "stop"):
        sync_resolver.stop()
    return outcome


def _execution(arn: str) -> Any:
    _, _, _, region, account, *_ = arn.split(":")
    return stepfunctions_parser_backends[account][region].describe_execution(arn)


def _describe(child: Any, parse: bool) -> dict[str, Any]:
    output = to_json_str(child.output, separators=(",", ":")) if child.status == "SUCCEEDED" else None
    described = {
        "ExecutionArn": child.exec_arn,
        "Input": json.loads(child.execution_input) if parse else child.execution_input,
        "InputDetails": {"Included": True},
        "Name": child.name,
        "Output": json.loads(output) if parse and output is not None else output,
        "OutputDetails": {"Included": True} if output is not None else None,
        "RedriveCount": 0,
        "RedriveStatus": "NOT_REDRIVABLE",
        "StartDate": _epoch(child.start_date),
        "StateMachineArn": child.state_machine_arn,
        "Status": child.status,
        "StopDate": _epoch(child.stop_date),
        "Error": child.error,
        "Cause": child.cause,
    }
    return {key: value for key, value in described.items() if value is not None or key == "Output" and child.status == "SUCCEEDED"}


def _epoch(moment: Any) -> int:
    return int(moment.timestamp() * 1000)


def _failure(task: StateTaskServiceSfn, env: Any, described: dict[str, Any]) -> FailureEventException:
    error = StatesErrorNameType.StatesTaskFailed
    return _failed(task, env, StatesErrorName(typ=error), error.to_name(), to_json_str(described))


def _denied(task: StateTaskServiceSfn, env: Any, reason: str) -> FailureEventException:
    return _failed(task, env, CustomErrorName(UNKNOWN_TO_STEP_FUNCTIONS), UNKNOWN_TO_STEP_FUNCTIONS, reason)


def _failed(task: StateTaskServiceSfn, env: Any, name: Any, error: str, cause: str) -> FailureEventException:
    details = TaskFailedEventDetails(
        resource=task._get_sfn_resource(), resourceType=task._get_sfn_resource_type(), error=error, cause=cause
    )
    return FailureEventException(
        FailureEvent(env, name, HistoryEventType.TaskFailed, lifecycle.EventDetails(taskFailedEventDetails=details))
    )
