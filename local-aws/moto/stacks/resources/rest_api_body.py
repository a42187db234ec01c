"""The Body of a REST API (Swagger 2.0 or OpenAPI 3) as resources, methods and integrations.

moto imports OpenAPI 3 only, and SAM writes Swagger 2.0.
"""

from typing import Any

from stacks.resources import Context

INTEGRATION = "x-amazon-apigateway-integration"
METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "x-amazon-apigateway-any-method"}
INTEGRATION_FIELDS = (
    "uri", "credentials", "requestParameters", "requestTemplates", "passthroughBehavior", "timeoutInMillis", "contentHandling"
)


def put(context: Context, api: str, body: dict[str, Any]) -> None:
    """Replaces all paths of the API."""
    resources = context.call("apigateway", "get_resources", restApiId=api, limit=500)["items"]
    root = next(one["id"] for one in resources if one["path"] == "/")
    for one in sorted(resources, key=lambda resource: -len(resource["path"])):
        if one["id"] != root:
            context.call("apigateway", "delete_resource", restApiId=api, resourceId=one["id"])
    known = {"/": root}
    for path, operations in (body.get("paths") or {}).items():
        resource = _resource(context, api, path.rstrip("/") or "/", known)
        for method, operation in operations.items():
            if method.lower() in METHODS:
                name = "ANY" if method.startswith("x-") else method.upper()
                _method(context, {"restApiId": api, "resourceId": resource, "httpMethod": name}, operation)


def _resource(context: Context, api: str, path: str, known: dict[str, str]) -> str:
    if path not in known:
        parent, _, part = path.rpartition("/")
        above = _resource(context, api, parent or "/", known)
        known[path] = context.call("apigateway", "create_resource", restApiId=api, parentId=above, pathPart=part)["id"]
    return known[path]


def _method(context: Context, place: dict[str, str], operation: dict[str, Any]) -> None:
    context.call("apigateway", "put_method", **place, authorizationType="NONE", apiKeyRequired=False)
    for status in operation.get("responses") or {}:
        if str(status).isdigit():
            context.call("apigateway", "put_method_response", **place, statusCode=str(status))
    integration = operation.get(INTEGRATION)
    if integration:
        fields = {name: integration[name] for name in INTEGRATION_FIELDS if name in integration}
        context.call(
            "apigateway", "put_integration", **place, type=integration["type"].upper(), integrationHttpMethod=integration.get("httpMethod"),
            **fields
        )
        for pattern, response in (integration.get("responses") or {}).items():
            wanted = {name: response[name] for name in ("responseParameters", "responseTemplates") if name in response}
            selection = None if pattern == "default" else pattern
            context.call(
                "apigateway", "put_integration_response", **place, statusCode=str(response["statusCode"]), selectionPattern=selection,
                **wanted
            )
