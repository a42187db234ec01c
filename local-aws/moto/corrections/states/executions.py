"""StartExecution, StopExecution, DescribeExecution, ListExecutions."""

import json
from typing import Any

from moto.core.exceptions import JsonRESTError
from moto.core.responses import ActionResult
from moto.stepfunctions.parser.asl.utils.encoding import to_json_str
from moto.stepfunctions.parser.backend.execution import Execution
from moto.stepfunctions.parser.models import StepFunctionsParserBackend
from moto.stepfunctions.responses import StepFunctionResponse

from corrections.replacing import replaces
from corrections.states import lifecycle, programs

MAX_INPUT_BYTES = 262_144
MAX_ERROR, MAX_CAUSE = 256, 32_768


@replaces(StepFunctionsParserBackend)
def start_execution(
    original: Any, self: StepFunctionsParserBackend, state_machine_arn: str, name: str | None = None, execution_input: str | None = None,
    trace_header: Any = None
) -> Execution:
    """An execution without a name gets one of its own, names and inputs are validated, and starting is atomic.

    moto calls every nameless execution "None" and so answers the second start with the first execution.
    """
    if name is not None:
        self._validate_name(name)
        if not name:
            raise JsonRESTError("InvalidName", "Invalid Name: ''")
    execution_input = "{}" if execution_input is None else execution_input
    _validate_input(execution_input)
    with self.__dict__.setdefault("_starting", lifecycle.threading.RLock()):
        return original(self, state_machine_arn, name or programs.new_id(), execution_input, trace_header)


def _validate_input(text: str) -> None:
    try:
        json.loads(text)
    except ValueError as error:
        raise JsonRESTError("InvalidExecutionInput", f"Invalid State Machine Execution Input: '{error}'") from None
    if len(text.encode()) > MAX_INPUT_BYTES:
        raise JsonRESTError("InvalidExecutionInput", f"Invalid State Machine Execution Input: longer than {MAX_INPUT_BYTES} bytes")


@replaces(Execution)
def get_start_execution_details(original: Any, self: Execution) -> Any:
    """$$.Execution.StartTime is a string; moto's datetime makes DescribeExecution answer 500 once it is in an output."""
    details = original(self)
    details.start_time = lifecycle.timestamp(self.start_date)
    return details


@replaces(StepFunctionResponse)
def stop_execution(_: Any, self: StepFunctionResponse) -> ActionResult:
    """The execution is ABORTED when StopExecution answers, with stopDate, error and cause; a second stop changes nothing."""
    execution = self.stepfunction_backend.describe_execution(self._get_param("executionArn"))
    error, cause = self._get_param("error"), self._get_param("cause")
    if len(error or "") > MAX_ERROR or len(cause or "") > MAX_CAUSE:
        raise JsonRESTError("ValidationException", f"error has at most {MAX_ERROR} characters and cause at most {MAX_CAUSE}")
    execution.abort(error=error, cause=cause)
    return ActionResult({"stopDate": execution.stop_date})


@replaces(StepFunctionResponse)
def describe_execution(_: Any, self: StepFunctionResponse) -> ActionResult:
    """stopDate for every end (moto forgets TIMED_OUT), the output as the JSON text it is, also when it is one string."""
    execution = self.stepfunction_backend.describe_execution(self._get_param("executionArn"))
    with execution._ending:
        described: dict[str, Any] = {
            "executionArn": execution.exec_arn,
            "stateMachineArn": execution.state_machine_arn,
            "name": execution.name,
            "status": execution.status,
            "startDate": execution.start_date,
            "input": execution.execution_input,
            "inputDetails": {"included": True},
            "redriveCount": 0,
            "redriveStatus": "NOT_REDRIVABLE",
        }
        if execution.status == "SUCCEEDED":
            described |= {"output": to_json_str(execution.output, separators=(",", ":")), "outputDetails": {"included": True}}
        given = {"stopDate": execution.stop_date, "error": execution.error, "cause": execution.cause, "traceHeader": execution.trace_header}
    return ActionResult(described | {key: value for key, value in given.items() if value is not None})


@replaces(StepFunctionResponse)
def list_executions(original: Any, self: StepFunctionResponse) -> ActionResult:
    """stopDate for every end, also TIMED_OUT."""
    listed = original(self)
    for item in listed.result["executions"]:
        ended = self.stepfunction_backend.describe_execution(item["executionArn"]).stop_date
        if ended:
            item["stopDate"] = ended
    return listed


@replaces(StepFunctionResponse)
def send_task_failure(_: Any, self: StepFunctionResponse) -> ActionResult:
    """SendTaskFailure passes its cause on to the task, too."""
    self.stepfunction_backend.send_task_failure(
        self._get_param("taskToken"), error=self._get_param("error"), cause=self._get_param("cause")
    )
    return ActionResult({})
