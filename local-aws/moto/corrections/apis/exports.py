"""Exports: what a stage serves, as OpenAPI."""

import json
from typing import Any

from moto.apigateway.models import APIGatewayBackend
from moto.apigateway.responses import APIGatewayResponse

from corrections.apis.errors import bad_request, not_found
from corrections.replacing import replaces

ANY = "x-amazon-apigateway-any-method"
INTEGRATION = {
    "uri": "uri", "httpMethod": "httpMethod", "credentials": "credentials", "connectionId": "connectionId",
    "connectionType": "connectionType", "contentHandling": "contentHandling", "requestParameters": "requestParameters",
    "requestTemplates": "requestTemplates",
}  # fmt: skip
AUTHORIZER = (
    "authorizerUri", "authorizerCredentials", "authorizerResultTtlInSeconds", "identityValidationExpression", "providerARNs",
)  # fmt: skip


def definition_of(api: Any) -> dict[str, Any]:
    """A copy of the API as it is edited now."""
    parts = {
        "name": api.name,
        "binary": api.binaryMediaTypes or [],
        "authorizers": [one.to_json() for one in api.authorizers.values()],
        "validators": [one.to_dict() for one in api.request_validators.values()],
        "methods": [
            (resource.get_path(), name, method.to_json()) for resource in api.resources.values()
            for name, method in resource.resource_methods.items()
        ],
    }
    return json.loads(json.dumps(parts))


@replaces(APIGatewayBackend)
def export_api(original: Any, self: Any, rest_api_id: str, export_type: str, stage_name: str = "", extensions: str = "") -> dict[str, Any]:
    """An export has what the stage serves, not what is edited; API Gateway's extensions are in it when they are asked for."""
    if export_type not in ("oas30", "swagger"):
        raise bad_request(f"No API exporter for type '{export_type}'")
    api = self.get_rest_api(rest_api_id)
    stage = api.stages.get(stage_name)
    if stage is None:
        raise not_found("Stage")
    definition = api.deployments[stage.deployment_id].definition
    if export_type == "swagger":
        return original(self, rest_api_id, export_type)
    paths: dict[str, Any] = {}
    for path, name, method in definition["methods"]:
        operation = _operation(method, definition, "integrations" in extensions or "apigateway" in extensions)
        paths.setdefault(path, {})[ANY if name == "ANY" else name.lower()] = operation
    exported = {
        "openapi": "3.0.1",
        "info": {"title": definition["name"], "version": "2026-01-01T00:00:00Z"},
        "servers": [{"url": f"https://{rest_api_id}.execute-api.{self.region_name}.amazonaws.com/{stage_name}"}],
        "paths": paths,
        "components": {"securitySchemes": _schemes(definition, extensions)},
    }
    if definition["binary"]:
        exported["x-amazon-apigateway-binary-media-types"] = definition["binary"]
    return exported


@replaces(APIGatewayResponse)
def get_export(original: Any, self: Any) -> Any:
    """GetExport is of a stage."""
    _, _, api, _, stage, _, kind = self.path.rstrip("/").split("/")
    body = self.backend.export_api(api, kind, stage, ",".join(self.querystring.get("extensions", [])))
    headers = {"Content-Type": "application/json", "Content-Disposition": f'attachment; filename="{kind}_{api}.json"'}
    return 200, headers, json.dumps(body)


def _operation(method: dict[str, Any], definition: dict[str, Any], extended: bool) -> dict[str, Any]:
    operation: dict[str, Any] = {"responses": {}}
    if names := _security(method, definition):
        operation["security"] = [{name: []} for name in names]
    validator = next((one["name"] for one in definition["validators"] if one["id"] == method.get("requestValidatorId")), None)
    if validator and extended:
        operation["x-amazon-apigateway-request-validator"] = validator
    if extended and (integration := method.get("methodIntegration")):
        operation["x-amazon-apigateway-integration"] = _integration(integration)
    return operation


def _integration(live: dict[str, Any]) -> dict[str, Any]:
    shown = {field: live[name] for field, name in INTEGRATION.items() if live.get(name)}
    if live["type"] == "MOCK":
        shown.pop("httpMethod", None)
    shown["type"] = live["type"].lower()
    shown["passthroughBehavior"] = (live.get("passthroughBehavior") or "WHEN_NO_MATCH").lower()
    # The default is left out, as in API Gateway's exports.
    if int(live.get("timeoutInMillis") or 29_000) != 29_000:
        shown["timeoutInMillis"] = int(live["timeoutInMillis"])
    if live.get("responseTransferMode", "BUFFERED") != "BUFFERED":
        shown["responseTransferMode"] = live["responseTransferMode"]
    responses = {}
    for status, response in (live.get("integrationResponses") or {}).items():
        kept = {name: response[name] for name in ("contentHandling", "responseParameters", "responseTemplates") if response.get(name)}
        responses[response.get("selectionPattern") or "default"] = {"statusCode": status} | kept
    return shown | ({"responses": responses} if responses else {})


def _security(method: dict[str, Any], definition: dict[str, Any]) -> list[str]:
    kind = method.get("authorizationType")
    names = [one["name"] for one in definition["authorizers"] if one["id"] == method.get("authorizerId") and kind not in (None, "NONE")]
    if kind == "AWS_IAM":
        names.append("sigv4")
    if method.get("apiKeyRequired"):
        names.append("api_key")
    return names


def _schemes(definition: dict[str, Any], extensions: str) -> dict[str, Any]:
    used = {name for _, _, method in definition["methods"] for name in _security(method, definition)}
    schemes: dict[str, Any] = {}
    if "sigv4" in used:
        schemes["sigv4"] = {"type": "apiKey", "name": "Authorization", "in": "header", "x-amazon-apigateway-authtype": "awsSigv4"}
    if "api_key" in used:
        schemes["api_key"] = {"type": "apiKey", "name": "x-api-key", "in": "header"}
    for one in definition["authorizers"]:
        if one["name"] in used:
            schemes[one["name"]] = _authorizer(one, "authorizers" in extensions or "apigateway" in extensions)
    return schemes


def _authorizer(live: dict[str, Any], extended: bool) -> dict[str, Any]:
    source = live.get("identitySource") or ""
    is_token = live["type"] != "REQUEST"
    name = source.removeprefix("method.request.header.") if is_token else "Unused"
    scheme: dict[str, Any] = {"type": "apiKey", "name": name, "in": "header"}
    if extended:
        shown = {field: live[field] for field in AUTHORIZER if live.get(field) is not None}
        scheme["x-amazon-apigateway-authorizer"] = shown | {"type": live["type"].lower()} | ({} if is_token else {"identitySource": source})
    return scheme
