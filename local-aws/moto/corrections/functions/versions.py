"""Versions: numbered once, frozen, kept while an alias needs them."""

import copy
import json
import uuid
from typing import Any
from urllib.parse import unquote

from moto.awslambda.models import LambdaStorage
from moto.awslambda.responses import LambdaResponse

from corrections.functions import revisions
from corrections.functions.errors import conflict, invalid
from corrections.functions.names import FunctionId
from corrections.functions.paging import page
from corrections.replacing import replaces

FROZEN = (
    "code_sha_256", "handler", "run_time", "role", "memory_size", "timeout", "environment_vars", "layers", "architectures",
    "ephemeral_storage", "tracing_config", "description", "kept", "_vpc_config",
)  # fmt: skip


def _snapshot(function: Any) -> dict[str, Any]:
    return {name: copy.deepcopy(getattr(function, name)) for name in FROZEN}


@replaces(LambdaStorage)
def publish_version(original: Any, self: Any, name_or_arn: str, description: str = "") -> Any:
    """A version is made only when code or configuration changed since the last one; its number was never used before.

    Not even by a deleted version, nor by a deleted function of the same name.
    """
    function = self.get_function_by_name_or_arn_forbid_qualifier(name_or_arn)
    versions = self._functions[function.function_name]["versions"]
    counters = self.__dict__.setdefault("last_numbers", {})
    last = counters.get(function.function_name, 0)
    snapshot = _snapshot(function)
    if versions and versions[-1].version == last and versions[-1].published_from == snapshot:
        return versions[-1]
    version = copy.copy(function)
    modified = function.last_modified
    version.set_version(last + 1)
    version.last_modified = modified
    version.published_from = snapshot
    version.revision_id = str(uuid.uuid4())
    version.description = description or function.description
    counters[function.function_name] = version.version
    versions.append(version)
    self._arns[version.function_arn] = version
    return version


@replaces(LambdaResponse, "publish_version")
def publish(original: Any, self: Any) -> Any:
    """PublishVersion is refused when CodeSha256 (400) or RevisionId (412) is not that of $LATEST."""
    name = unquote(self.path.split("/")[-2])
    body = json.loads(self.body or "{}")
    function = self.backend._lambdas.get_function_by_name_or_arn_forbid_qualifier(name)
    revisions.require(function.revision_id, body.get("RevisionId"))
    wanted = body.get("CodeSha256")
    if wanted and wanted != function.code_sha_256:
        raise invalid(
            f"CodeSHA256 ({wanted}) is different from current CodeSHA256 in $LATEST ({function.code_sha_256}). "
            "Please try again with the CodeSHA256 in $LATEST."
        )
    version = self.backend.publish_version(name, body.get("Description") or "")
    return 201, {"status": 201}, json.dumps(version.get_configuration())


@replaces(LambdaResponse)
def create_function(original: Any, self: Any) -> Any:
    """CreateFunction with Publish answers with the version's number and ARN."""
    status, headers, text = original(self)
    config = json.loads(text)
    if self.json_body.get("Publish"):
        config["FunctionArn"] += ":" + config["Version"]
    return status, headers, json.dumps(config)


@replaces(LambdaStorage)
def del_function(original: Any, self: Any, name_or_arn: str, qualifier: str | None = None) -> None:
    """A version that an alias points to, weights included, cannot be deleted; $LATEST goes only with the function."""
    name, qualifier = FunctionId.parse(name_or_arn, qualifier)
    function = self.get_function_by_name_with_qualifier(name, qualifier)
    group = self._functions[name]
    if qualifier is None:
        for each in [group["latest"], *group["versions"]]:
            self._arns.pop(each.function_arn, None)
        self._aliases.pop(group["latest"].function_arn, None)
        del self._functions[name]
        return
    if qualifier == "$LATEST":
        raise invalid("$LATEST version cannot be deleted without deleting the function.")
    if not qualifier.isdigit():
        raise invalid("Deletion of aliases is not currently supported.")
    if users := [alias.name for alias in self.list_aliases(name) if qualifier in versions_of(alias)]:
        raise conflict(f"Unable to delete version because the following aliases reference it: [{', '.join(users)}]")
    group["versions"].remove(function)
    self._arns.pop(function.function_arn, None)


def versions_of(alias: Any) -> set[str]:
    """The versions that an alias may run."""
    return {alias.function_version, *((alias.routing_config or {}).get("AdditionalVersionWeights") or {})}


@replaces(LambdaResponse)
def list_versions_by_function(original: Any, self: Any) -> str:
    """ListVersionsByFunction pages by 50 and knows an unknown function when it sees one (404)."""
    name = self.backend.get_function(unquote(self.path.split("/")[-2])).function_name
    versions, marker = page(self, self.backend.list_versions_by_function(name))
    return json.dumps({"Versions": [each.get_configuration() for each in versions]} | marker)


@replaces(LambdaResponse)
def list_functions(original: Any, self: Any) -> str:
    """ListFunctions pages by 50."""
    functions, marker = page(self, self.backend.list_functions(self.querystring.get("FunctionVersion", [None])[0]))
    return json.dumps({"Functions": [each.get_configuration() for each in functions]} | marker)


@replaces(LambdaResponse)
def _set_configuration_qualifier(original: Any, self: Any, configuration: dict[str, Any], function_name: str, qualifier: str | None) -> Any:
    """The ARN in the reply to GetFunction ends with the qualifier that was asked for."""
    name, asked = FunctionId.parse(function_name, qualifier)
    if asked:
        head = configuration["FunctionArn"].split(f":function:{name}")[0]
        configuration["FunctionArn"] = f"{head}:function:{name}:{asked}"
    return configuration
