"""Stages: a name, a deployment, variables, and maybe a canary."""

from typing import Any

from moto.apigateway.models import APIGatewayBackend, RestAPI, Stage

from corrections.apis.errors import bad_request, not_found
from corrections.apis.patches import change, check, parts
from corrections.replacing import replaces


@replaces(RestAPI)
def create_stage(original: Any, self: Any, name: str, deployment_id: str, *rest: Any, **more: Any) -> Any:
    """A stage needs a deployment that exists."""
    if deployment_id not in self.deployments:
        raise not_found("Deployment")
    return original(self, name, deployment_id, *rest, **more)


@replaces(APIGatewayBackend)
def update_stage(original: Any, self: Any, function_id: str, stage_name: str, patch_operations: Any) -> Any:
    """UpdateStage applies all patch operations or none: all are checked first, unknown deployments are refused (400)."""
    operations = patch_operations or []
    check(operations)
    api, stage = self.get_rest_api(function_id), self.get_stage(function_id, stage_name)
    for operation in operations:
        _check_deployment(api, stage, operation)
    return stage.apply_operations(operations)


@replaces(Stage)
def apply_operations(original: Any, self: Any, patch_operations: list[dict[str, Any]]) -> Any:
    """Patches of the canary change the canary, not the stage; copying promotes it."""
    for operation in patch_operations:
        first, *rest = parts(operation["path"])
        if first == "canarySettings":
            _patch_canary(self, operation, rest)
        elif first == "deploymentId":
            self.deployment_id = _deployment(self, operation)
        elif first == "variables" and rest:
            _patch_variables(self, operation, "/".join(rest))
        else:
            original(self, [operation])
    return self


@replaces(Stage)
def to_json(original: Any, self: Any) -> dict[str, Any]:
    """A stage with a canary shows its settings."""
    canary = getattr(self, "canary_settings", None)
    return original(self) | ({"canarySettings": canary} if canary else {})


def _patch_canary(stage: Any, operation: dict[str, Any], rest: list[str]) -> None:
    if not rest:
        stage.canary_settings = None
        return
    canary = dict(getattr(stage, "canary_settings", None) or {"percentTraffic": 0.0, "useStageCache": False})
    field, *names = rest
    if field == "stageVariableOverrides" and names:
        overrides = dict(canary.get("stageVariableOverrides") or {})
        change(overrides, operation, "/".join(names))
        canary["stageVariableOverrides"] = overrides
    elif field == "percentTraffic":
        canary[field] = float(operation["value"])
    elif field == "useStageCache":
        canary[field] = str(operation["value"]).lower() == "true"
    else:
        change(canary, operation, field)
    stage.canary_settings = canary


def _patch_variables(stage: Any, operation: dict[str, Any], name: str) -> None:
    # A new dict: whoever read the stage keeps what was read.
    variables = dict(stage.variables)
    if operation["op"] == "copy":
        operation = {"op": "replace", "value": _canary(stage).get("stageVariableOverrides", {}).get(name)}
    change(variables, operation, name)
    stage.variables = variables


def _deployment(stage: Any, operation: dict[str, Any]) -> str | None:
    if operation["op"] == "copy":
        return _canary(stage).get("deploymentId")
    return operation.get("value")


def _canary(stage: Any) -> dict[str, Any]:
    return getattr(stage, "canary_settings", None) or {}


def _check_deployment(api: Any, stage: Any, operation: dict[str, Any]) -> None:
    path = parts(operation["path"])
    if path[-1] != "deploymentId" or path[0] not in ("deploymentId", "canarySettings"):
        return
    if operation["op"] not in ("replace", "copy"):
        raise bad_request(f"Invalid patch path '{operation['path']}' specified for op '{operation['op']}'. Must be one of: [replace, copy]")
    if _deployment(stage, operation) not in api.deployments:
        raise bad_request("Invalid deployment identifier specified")
