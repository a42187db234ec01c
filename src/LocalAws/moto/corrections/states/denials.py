"""How a state fails that its machine's role does not allow."""

from typing import Any

from botocore.exceptions import ClientError
from moto.stepfunctions.parser.asl.component.common.error_name.custom_error_name import CustomErrorName
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_lambda import StateTaskServiceLambda
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_sfn import StateTaskServiceSfn

from corrections.replacing import replaces

DENIED = "AccessDeniedException"
UNKNOWN_TO_STEP_FUNCTIONS = "StepFunctions.AWSStepFunctionsException"
_error_of_lambda = StateTaskServiceLambda._error_cause_from_client_error


def _error_cause_from_client_error(client_error: ClientError) -> tuple[str, str]:
    """AccessDeniedException is no error of Lambda's own API, so it is Lambda.AWSLambdaException."""
    error, cause = _error_of_lambda(client_error)
    return ("Lambda.AWSLambdaException" if error == f"Lambda.{DENIED}" else error), cause


StateTaskServiceLambda._error_cause_from_client_error = staticmethod(_error_cause_from_client_error)  # type: ignore[method-assign]


@replaces(StateTaskServiceSfn)
def _from_error(original: Any, self: StateTaskServiceSfn, env: Any, ex: Exception) -> Any:
    """AccessDeniedException is no error of Step Functions' own API, so it is StepFunctions.AWSStepFunctionsException."""
    event = original(self, env=env, ex=ex)
    if isinstance(ex, ClientError) and ex.response["Error"]["Code"] == DENIED:
        event.error_name = CustomErrorName(UNKNOWN_TO_STEP_FUNCTIONS)
        event.event_details["taskFailedEventDetails"]["error"] = UNKNOWN_TO_STEP_FUNCTIONS
    return event
