"""Error names: which error a failure is, and which errors Retry and Catch may name."""

from typing import Any

from botocore.exceptions import BotoCoreError, ClientError
from moto.stepfunctions.parser.api import ExecutionFailedEventDetails, HistoryEventType, LambdaFunctionFailedEventDetails
from moto.stepfunctions.parser.asl.component.common.error_name.custom_error_name import CustomErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.error_equals_decl import ErrorEqualsDecl
from moto.stepfunctions.parser.asl.component.common.error_name.failure_event import FailureEvent, FailureEventException
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name import StatesErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name_type import StatesErrorNameType
from moto.stepfunctions.parser.asl.component.state.choice.state_choice import StateChoice
from moto.stepfunctions.parser.asl.component.state.exec.state_task.state_task import StateTask
from moto.stepfunctions.parser.asl.component.state.exec.state_task.state_task_lambda import StateTaskLambda
from moto.stepfunctions.parser.asl.eval.callback.callback import HeartbeatTimeoutError
from moto.stepfunctions.parser.asl.eval.event.event_detail import EventDetails

from corrections.replacing import replaces

# Neither States.ALL nor States.TaskFailed stands for these.
TERMINAL = {"States.DataLimitExceeded", "States.Runtime"}
TIMEOUTS = {"States.Timeout", "States.HeartbeatTimeout"}
# Errors of Lambda that a task shows under another name than its code:
# https://github.com/aws-samples/lambda-refarch-imagerecognition/issues/19
LAMBDA_ERRORS = {"AccessDeniedException": "AWSLambdaException"}


@replaces(CustomErrorName)
def __init__(_: Any, self: CustomErrorName, error_name: str | None) -> None:
    """A branch, an iteration and a Fail state may end with any error, also one of the States.* errors of a state in it.

    moto refuses those names there and so makes every one of them States.Runtime.
    """
    self.error_name = error_name


@replaces(ErrorEqualsDecl)
def _eval_body(_: Any, self: ErrorEqualsDecl, env: Any) -> None:
    """States.ALL matches everything but States.DataLimitExceeded and States.Runtime, States.TaskFailed all but timeouts."""
    failed = env.stack.pop().error_name
    wanted = {name.error_name for name in self.error_names}
    env.stack.append(
        failed in wanted
        or "States.ALL" in wanted and failed not in TERMINAL
        or "States.TaskFailed" in wanted and failed not in TERMINAL | TIMEOUTS
        or "States.Timeout" in wanted and failed in TIMEOUTS
    )  # fmt: skip


@replaces(StateChoice)
def _eval_state(original: Any, self: StateChoice, env: Any) -> None:
    """A Choice without a matching rule and without Default fails with States.NoChoiceMatched."""
    try:
        original(self, env)
    except RuntimeError as error:
        if not error.args or not str(error.args[0]).startswith("No branching option"):
            raise
        name = StatesErrorNameType.StatesNoChoiceMatched
        cause = f"An error occurred while executing the state '{self.name}' (entered at the event id #{env.event_history_context.source_event_id}). Failed to transition out of the state. The state does not point to a next state."
        details = ExecutionFailedEventDetails(error=name.to_name(), cause=cause)
        raise FailureEventException(
            FailureEvent(
                env, StatesErrorName(typ=name), HistoryEventType.ExecutionFailed, EventDetails(executionFailedEventDetails=details)
            )
        ) from error


@replaces(StateTask)
def _from_error(original: Any, self: StateTask, env: Any, ex: Exception) -> FailureEvent:
    """A missed heartbeat is States.HeartbeatTimeout."""
    if not isinstance(ex, HeartbeatTimeoutError):
        return original(self, env=env, ex=ex)
    event = self._get_timed_out_failure_event(env)
    event.error_name = StatesErrorName(typ=StatesErrorNameType.StatesHeartbeatTimeout)
    event.event_details["taskTimedOutEventDetails"]["error"] = "States.HeartbeatTimeout"
    return event


@replaces(StateTaskLambda, "_from_error")
def from_lambda_error(original: Any, self: StateTaskLambda, env: Any, ex: Exception) -> FailureEvent:
    """A task whose resource is a function's ARN fails with Lambda's own error, Lambda.TooManyRequestsException for instance, which can be
    retried.
    """
    if isinstance(ex, ClientError):
        code = ex.response["Error"]["Code"]
        error = f"Lambda.{LAMBDA_ERRORS.get(code, code)}"
        status, request = ex.response["ResponseMetadata"].get("HTTPStatusCode"), ex.response["ResponseMetadata"].get("RequestId")
        cause = f"{ex.response['Error']['Message']} (Service: AWSLambda; Status Code: {status}; Error Code: {code}; Request ID: {request}; Proxy: null)"
    elif isinstance(ex, BotoCoreError):
        error, cause = "Lambda.SdkClientException", f"Unable to execute HTTP request: {ex}"
    else:
        return original(self, env=env, ex=ex)
    details = EventDetails(lambdaFunctionFailedEventDetails=LambdaFunctionFailedEventDetails(error=error, cause=cause))
    return FailureEvent(env, CustomErrorName(error), HistoryEventType.LambdaFunctionFailed, details)
