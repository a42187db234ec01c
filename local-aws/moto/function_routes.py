"""What the gateway needs to run functions: which version, its settings, its code, its layers."""

from typing import Any

from moto.awslambda.models import lambda_backends

import settings
from corrections.functions import provisioned
from corrections.functions.lifecycle import running, settle_now, state
from corrections.functions.locking import LOCK
from corrections.functions.names import FunctionId
from corrections.roles import propagation
from permissions import documents
from routes import NotFound, route


def _backend(query: dict[str, str]) -> Any:
    return lambda_backends[settings.ACCOUNT][query["region"]]


@route("GET", "function")
def function(query: dict[str, str], body: Any) -> Any:
    """What name and qualifier mean at this moment: one version, or two with weights."""
    with LOCK:
        backend = _backend(query)
        name, qualifier = FunctionId.parse(query["name"], query.get("qualifier"))
        backend.get_function(name, qualifier)
        aliases = backend._lambdas._get_function_aliases(name)
        if qualifier in aliases:
            routes = _alias_routes(aliases[qualifier])
        else:
            routes = [{"Version": qualifier or "$LATEST", "Weight": 1.0}]
        arn = backend.get_function(name).function_arn
        return {"FunctionName": name, "FunctionArn": arn, "Qualifier": qualifier, "Routes": routes}


def _alias_routes(alias: Any) -> list[dict[str, Any]]:
    additional = (alias.routing_config or {}).get("AdditionalVersionWeights") or {}
    rest = round(1 - sum(additional.values()), 10)
    weights = {alias.function_version: rest} | additional
    return [{"Version": version, "Weight": weight} for version, weight in weights.items()]


@route("GET", "version")
def version(query: dict[str, str], body: Any) -> Any:
    """Settings of one version as an invocation sees them."""
    with LOCK:
        found = _backend(query).get_function(query["name"], query["version"])
        run = running(found)
        return {
            "FunctionName": run.function_name,
            "FunctionArn": _backend(query).get_function(run.function_name).function_arn,
            "Version": str(run.version),
            "Runtime": run.run_time,
            "Handler": run.handler,
            "Timeout": run.timeout,
            "MemorySize": run.memory_size,
            "Environment": run.environment_vars or {},
            "Layers": [layer["Arn"] for layer in run.layers],
            "Role": run.role,
            "CodeSha256": run.code_sha_256,
            "State": state(found)["State"],
            "LastUpdateStatus": state(found).get("LastUpdateStatus"),
            "ReservedConcurrency": _reserved(query, run.function_name),
            "DeadLetterArn": run.kept.get("DeadLetterConfig", {}).get("TargetArn"),
            "Architectures": run.architectures,
            "EphemeralStorage": run.ephemeral_storage,
            "Tracing": run.tracing_config.get("Mode"),
            "LogGroup": run.get_configuration()["LoggingConfig"]["LogGroup"],
            "Generation": run.generation,
        }


def _reserved(query: dict[str, str], name: str) -> int | None:
    value = _backend(query).get_function(name).reserved_concurrency
    return None if value is None else int(value)


@route("GET", "code")
def code(query: dict[str, str], body: Any) -> Any:
    """The zip of a version; with `generation` also the one that an update has just replaced."""
    with LOCK:
        found = _backend(query).get_function(query["name"], query["version"])
        wanted = query.get("generation") or running(found).generation
        for candidate in (found, found.previous):
            if candidate is not None and candidate.generation == wanted:
                return candidate.code_bytes
        raise NotFound(f"{query['name']} {query['version']} has no generation {wanted} any more")


@route("GET", "layer")
def layer(query: dict[str, str], body: Any) -> Any:
    """The zip of a layer version, also of a deleted one: functions that use it keep it."""
    with LOCK:
        name, _, number = query["arn"].rpartition(":layer:")[2].partition(":")
        found = _backend(query)._layers._layers.get(name)
        if found is None:
            return None
        kept = found.layer_versions.get(number) or found.__dict__.get("deleted_versions", {}).get(number)
        return None if kept is None else kept.code_bytes


@route("POST", "settle")
def settle_function(query: dict[str, str], body: Any) -> Any:
    """Ends Pending and InProgress of {"Name", "Version"?} at once, provisioned concurrency included, so that a test need not wait."""
    with LOCK:
        found = _backend(query).get_function(body["Name"], body.get("Version"))
        settle_now(found)
        provisioned.settle_now(_backend(query), found.function_name)
        return state(found)


@route("POST", "settle/role")
def settle_role(query: dict[str, str], body: Any) -> Any:
    """Lets Lambda know the role {"Arn"} at once, so that a test need not wait."""
    found = documents.role_of(body["Arn"])
    if found is None:
        raise NotFound(f"no role {body['Arn']}")
    propagation.know(found)
    return {}
