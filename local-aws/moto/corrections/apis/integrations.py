"""Integrations: what stands behind a method."""

import json
import re
from typing import Any

from moto.apigateway.models import APIGatewayBackend, Integration, RestAPI
from moto.apigateway.responses import APIGatewayResponse

from corrections.apis.errors import bad_request, not_found
from corrections.apis.patches import change, check, parts
from corrections.replacing import replaces

FIELDS = {
    "uri": "uri",
    "httpMethod": "http_method",
    "credentials": "credentials",
    "timeoutInMillis": "timeout_in_millis",
    "passthroughBehavior": "passthrough_behaviour",
    "contentHandling": "content_handling",
    "connectionType": "connection_type",
    "cacheNamespace": "cache_namespace",
}
# What moto drops.
KEPT = ("connectionId", "cacheKeyParameters", "integrationTarget", "responseTransferMode")
MAPS = {"requestParameters": "request_parameters", "requestTemplates": "request_templates"}
_LAMBDA = re.compile(r"arn:[a-z-]+:apigateway:[a-z0-9-]+:[a-z0-9.-]+:(path|action)/.+")


@replaces(APIGatewayBackend)
def get_integration(original: Any, self: Any, function_id: str, resource_id: str, method_type: str) -> Any:
    """An integration that does not exist is 404."""
    self.get_method(function_id, resource_id, method_type)
    integration = original(self, function_id, resource_id, method_type)
    if integration is None:
        raise not_found("Integration")
    return integration


@replaces(APIGatewayBackend)
def put_integration(
    original: Any, self: Any, function_id: str, resource_id: str, method_type: str, integration_type: str, uri: str, *rest: Any, **more: Any
) -> Any:
    """The URI of an AWS integration is an ARN of API Gateway's own kind."""
    if integration_type in ("AWS", "AWS_PROXY") and not _LAMBDA.fullmatch(uri or ""):
        raise bad_request("Invalid ARN specified in the request")
    return original(self, function_id, resource_id, method_type, integration_type, uri, *rest, **more)


@replaces(APIGatewayResponse, "put_integration")
def put_whole_integration(original: Any, self: Any) -> Any:
    """PutIntegration keeps all that it is given; only a proxy integration can stream its answers."""
    if self._get_param("responseTransferMode") == "STREAM" and self._get_param("type") not in ("AWS_PROXY", "HTTP_PROXY"):
        raise bad_request("Response transfer mode STREAM is only supported for AWS_PROXY and HTTP_PROXY integrations")
    status, headers, _ = original(self)
    _, _, api, _, resource, _, method, _ = self.path.rstrip("/").split("/")
    integration = self.backend.get_integration(api, resource, method)
    integration.kept = {name: value for name in KEPT if (value := self._get_param(name)) is not None}
    return status, headers, json.dumps(integration.to_json())


@replaces(Integration)
def to_json(original: Any, self: Any) -> dict[str, Any]:
    """An integration is answered with all that it was given; answers are buffered unless it says otherwise."""
    return original(self) | {"responseTransferMode": "BUFFERED"} | getattr(self, "kept", {})


@replaces(APIGatewayResponse)
def update_integration(original: Any, self: Any) -> str:
    """UpdateIntegration changes the integration in place; deployed stages do not notice until the next deployment."""
    _, _, api, _, resource, _, method, _ = self.path.rstrip("/").split("/")
    integration = self.backend.get_integration(api, resource, method)
    operations = self._get_param("patchOperations") or []
    check(operations)
    for operation in operations:
        _apply(integration, operation)
    return json.dumps(integration.to_json())


def _apply(integration: Any, operation: dict[str, Any]) -> None:
    field, *rest = parts(operation["path"])
    if field in FIELDS and operation["op"] == "replace" and not rest:
        if field == "uri" and integration.integration_type in ("AWS", "AWS_PROXY") and not _LAMBDA.fullmatch(operation.get("value") or ""):
            raise bad_request("Invalid ARN specified in the request")
        setattr(integration, FIELDS[field], operation.get("value"))
    elif field in MAPS and rest:
        values = dict(getattr(integration, MAPS[field]) or {})
        change(values, operation, "/".join(rest))
        setattr(integration, MAPS[field], values)
    else:
        raise bad_request(f"Invalid patch path '{operation['path']}' specified for op '{operation['op']}'")


@replaces(RestAPI)
def update_integration_mocks(original: Any, self: Any, stage_name: str) -> None:
    """Deployed stages are called through the gateway, not through moto's patched HTTP library."""
