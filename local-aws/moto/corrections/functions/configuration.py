"""A function's settings: what is kept, what is refused."""

import json
import re
from typing import Any

from moto.awslambda.models import LambdaFunction, LambdaStorage, lambda_backends

from corrections.functions import runtimes
from corrections.functions.code import MAX_UNZIPPED, unzipped_size
from corrections.functions.errors import invalid, validation
from corrections.replacing import replaces
from corrections.roles import propagation
from permissions import documents, services

MAX_ENVIRONMENT = 4_096
KEPT = ("DeadLetterConfig", "LoggingConfig", "KMSKeyArn", "FileSystemConfigs", "SnapStart")
RESERVED_VARIABLES = {
    "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE",
    "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR",
}  # fmt: skip


@replaces(LambdaFunction, "__init__")
def create(original: Any, self: Any, account_id: str, spec: dict[str, Any], region: str, version: Any = 1) -> None:
    """CreateFunction refuses settings out of range, and keeps dead-letter queue, logging, key, file systems and SnapStart."""
    if spec.get("PackageType", "Zip") == "Zip" and not (spec.get("Runtime") and spec.get("Handler")):
        raise invalid("Runtime and Handler are mandatory parameters for functions created with deployment packages.")
    self.account_id, self.region = account_id, region
    runtimes.check_creation(spec.get("Runtime"))
    _check(spec)
    original(self, account_id, spec, region, version)
    self.kept = _kept(spec)
    check_size(self, self.layers)


@replaces(LambdaFunction)
def update_configuration(original: Any, self: Any, config_updates: dict[str, Any]) -> dict[str, Any]:
    """UpdateFunctionConfiguration refuses what CreateFunction refuses, and changes tracing, storage and the kept settings too."""
    runtimes.check_update(self.run_time, config_updates.get("Runtime") or self.run_time)
    _check(config_updates)
    if config_updates.get("Role") is not None:
        _check_role(self, config_updates["Role"])
    if "Layers" in config_updates:
        check_size(self, self._get_layers_data(config_updates["Layers"]))
    updates = {name: value for name, value in config_updates.items() if value is not None}
    if "Environment" in updates:
        updates["Environment"] = {"Variables": updates["Environment"].get("Variables") or {}}
    original(self, updates)
    # A new dict: published versions hold the old one.
    self.kept = self.kept | _kept(updates)
    if not self.kept.get("DeadLetterConfig", {}).get("TargetArn"):
        self.kept.pop("DeadLetterConfig", None)
    if "TracingConfig" in updates:
        self.tracing_config = updates["TracingConfig"]
    if "EphemeralStorage" in updates:
        self.ephemeral_storage = updates["EphemeralStorage"]["Size"]
    return self.get_configuration()


@replaces(LambdaFunction)
def update_function_code(original: Any, self: Any, updated_spec: dict[str, Any]) -> dict[str, Any]:
    """UpdateFunctionCode sets Architectures; new code and layers together stay below 250 MB; the runtime has not ended."""
    runtimes.check_update(self.run_time, self.run_time)
    before = self.code_bytes, self.code_size, self.code_sha_256, self.code_digest, self.code
    original(self, updated_spec)
    try:
        check_size(self, self.layers)
    except Exception:
        self.code_bytes, self.code_size, self.code_sha_256, self.code_digest, self.code = before
        raise
    if updated_spec.get("Architectures"):
        self.architectures = updated_spec["Architectures"]
    return self.get_configuration()


@replaces(LambdaFunction)
def get_configuration(original: Any, self: Any, on_create: bool = False) -> dict[str, Any]:
    """Replies show the kept settings; logging has its defaults; settings that are not set are left out."""
    kept = dict(self.kept)
    logging = kept.pop("LoggingConfig", {})
    config = original(self, on_create) | kept
    config["LoggingConfig"] = _logging(self.function_name) | logging
    if "SnapStart" in kept:
        config["SnapStart"] = {"OptimizationStatus": "Off"} | kept["SnapStart"]
    if not config["LoggingConfig"]["LogFormat"] == "Text":
        config["LoggingConfig"] = {"ApplicationLogLevel": "INFO", "SystemLogLevel": "INFO"} | config["LoggingConfig"]
    return {name: value for name, value in config.items() if value is not None and (name != "Layers" or value)}


@replaces(LambdaFunction)
def _get_layers_data(original: Any, self: Any, layers_versions_arns: list[str]) -> list[Any]:
    """At most five layers, each an existing version, no layer twice."""
    if len(layers_versions_arns) > 5:
        raise invalid("Cannot reference more than 5 layers.")
    if len({arn.rpartition(":")[0] for arn in layers_versions_arns}) < len(layers_versions_arns):
        raise invalid("Two different versions of the same layer are not allowed to be referenced in the same function.")
    backend = lambda_backends[self.account_id][self.region]
    attached = {layer["Arn"]: layer for layer in getattr(self, "layers", [])}
    for arn in layers_versions_arns:
        if not re.fullmatch(r"arn:[a-z-]+:lambda:[a-z0-9-]+:\d+:layer:[a-zA-Z0-9-_]+:\d+", arn):
            raise validation("layers", arn, "Member must be the ARN of a layer version")
        if arn not in attached and backend.layers_versions_by_arn(arn) is None:
            raise invalid(f"Layer version {arn} does not exist.")
    return [attached.get(arn) or original(self, [arn])[0] for arn in layers_versions_arns]


def check_size(function: Any, layers: list[Any]) -> None:
    """Code and layers unpack into one place of limited size."""
    backend = lambda_backends[function.account_id][function.region]
    versions = [backend.layers_versions_by_arn(layer["Arn"]) for layer in layers]
    size = unzipped_size(function) + sum(unzipped_size(version) for version in versions if version)
    if size > MAX_UNZIPPED:
        raise invalid(
            f"Function code combined with layers exceeds the maximum allowed size of {MAX_UNZIPPED} bytes. "
            f"The actual size is {size} bytes."
        )


def _check(spec: dict[str, Any]) -> None:
    for field, low, high in (("Timeout", 1, 900), ("MemorySize", 128, 10240)):
        if spec.get(field) is not None and not low <= spec[field] <= high:
            bound = f"greater than or equal to {low}" if spec[field] < low else f"less than or equal to {high}"
            raise validation(field[0].lower() + field[1:], spec[field], f"Member must have value {bound}")
    if spec.get("Handler") and (len(spec["Handler"]) > 128 or re.search(r"\s", spec["Handler"])):
        raise validation("handler", spec["Handler"], r"Member must satisfy regular expression pattern: [^\s]+, length at most 128")
    if len(spec.get("Description") or "") > 256:
        raise validation("description", spec["Description"], "Member must have length less than or equal to 256")
    _check_environment((spec.get("Environment") or {}).get("Variables") or {})


def _check_environment(variables: dict[str, str]) -> None:
    for name in variables:
        if not re.fullmatch(r"[a-zA-Z][a-zA-Z0-9_]+", name):
            raise validation("environment.variables", name, "Map keys must satisfy regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+")
    if reserved := sorted(RESERVED_VARIABLES & variables.keys()):
        raise invalid(
            "Lambda was unable to configure your environment variables because the environment variables you have provided "
            f"contains reserved keys that are currently not supported for modification. Reserved keys used in this request: {', '.join(reserved)}"
        )
    measured = json.dumps(variables, separators=(",", ":"), ensure_ascii=False)
    if len(measured.encode()) > MAX_ENVIRONMENT:
        raise invalid(
            "Lambda was unable to configure your environment variables because the environment variables you have provided exceeded "
            f"the 4KB limit. String measured: {measured}"
        )


def _check_role(function: Any, arn: str) -> None:
    role = documents.role_of(arn)
    trust = propagation.known_trust(role) if role else None
    if trust is None or services.assume_denial_reason("lambda.amazonaws.com", function.function_arn, arn, trust):
        raise invalid("The role defined for the function cannot be assumed by Lambda.")


@replaces(LambdaStorage)
def put_function(original: Any, self: LambdaStorage, fn: Any) -> None:
    """The trust policy of a function's role lets Lambda assume it, and Lambda has heard of it."""
    if documents.role_of(fn.role) is not None:
        _check_role(fn, fn.role)
    original(self, fn)


def _kept(spec: dict[str, Any]) -> dict[str, Any]:
    return {name: spec[name] for name in KEPT if spec.get(name) is not None}


def _logging(name: str) -> dict[str, Any]:
    return {"LogFormat": "Text", "LogGroup": f"/aws/lambda/{name}"}
