"""How a state fails that its machine's role does not allow."""

from botocore.exceptions import ClientError
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_lambda import StateTaskServiceLambda

DENIED = "AccessDeniedException"
UNKNOWN_TO_STEP_FUNCTIONS = "StepFunctions.AWSStepFunctionsException"
_error_of_lambda = StateTaskServiceLambda._error_cause_from_client_error


def _error_cause_from_client_error(client_error: ClientError) -> tuple[str, str]:
    """AccessDeniedException is no error of Lambda's own API, so it is Lambda.AWSLambdaException."""
    error, cause = _error_of_lambda(client_error)
    return ("Lambda.AWSLambdaException" if error == f"Lambda.{DENIED}" else error), cause


StateTaskServiceLambda._error_cause_from_client_error = staticmethod(_error_cause_from_client_error)  # type: ignore[method-assign]
