"""AWS::ApiGateway::*."""

from typing import Any

from stacks.errors import ResourceFailure
from stacks.resources import Context, given, kind, rest_api_body, true


def spelled(value: Any) -> Any:
    """API Gateway's API begins names in lower case."""
    if isinstance(value, dict):
        return {key[:1].lower() + key[1:]: part for key, part in value.items()}
    return value


@kind(
    "AWS::ApiGateway::RestApi",
    "Name Description Body EndpointConfiguration Parameters FailOnWarnings ApiKeySourceType BinaryMediaTypes Policy Tags"
)
class RestApi:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        name = properties.get("Name") or (properties.get("Body") or {}).get("info", {}).get("title") or context.name(128)
        made = context.call(
            "apigateway",
            "create_rest_api",
            name=name,
            description=properties.get("Description"),
            endpointConfiguration=_endpoint(properties),
            binaryMediaTypes=properties.get("BinaryMediaTypes"),
            tags=context.tags(properties),
        )
        if "Body" in properties:
            rest_api_body.put(context, made["id"], properties["Body"])
        root = next(one["id"] for one in context.call("apigateway", "get_resources", restApiId=made["id"])["items"] if one["path"] == "/")
        return made["id"], {"RootResourceId": root, "RestApiId": made["id"]}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        changes = [
            {
                "op": "replace", "path": f"/{name.lower()}", "value": properties[name]
            } for name in ("Name", "Description") if name in properties
        ]
        if changes:
            context.call("apigateway", "update_rest_api", restApiId=physical_id, patchOperations=changes)
        if "Body" in properties and properties["Body"] != before.get("Body"):
            rest_api_body.put(context, physical_id, properties["Body"])

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("apigateway", "delete_rest_api", restApiId=physical_id)


def _endpoint(properties: dict[str, Any]) -> dict[str, Any] | None:
    wanted = properties.get("EndpointConfiguration")
    return {"types": wanted["Types"]} if wanted and "Types" in wanted else None


@kind("AWS::ApiGateway::Resource", "RestApiId ParentId PathPart", required="RestApiId ParentId PathPart", replaced_by="*")
class Resource:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        made = context.call(
            "apigateway", "create_resource", restApiId=properties["RestApiId"], parentId=properties["ParentId"],
            pathPart=properties["PathPart"]
        )
        return made["id"], {"ResourceId": made["id"]}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        raise ResourceFailure("A resource of an API is replaced, not updated")

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("apigateway", "delete_resource", restApiId=properties["RestApiId"], resourceId=physical_id)


@kind(
    "AWS::ApiGateway::Method",
    "RestApiId ResourceId HttpMethod AuthorizationType ApiKeyRequired Integration MethodResponses RequestParameters OperationName",
    required="RestApiId ResourceId HttpMethod",
    replaced_by="RestApiId ResourceId HttpMethod",
)
class Method:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        place = {"restApiId": properties["RestApiId"], "resourceId": properties["ResourceId"], "httpMethod": properties["HttpMethod"]}
        rest = spelled(given(properties, "ApiKeyRequired", "RequestParameters", "OperationName"))
        context.call("apigateway", "put_method", **place, authorizationType=properties.get("AuthorizationType", "NONE"), **rest)
        for response in properties.get("MethodResponses", []):
            context.call("apigateway", "put_method_response", **place, **spelled(response))
        if "Integration" in properties:
            _integrate(context, place, properties["Integration"])
        return "-".join(place.values()), {}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        Method.delete(context, physical_id, before)
        Method.create(context, properties)

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call(
            "apigateway", "delete_method", restApiId=properties["RestApiId"], resourceId=properties["ResourceId"],
            httpMethod=properties["HttpMethod"]
        )


def _integrate(context: Context, place: dict[str, str], integration: dict[str, Any]) -> None:
    wanted = spelled(integration)
    responses = wanted.pop("integrationResponses", [])
    method = wanted.pop("integrationHttpMethod", None)
    context.call("apigateway", "put_integration", **place, integrationHttpMethod=method, **wanted)
    for response in responses:
        context.call("apigateway", "put_integration_response", **place, **spelled(response))


@kind(
    "AWS::ApiGateway::Deployment", "RestApiId Description StageName StageDescription", required="RestApiId",
    replaced_by="RestApiId StageName"
)
class Deployment:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        made = context.call(
            "apigateway",
            "create_deployment",
            restApiId=properties["RestApiId"],
            stageName=properties.get("StageName"),
            description=properties.get("Description"),
            variables=(properties.get("StageDescription") or {}).get("Variables"),
        )
        return made["id"], {"DeploymentId": made["id"]}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        changes = [{"op": "replace", "path": "/description", "value": properties.get("Description", "")}]
        context.call(
            "apigateway", "update_deployment", restApiId=properties["RestApiId"], deploymentId=physical_id, patchOperations=changes
        )

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        for stage in context.call("apigateway", "get_stages", restApiId=properties["RestApiId"], deploymentId=physical_id)["item"]:
            # The stage that came with the deployment goes with it.
            if stage["stageName"] == properties.get("StageName"):
                context.call("apigateway", "delete_stage", restApiId=properties["RestApiId"], stageName=stage["stageName"])
        context.call("apigateway", "delete_deployment", restApiId=properties["RestApiId"], deploymentId=physical_id)


# Where UpdateStage finds each setting; source: "Patch operations" in the API Gateway API reference.
METHOD_SETTINGS = {
    "MetricsEnabled": "metrics/enabled",
    "LoggingLevel": "logging/loglevel",
    "DataTraceEnabled": "logging/dataTrace",
    "ThrottlingBurstLimit": "throttling/burstLimit",
    "ThrottlingRateLimit": "throttling/rateLimit",
    "CachingEnabled": "caching/enabled",
    "CacheTtlInSeconds": "caching/ttlInSeconds",
    "CacheDataEncrypted": "caching/dataEncrypted",
}


def method_settings(properties: dict[str, Any]) -> dict[str, str]:
    """A stage's method settings as the paths and values of patch operations."""
    paths = {}
    for setting in properties.get("MethodSettings") or []:
        resource = setting["ResourcePath"].strip("/").replace("/", "~1") or "~1"
        method = setting["HttpMethod"]
        for name, value in setting.items():
            if name in METHOD_SETTINGS:
                text = str(value).lower() if isinstance(value, bool) else str(value)
                paths[f"/{resource}/{method}/{METHOD_SETTINGS[name]}"] = text
    return paths


@kind(
    "AWS::ApiGateway::Stage",
    "RestApiId StageName DeploymentId Description Variables TracingEnabled MethodSettings Tags",
    required="RestApiId DeploymentId",
    replaced_by="RestApiId StageName",
)
class Stage:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        context.call(
            "apigateway",
            "create_stage",
            tags=context.tags(properties),
            **spelled(given(properties, "RestApiId", "StageName", "DeploymentId", "Description", "Variables", "TracingEnabled")),
        )
        settings = method_settings(properties)
        if settings:
            context.call(
                "apigateway",
                "update_stage",
                restApiId=properties["RestApiId"],
                stageName=properties["StageName"],
                patchOperations=[{"op": "replace", "path": path, "value": value} for path, value in settings.items()],
            )
        return properties["StageName"], {}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        settings = method_settings(properties)
        changes = [{"op": "replace", "path": path, "value": value} for path, value in settings.items()]
        changes += [{"op": "remove", "path": path} for path in method_settings(before) if path not in settings]
        changes += [
            {"op": "replace", "path": "/deploymentId", "value": properties["DeploymentId"]},
            {"op": "replace", "path": "/description", "value": properties.get("Description", "")},
            {"op": "replace", "path": "/tracingEnabled", "value": str(true(properties.get("TracingEnabled", False))).lower()},
        ]
        wanted, had = properties.get("Variables") or {}, before.get("Variables") or {}
        changes += [{"op": "replace", "path": f"/variables/{name}", "value": str(value)} for name, value in wanted.items()]
        changes += [{"op": "remove", "path": f"/variables/{name}"} for name in had if name not in wanted]
        context.call("apigateway", "update_stage", restApiId=properties["RestApiId"], stageName=physical_id, patchOperations=changes)

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("apigateway", "delete_stage", restApiId=properties["RestApiId"], stageName=physical_id)


@kind("AWS::ApiGateway::Account", "CloudWatchRoleArn")
class Account:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        changes = [{"op": "replace", "path": "/cloudwatchRoleArn", "value": properties.get("CloudWatchRoleArn", "")}]
        context.call("apigateway", "update_account", patchOperations=changes)
        name = context.name(64)
        return name, {"Id": name}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        Account.create(context, properties)

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        """The account's setting stays when the stack goes."""
