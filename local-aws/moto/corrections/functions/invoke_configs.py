"""What happens to asynchronous invocations: one configuration per function, version or alias."""

import json
import time
from typing import Any
from urllib.parse import unquote

from moto.awslambda.models import EventInvokeConfig
from moto.awslambda.responses import LambdaResponse

from corrections.functions.errors import not_found
from corrections.functions.names import FunctionId
from corrections.functions.paging import page
from corrections.replacing import replaces

FIELDS = ("MaximumRetryAttempts", "MaximumEventAgeInSeconds", "DestinationConfig")


def _addressed(response: Any, segment: int) -> tuple[dict[str, Any], str, str]:
    """The function's configurations, the qualifier, and the ARN that the configuration is for."""
    qualifier = response.querystring.get("Qualifier", [None])[0]
    name, qualifier = FunctionId.parse(unquote(response.path.rstrip("/").split("/")[segment]), qualifier)
    response.backend.get_function(name, qualifier)
    latest = response.backend.get_function(name)
    qualifier = qualifier or "$LATEST"
    return latest.__dict__.setdefault("invoke_configs", {}), qualifier, f"{latest.function_arn}:{qualifier}"


def _put(response: Any, before: dict[str, Any]) -> Any:
    configs, qualifier, arn = _addressed(response, -2)
    asked = {name: response.json_body[name] for name in FIELDS if name in response.json_body}
    config = {name: before[name] for name in FIELDS if name in before} | asked
    # For its checks of ranges and ARNs.
    EventInvokeConfig(arn, "", config)
    configs[qualifier] = {"FunctionArn": arn, "LastModified": time.time()} | config
    return 200, {}, json.dumps(configs[qualifier])


@replaces(LambdaResponse)
def put_function_event_invoke_config(original: Any, self: Any) -> Any:
    """PutFunctionEventInvokeConfig replaces the qualifier's configuration as a whole."""
    return _put(self, {})


@replaces(LambdaResponse)
def update_function_event_invoke_config(original: Any, self: Any) -> Any:
    """UpdateFunctionEventInvokeConfig keeps what is not sent."""
    configs, qualifier, arn = _addressed(self, -2)
    return _put(self, _existing(configs, qualifier, arn))


@replaces(LambdaResponse)
def get_function_event_invoke_config(original: Any, self: Any) -> Any:
    """GetFunctionEventInvokeConfig knows only the qualifier it is asked for (404 otherwise)."""
    return 200, {}, json.dumps(_existing(*_addressed(self, -2)))


@replaces(LambdaResponse)
def delete_function_event_invoke_config(original: Any, self: Any) -> Any:
    """DeleteFunctionEventInvokeConfig leaves the other qualifiers' alone."""
    configs, qualifier, arn = _addressed(self, -2)
    _existing(configs, qualifier, arn)
    del configs[qualifier]
    return 204, {"status": 204}, ""


@replaces(LambdaResponse)
def list_function_event_invoke_configs(original: Any, self: Any) -> Any:
    """ListFunctionEventInvokeConfigs shows those of all qualifiers."""
    shown, marker = page(self, _addressed(self, -3)[0].values())
    return 200, {}, json.dumps({"FunctionEventInvokeConfigs": shown} | marker)


def _existing(configs: dict[str, Any], qualifier: str, arn: str) -> dict[str, Any]:
    if qualifier not in configs:
        raise not_found(f"The function {arn} doesn't have an EventInvokeConfig")
    return configs[qualifier]
