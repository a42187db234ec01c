"""Aliases: a pointer to a version, and at most one more with a weight."""

import json
import re
from typing import Any
from urllib.parse import unquote

from moto.awslambda.models import LambdaAlias, LambdaBackend, LambdaStorage
from moto.awslambda.responses import LambdaResponse

from corrections.functions import revisions
from corrections.functions.errors import conflict, invalid, not_found, validation
from corrections.functions.names import FunctionId
from corrections.functions.paging import page
from corrections.functions.versions import versions_of
from corrections.replacing import replaces


@replaces(LambdaResponse)
def create_alias(original: Any, self: Any) -> Any:
    """CreateAlias refuses a name like a version's, an unknown version, a second alias of the name (409), wrong weights."""
    name = self.backend.get_function(unquote(self.path.split("/")[-2])).function_name
    body = json.loads(self.body)
    if not re.fullmatch(r"(?!^[0-9]+$)[a-zA-Z0-9-_]{1,128}", body.get("Name") or ""):
        raise validation("name", body.get("Name"), "Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)")
    if not body.get("FunctionVersion"):
        raise validation("functionVersion", None, "Member must not be null")
    routing = _routing(body.get("RoutingConfig"))
    _check_targets(self.backend, name, body["FunctionVersion"], routing)
    alias = self.backend.create_alias(body["Name"], name, body["FunctionVersion"], body.get("Description", ""), routing)
    return 201, {"status": 201}, json.dumps(alias.to_json())


@replaces(LambdaStorage)
def put_alias(original: Any, self: Any, name: str, function_name: str, *rest: Any) -> Any:
    """A second alias of the same name is a ResourceConflictException."""
    if name in self._get_function_aliases(function_name):
        arn = self.get_function_by_name_or_arn_with_qualifier(function_name).function_arn
        raise conflict(f"Alias already exists: {arn}:{name}")
    return original(self, name, function_name, *rest)


@replaces(LambdaResponse)
def update_alias(original: Any, self: Any) -> Any:
    """UpdateAlias refuses a stale RevisionId (412), unknown versions (404) and wrong weights; what is not sent stays."""
    backend, function, alias = addressed(self)
    body = json.loads(self.body or "{}")
    revisions.require(alias.revision_id, body.get("RevisionId"))
    version = body.get("FunctionVersion") or alias.function_version
    # Leaving RoutingConfig out keeps the old weights; an empty one clears them.
    routing = _routing(body["RoutingConfig"]) if body.get("RoutingConfig") is not None else alias.routing_config
    _check_targets(backend, function, version, routing)
    alias.update(body.get("Description"), version, routing or {})
    return 200, {}, json.dumps(alias.to_json())


@replaces(LambdaResponse)
def get_alias(original: Any, self: Any) -> Any:
    """GetAlias answers 200."""
    return 200, {}, json.dumps(addressed(self)[2].to_json())


@replaces(LambdaResponse)
def delete_alias(original: Any, self: Any) -> Any:
    """DeleteAlias answers 204, also when there is no such alias."""
    function, name = _path(self)
    self.backend.delete_alias(name=name, function_name=function)
    return 204, {"status": 204}, ""


@replaces(LambdaResponse)
def list_aliases(original: Any, self: Any) -> Any:
    """ListAliases with FunctionVersion shows the aliases that may run that version; it pages by 50."""
    wanted = self.querystring.get("FunctionVersion", [None])[0]
    aliases = self.backend.list_aliases(unquote(self.path.split("/")[-2]))
    shown, marker = page(self, [each for each in aliases if wanted is None or wanted in versions_of(each)])
    return 200, {}, json.dumps({"Aliases": [each.to_json() for each in shown]} | marker)


@replaces(LambdaAlias)
def to_json(original: Any, self: Any) -> dict[str, Any]:
    """RoutingConfig is left out when there are no weights."""
    return {name: value for name, value in original(self).items() if value is not None}


@replaces(LambdaBackend, "get_alias")
def find(original: Any, self: Any, name: str, function_name: str) -> Any:
    """An unknown alias is named by its ARN, whatever form the function's name had."""
    function = self.get_function(FunctionId.parse(function_name).name)
    if (alias := self._lambdas._get_function_aliases(function.function_name).get(name)) is None:
        raise not_found(f"Cannot find alias arn: {function.function_arn}:{name}")
    return alias


def _path(response: Any) -> tuple[str, str]:
    parts = response.path.split("/")
    return FunctionId.parse(unquote(parts[-3])).name, unquote(parts[-1])


def addressed(response: Any) -> tuple[Any, str, Any]:
    function, name = _path(response)
    return response.backend, function, response.backend.get_alias(name=name, function_name=function)


def _routing(config: dict[str, Any] | None) -> dict[str, Any] | None:
    weights = (config or {}).get("AdditionalVersionWeights")
    return {"AdditionalVersionWeights": weights} if weights else None


def _check_targets(backend: Any, function: str, version: str, routing: dict[str, Any] | None) -> None:
    main = backend._lambdas._get_version(function, version)
    if version != "$LATEST" and main is None:
        raise not_found(f"Function not found: {backend.get_function(function).function_arn}:{version}")
    weights = (routing or {}).get("AdditionalVersionWeights", {})
    if len(weights) > 1:
        raise invalid("Number of items in AdditionalVersionWeights cannot be greater than 1")
    for additional, weight in weights.items():
        _check_additional(backend, function, (version, main), additional, weight)


def _check_additional(backend: Any, function: str, target: tuple[str, Any], additional: str, weight: float) -> None:
    version, main = target
    if not 0 <= weight <= 1:
        raise validation(
            "routingConfig.additionalVersionWeights", f"{{{additional}={weight}}}",
            "Map value must satisfy constraint: [Member must have value less than or equal to 1, Member must have value greater than or equal to 0]",
        )  # fmt: skip
    if "$LATEST" in (version, additional):
        raise invalid("$LATEST is not supported for an alias pointing to more than 1 version")
    if version == additional:
        raise invalid(f"Invalid function version {additional}. Function version {additional} is already included in routing configuration.")
    other = backend._lambdas._get_version(function, additional)
    if other is None:
        raise not_found(f"Function not found: {backend.get_function(function).function_arn}:{additional}")
    if other.role != main.role:
        raise invalid(f"Versions {version} and {additional} must have the same execution role to share an alias.")
    if other.kept.get("DeadLetterConfig") != main.kept.get("DeadLetterConfig"):
        raise invalid(f"Versions {version} and {additional} must have the same dead-letter queue configuration to share an alias.")
