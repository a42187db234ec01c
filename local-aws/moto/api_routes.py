"""What the gateway needs to answer calls of a deployed API stage."""

from typing import Any

from moto.apigateway.models import apigateway_backends

import settings
from routes import NotFound, route


@route("GET", "stage")
def stage(query: dict[str, str], body: Any) -> Any:
    """Variables, and the methods as they were when the stage's deployment was made."""
    api = apigateway_backends[settings.ACCOUNT][query["region"]].apis.get(query["api"])
    found = api.stages.get(query["stage"]) if api else None
    if found is None:
        raise NotFound(f"no stage {query['stage']} of API {query['api']}")
    deployment = api.deployments.get(found.deployment_id)
    resources = [_resource(each) for each in deployment.resources if each["Methods"]] if deployment else []
    return {"Variables": found.variables, "Resources": resources}


def _resource(resource: dict[str, Any]) -> dict[str, Any]:
    shown = ("Type", "Uri", "Credentials", "RequestTemplates", "Responses")
    methods = {name: {field: method[field] for field in shown} for name, method in resource["Methods"].items()}
    return {"Path": resource["Path"], "Methods": methods}
