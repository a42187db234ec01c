"""Provisioned concurrency: of a version, or of the version that an alias points to."""

import json
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from moto.awslambda import urls
from moto.awslambda.models import LambdaBackend, LambdaStorage
from moto.awslambda.responses import LambdaResponse

import settings
from corrections.functions import moving, revisions
from corrections.functions.aliases import addressed
from corrections.functions.concurrency import QUOTA, UNRESERVED_MINIMUM
from corrections.functions.errors import conflict, invalid, not_found, validation
from corrections.functions.names import FunctionId
from corrections.functions.paging import page
from corrections.replacing import replaces

urls.url_paths["{0}/(?P<api_version>[^/]+)/functions/(?P<function_name>[^/]+)/provisioned-concurrency/?$"] = LambdaResponse.dispatch


@dataclass
class Config:
    wanted: int
    modified: str
    ready_at: float

    def describe(self) -> dict[str, Any]:
        ready = time.monotonic() >= self.ready_at
        warm = self.wanted if ready else 0
        return {
            "RequestedProvisionedConcurrentExecutions": self.wanted,
            "AvailableProvisionedConcurrentExecutions": warm,
            "AllocatedProvisionedConcurrentExecutions": warm,
            "Status": "READY" if ready else "IN_PROGRESS",
            "LastModified": self.modified,
        }


def configs_of(function: Any) -> dict[str, Config]:
    """By version or alias."""
    return function.__dict__.setdefault("provisioned", {})


def settle_now(backend: Any, name: str) -> None:
    """Everything that is IN_PROGRESS becomes READY, and aliases arrive where they move to."""
    for config in configs_of(backend.get_function(name)).values():
        config.ready_at = 0
    for alias in backend._lambdas._get_function_aliases(name).values():
        moving.settle_now(alias)


def _addressed(response: Any) -> tuple[Any, str]:
    name, qualifier = FunctionId.parse(unquote(response.path.rstrip("/").split("/")[-2]), response.querystring.get("Qualifier", [None])[0])
    if qualifier in (None, "$LATEST"):
        raise invalid("Provisioned Concurrency Configs cannot be applied to unpublished function versions.")
    response.backend.get_function(name, qualifier)
    return response.backend.get_function(name), qualifier


@replaces(LambdaResponse)
def put_provisioned_concurrency_config(original: Any, self: Any) -> Any:
    """A version or alias gets it once, an alias only without weights; it is IN_PROGRESS before it is READY."""
    function, qualifier = _addressed(self)
    wanted = int(self.json_body["ProvisionedConcurrentExecutions"])
    if wanted < 1:
        raise validation("provisionedConcurrentExecutions", wanted, "Member must have value greater than or equal to 1")
    _check_qualifier(self.backend, function, qualifier)
    _check_sum(self.backend, function, qualifier, wanted)
    config = Config(wanted, revisions.timestamp(), time.monotonic() + settings.UPDATE_SECONDS)
    configs_of(function)[qualifier] = config
    return 202, {"status": 202}, json.dumps(config.describe())


def _check_qualifier(backend: Any, function: Any, qualifier: str) -> None:
    aliases = backend._lambdas._get_function_aliases(function.function_name)
    configs = configs_of(function)
    users = [name for name, each in aliases.items() if name in configs and name != qualifier]
    if qualifier not in aliases:
        if any(aliases[name].function_version == qualifier for name in users):
            raise conflict("Version is pointed by a Provisioned Concurrency alias")
        return
    alias = aliases[qualifier]
    if alias.function_version == "$LATEST":
        raise invalid("Provisioned Concurrency Configs cannot be applied to unpublished function versions.")
    if (alias.routing_config or {}).get("AdditionalVersionWeights"):
        raise invalid("Alias with weights can not be used with Provisioned Concurrency")
    if alias.function_version in configs or any(aliases[name].function_version == alias.function_version for name in users):
        raise conflict("Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version")


def _check_sum(backend: Any, function: Any, qualifier: str, wanted: int) -> None:
    others = sum(config.wanted for name, config in configs_of(function).items() if name != qualifier)
    if function.reserved_concurrency is not None:
        if others + wanted > int(function.reserved_concurrency):
            raise invalid(
                "Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function"
            )
        return
    reserved = sum(int(each.reserved_concurrency or 0) for each in backend.list_functions(None))
    if QUOTA - reserved - others - wanted < UNRESERVED_MINIMUM:
        raise invalid(
            "Specified ConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below "
            f"its minimum value of [{UNRESERVED_MINIMUM}]."
        )


@replaces(LambdaResponse)
def get_provisioned_concurrency_config(original: Any, self: Any) -> str:
    """Without a configuration the answer is 404 ProvisionedConcurrencyConfigNotFoundException; List=ALL on the same path lists all."""
    if self.querystring.get("List", [""])[0] == "ALL":
        return self.list_provisioned_concurrency_configs()
    function, qualifier = _addressed(self)
    if (config := configs_of(function).get(qualifier)) is None:
        raise not_found("No Provisioned Concurrency Config found for this function", "ProvisionedConcurrencyConfigNotFoundException")
    return json.dumps(config.describe())


@replaces(LambdaResponse)
def list_provisioned_concurrency_configs(original: Any, self: Any) -> str:
    """ListProvisionedConcurrencyConfigs shows those of all versions and aliases, and pages by 50."""
    function = self.backend.get_function(unquote(self.path.rstrip("/").split("/")[-2]))
    shown, marker = page(self, configs_of(function).items())
    configs = [{"FunctionArn": f"{function.function_arn}:{qualifier}"} | config.describe() for qualifier, config in shown]
    return json.dumps({"ProvisionedConcurrencyConfigs": configs} | marker)


@replaces(LambdaResponse)
def delete_provisioned_concurrency_config(original: Any, self: Any) -> Any:
    """DeleteProvisionedConcurrencyConfig answers 204; an alias on its way has nothing to wait for any more."""
    function, qualifier = _addressed(self)
    configs_of(function).pop(qualifier, None)
    if alias := self.backend._lambdas._get_function_aliases(function.function_name).get(qualifier):
        moving.settle_now(alias)
    return 204, {"status": 204}, ""


@replaces(LambdaResponse, "update_alias")
def move(original: Any, self: Any) -> Any:
    """UpdateAlias to another version leaves all calls with the old one until the new one has its provisioned concurrency."""
    backend, name, alias = addressed(self)
    before = alias.function_version
    answer = original(self)
    config = configs_of(backend.get_function(name)).get(alias.name)
    if config is None or alias.function_version == before:
        return answer
    if alias.routing_config or "$LATEST" in (before, alias.function_version):
        moving.cancel(alias)
    else:
        config.ready_at = moving.begin(alias, before)
    return 200, {}, json.dumps(alias.to_json())


@replaces(LambdaStorage)
def _get_function_aliases(original: Any, self: Any, function_name: str) -> dict[str, Any]:
    """An alias shows that it has arrived."""
    aliases = original(self, function_name)
    for alias in aliases.values():
        moving.settle(alias)
    return aliases


@replaces(LambdaBackend)
def delete_alias(original: Any, self: Any, name: str, function_name: str) -> None:
    """The provisioned concurrency of an alias goes with it."""
    original(self, name, function_name)
    configs_of(self.get_function(FunctionId.parse(function_name).name)).pop(name, None)


@replaces(LambdaStorage)
def del_function(original: Any, self: Any, name_or_arn: str, qualifier: str | None = None) -> None:
    """The provisioned concurrency of a version goes with it."""
    original(self, name_or_arn, qualifier)
    function = FunctionId.parse(name_or_arn, qualifier)
    if function.qualifier and function.name in self._functions:
        configs_of(self._get_latest(function.name)).pop(function.qualifier, None)
