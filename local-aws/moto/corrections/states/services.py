"""How the interpreter calls other services: endpoint, clients, parameter and response spelling, error names."""

import datetime
import functools
import sys
import threading
import uuid
from typing import Any
from urllib.parse import quote

import boto3
import moto.stepfunctions.parser.asl.utils.boto_client as boto_client
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.response import StreamingBody
from moto.stepfunctions.parser.api import HistoryEventType, TaskFailedEventDetails
from moto.stepfunctions.parser.asl.component.common.error_name.custom_error_name import CustomErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.failure_event import FailureEvent
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service import StateTaskService
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_aws_sdk import StateTaskServiceAwsSdk
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_callback import StateTaskServiceCallback
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_events import StateTaskServiceEvents
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_sfn import StateTaskServiceSfn
from moto.stepfunctions.parser.asl.eval.event.event_detail import EventDetails
from moto.stepfunctions.parser.utils import camel_to_snake_case

import settings
from corrections.replacing import replaces
from corrections.states import lifecycle
from performance.models import session

# The name of a service in the errors of its aws-sdk integration, where it is not just capitalised.
ERROR_PREFIXES = {
    "apigateway": "ApiGateway", "cloudformation": "CloudFormation", "cloudwatch": "CloudWatch", "cloudwatchlogs": "CloudWatchLogs",
    "codedeploy": "CodeDeploy", "dynamodb": "DynamoDb", "eventbridge": "EventBridge", "secretsmanager": "SecretsManager", "sfn": "Sfn",
}  # fmt: skip
# Optimised integrations spell some of them differently.
OPTIMISED_PREFIXES = {
    "dynamodb": "DynamoDB", "lambda": "Lambda", "sns": "SNS", "sqs": "SQS", "states": "StepFunctions", "events": "EventBridge"
}
# How an integration calls what the service's model has no name for: throttling, refusals, errors inside the service. The names are
# those of the exceptions of AWS's SDK for Java 1, which the causes of such errors quote, too.
NAMELESS_ERRORS = {"StepFunctions": "AWSStepFunctionsException", "EventBridge": "AmazonEventBridgeException"}
BOTO_NAMES = {"sfn": "stepfunctions", "states": "stepfunctions", "cloudwatchlogs": "logs", "eventbridge": "events"}
CALLS_AT_ONCE = 512
ONE_DAY_SECONDS = 86_400

StateTaskService._SERVICE_NAME_SFN_TO_BOTO_OVERRIDES = BOTO_NAMES  # type: ignore[misc]
_clients: dict[tuple[str, str, str], Any] = {}
_lock = threading.Lock()
_plain_client = boto_client.boto_client_for


def client_for(region: str, service: str, state_credentials: Any = None) -> Any:
    """Every call of a state machine goes through the gateway, where Lambda functions run and faults are injected.

    The access key names the machine's role, which must allow the call. One client per service and role: making one takes
    longer than a small state.
    """
    role = state_credentials.role_arn if state_credentials else ""
    with _lock:
        if (region, service, role) not in _clients:
            _clients[region, service, role] = _new_client(region, service, role)
        return _clients[region, service, role]


def _new_client(region: str, service: str, role: str) -> Any:
    if not settings.GATEWAY:
        return _plain_client(region=region, service=service)
    config = Config(
        parameter_validation=False,
        retries={"total_max_attempts": 1},
        read_timeout=ONE_DAY_SECONDS,
        max_pool_connections=CALLS_AT_ONCE,
        s3={"addressing_style": "path"},
    )
    client = boto3.client(
        service, region_name=region, endpoint_url=settings.GATEWAY, aws_access_key_id=f"states.{quote(role, safe='')}",
        aws_secret_access_key="states", config=config
    )
    client.meta.events.register("after-call", _ensure_request_id)
    return client


def _ensure_request_id(parsed: dict[str, Any], **_: Any) -> None:
    # The cause of a failed task names the request; moto's own services do not always send an id.
    metadata = parsed.setdefault("ResponseMetadata", {})
    if "RequestId" not in metadata:
        metadata["RequestId"] = str(uuid.uuid4())


for _module in list(sys.modules.values()):
    if getattr(_module, "boto_client_for", None) is _plain_client:
        _module.boto_client_for = client_for  # type: ignore[attr-defined]


@functools.lru_cache(maxsize=None)
def _operation(service: str, action: str) -> Any:
    model = session.get_service_model(service)
    names = {camel_to_snake_case(name): name for name in model.operation_names}
    return model.operation_model(names[action]) if action in names else None


def _operation_of(task: StateTaskService, service: str | None, action: str | None) -> Any:
    return _operation(task._get_boto_service_name(service), task._get_boto_service_action(action))


@replaces(StateTaskService)
def _normalise_parameters(
    _: Any, self: StateTaskService, parameters: dict[str, Any], boto_service_name: str | None = None, service_action_name: str | None = None
) -> None:
    """Parameters are PascalCase in a definition, whatever the service's own spelling is."""
    operation = _operation_of(self, boto_service_name, service_action_name)
    if operation and operation.input_shape is not None:
        self._to_boto_request(parameters, operation.input_shape)


@replaces(StateTaskService)
def _normalise_response(
    _: Any, self: StateTaskService, response: Any, boto_service_name: str | None = None, service_action_name: str | None = None
) -> None:
    """Results are PascalCase JSON: timestamps are strings, bodies are text."""
    operation = _operation_of(self, boto_service_name, service_action_name)
    if operation and operation.output_shape is not None:
        self._from_boto_response(response, operation.output_shape)
    _to_json(response)


def _to_json(value: Any) -> Any:
    if isinstance(value, dict):
        for key, part in value.items():
            value[key] = _to_json(part)
        return value
    if isinstance(value, list):
        value[:] = [_to_json(part) for part in value]
        return value
    if isinstance(value, datetime.datetime):
        return lifecycle.timestamp(value)
    if isinstance(value, StreamingBody):
        return value.read().decode(errors="replace")
    return value


def _normalise_service_error_name(service_name: str) -> str:
    """Errors of aws-sdk integrations begin with the service's name as AWS spells it: Lambda.ResourceNotFoundException."""
    return ERROR_PREFIXES.get(service_name.lower(), service_name[:1].upper() + service_name[1:])


StateTaskServiceAwsSdk._normalise_service_error_name = staticmethod(_normalise_service_error_name)  # type: ignore[method-assign]


@replaces(StateTaskServiceCallback)
def _from_error(original: Any, self: StateTaskServiceCallback, env: Any, ex: Exception) -> FailureEvent:
    """A call that got no answer (refused, closed, timed out) is the service's SdkClientException, which can be retried.

    moto makes it States.Runtime, which nothing can retry.
    """
    if not isinstance(ex, BotoCoreError):
        return original(self, env=env, ex=ex)
    name = self.resource.api_name if isinstance(self, StateTaskServiceAwsSdk) else self.resource.service_name
    known = ERROR_PREFIXES if isinstance(self, StateTaskServiceAwsSdk) else OPTIMISED_PREFIXES
    error = f"{known.get(name.lower(), name[:1].upper() + name[1:])}.SdkClientException"
    details = TaskFailedEventDetails(
        error=error, cause=f"Unable to execute HTTP request: {ex}", resource=self._get_sfn_resource(),
        resourceType=self._get_sfn_resource_type()
    )
    return FailureEvent(env, CustomErrorName(error), HistoryEventType.TaskFailed, EventDetails(taskFailedEventDetails=details))


@replaces(StateTaskServiceSfn, "_from_error")
def from_states_error(original: Any, self: StateTaskServiceSfn, env: Any, ex: Exception) -> FailureEvent:
    """What the model of Step Functions has no name for is StepFunctions.AWSStepFunctionsException; moto makes up a name from its code."""
    return _from_client_error(self, env, ex) if isinstance(ex, ClientError) else original(self, env=env, ex=ex)


@replaces(StateTaskServiceEvents, "_from_error")
def from_events_error(original: Any, self: StateTaskServiceEvents, env: Any, ex: Exception) -> FailureEvent:
    """A refused or failed PutEvents is an error of the task, which can be caught; moto makes it States.Runtime."""
    return _from_client_error(self, env, ex) if isinstance(ex, ClientError) else original(self, env=env, ex=ex)


def _from_client_error(task: StateTaskService, env: Any, ex: ClientError) -> FailureEvent:
    service, code = OPTIMISED_PREFIXES[task.resource.service_name], ex.response["Error"]["Code"]
    operation = _operation_of(task, None, None)
    has_name = operation and code in [shape.name for shape in operation.error_shapes]
    error = f"{service}.{(code if code.endswith('Exception') else code + 'Exception') if has_name else NAMELESS_ERRORS[service]}"
    metadata = ex.response["ResponseMetadata"]
    cause = f"{ex.response['Error']['Message']} (Service: {service}; Status Code: {metadata.get('HTTPStatusCode')}; Error Code: {code}; Request ID: {metadata.get('RequestId')}; Proxy: null)"
    details = TaskFailedEventDetails(
        error=error, cause=cause, resource=task._get_sfn_resource(), resourceType=task._get_sfn_resource_type()
    )
    return FailureEvent(env, CustomErrorName(error), HistoryEventType.TaskFailed, EventDetails(taskFailedEventDetails=details))
