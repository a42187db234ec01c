"""Deployments: frozen copies of an API that stages point to."""

import copy
import json
from typing import Any

from moto.apigateway.exceptions import StageStillActive
from moto.apigateway.models import APIGatewayBackend, Deployment, RestAPI
from moto.apigateway.responses import APIGatewayResponse

from corrections.apis import exports
from corrections.apis.errors import bad_request, not_found
from corrections.replacing import replaces


@replaces(APIGatewayBackend)
def create_deployment(original: Any, self: Any, function_id: str, name: str, description: str = "", stage_variables: Any = None) -> Any:
    """An API is deployed only with methods, each with an integration (400)."""
    methods = [method for resource in self.get_resources(function_id) for method in resource.resource_methods.values()]
    if methods and not all(method.method_integration for method in methods):
        raise bad_request("No integration defined for method")
    return original(self, function_id, name, description, stage_variables)


@replaces(RestAPI, "create_deployment")
def deploy(original: Any, self: Any, name: str, description: str, stage_variables: Any = None) -> Any:
    """A deployment keeps the API as it is now; deploying to a stage that exists moves it and keeps its settings."""
    stage = self.stages.get(name)
    deployment = original(self, name, description, stage_variables)
    deployment.resources = [_frozen(resource) for resource in self.resources.values()]
    deployment.definition = exports.definition_of(self)
    if stage is not None:
        stage.deployment_id = deployment.id
        stage.variables |= stage_variables or {}
        self.stages[name] = stage
    return deployment


@replaces(APIGatewayResponse, "create_deployment")
def create_with_canary(original: Any, self: Any) -> Any:
    """CreateDeployment with canarySettings deploys to the stage's canary; the stage itself stays, and is not deployed past its canary."""
    settings = self._get_param("canarySettings")
    api, name = self.backend.get_rest_api(self.path.split("/")[2]), self._get_param("stageName")
    if not settings and name in api.stages and getattr(api.stages[name], "canary_settings", None):
        raise bad_request(
            f"Invalid deployment content specified.Non canary deployment not supported on stage {name} because Canary is enabled. "
            "Provide CanarySettings in deploymentInput."
        )
    if not settings or name not in api.stages:
        return original(self)
    stage = api.stages[name]
    before = stage.deployment_id, dict(stage.variables)
    status, headers, body = original(self)
    stage.deployment_id, stage.variables = before
    stage.canary_settings = {"percentTraffic": 0.0, "useStageCache": False} | settings | {"deploymentId": json.loads(body)["id"]}
    return status, headers, body


@replaces(RestAPI)
def get_deployment(original: Any, self: Any, deployment_id: str) -> Any:
    """An unknown deployment is 404."""
    if deployment_id not in self.deployments:
        raise not_found("Deployment")
    return original(self, deployment_id)


@replaces(RestAPI)
def delete_deployment(original: Any, self: Any, deployment_id: str) -> Any:
    """A deployment goes only when no stage points to it any more (400), wherever it was first deployed."""
    self.get_deployment(deployment_id)
    if any(deployment_id in _used(stage) for stage in self.stages.values()):
        raise StageStillActive
    return self.deployments.pop(deployment_id)


@replaces(Deployment)
def to_json(original: Any, self: Any) -> dict[str, Any]:
    """apiSummary lists the methods that were deployed."""
    summary = {
        resource["Path"]: {
            name: {"authorizationType": method["AuthorizationType"], "apiKeyRequired": method["ApiKeyRequired"]}
            for name, method in resource["Methods"].items()
        }
        for resource in self.resources
        if resource["Methods"]
    }
    return original(self) | {"apiSummary": summary}


def _used(stage: Any) -> set[str]:
    canary = getattr(stage, "canary_settings", None) or {}
    return {stage.deployment_id, canary.get("deploymentId")}


def _frozen(resource: Any) -> dict[str, Any]:
    return {"Path": resource.get_path(), "Methods": {name: _method(method) for name, method in resource.resource_methods.items()}}


def _method(method: Any) -> dict[str, Any]:
    integration = copy.copy(method.method_integration)
    return {
        "Type": integration.integration_type if integration else None,
        "Uri": integration.uri if integration else None,
        "Credentials": integration.credentials if integration else None,
        "RequestTemplates": dict(integration.request_templates or {}) if integration else {},
        "Responses": {
            status: _response(response) for status, response in (integration.integration_responses or {}).items()
        } if integration else {},
        "AuthorizationType": method.authorization_type,
        "ApiKeyRequired": bool(method.api_key_required),
    }


def _response(response: Any) -> dict[str, Any]:
    return {"Pattern": response.selection_pattern or "", "Templates": dict(response.response_templates or {})}
