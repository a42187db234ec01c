"""Clients of the launcher itself: a stack is made of the calls that anyone could make."""

import os
import threading
from typing import Any

import boto3
from botocore.config import Config

import loopback

_clients: dict[tuple[str, str], Any] = {}
_lock = threading.Lock()


def client(service: str, region: str) -> Any:
    with _lock:
        if (service, region) not in _clients:
            config = Config(
                retries={"total_max_attempts": 1}, parameter_validation=True, s3={"addressing_style": "path"}, user_agent="cloudformation"
            )
            made = boto3.client(
                service,
                region_name=region,
                endpoint_url=f"http://127.0.0.1:{os.environ['MOTO_PORT']}",
                aws_access_key_id="cloudformation",
                aws_secret_access_key="cloudformation",
                config=config,
            )
            _clients[service, region] = loopback.lead(made)
        return _clients[service, region]


def call(service: str, region: str, operation: str, parameters: dict[str, Any]) -> dict[str, Any]:
    """One API call. Values are given the type that the API wants: templates may say "60" and "true"; None is left out."""
    target = client(service, region)
    model = target.meta.service_model.operation_model(target.meta.method_to_api_mapping[operation])
    wanted = {name: value for name, value in parameters.items() if value is not None}
    return getattr(target, operation)(**(_typed(model.input_shape, wanted) if model.input_shape else {}))


def _typed(shape: Any, value: Any) -> Any:
    if shape.type_name == "structure" and isinstance(value, dict):
        return {name: _typed(shape.members[name], part) if name in shape.members else part for name, part in value.items()}
    if shape.type_name == "list" and isinstance(value, list):
        return [_typed(shape.member, part) for part in value]
    if shape.type_name == "map" and isinstance(value, dict):
        return {str(name): _typed(shape.value, part) for name, part in value.items()}
    if shape.type_name in ("integer", "long") and not isinstance(value, bool):
        return int(value)
    if shape.type_name in ("float", "double") and not isinstance(value, bool):
        return float(value)
    if shape.type_name == "boolean":
        return str(value).lower() == "true"
    if shape.type_name == "string" and not isinstance(value, str):
        return str(value).lower() if isinstance(value, bool) else str(value)
    return value
