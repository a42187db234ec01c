"""Concurrency, quotas, tags."""

import json
import time
from typing import Any
from urllib.parse import unquote

from moto.awslambda import urls
from moto.awslambda.models import LambdaBackend, LambdaFunction
from moto.awslambda.responses import LambdaResponse

import settings
from corrections.functions.errors import invalid, not_found
from corrections.functions.names import FunctionId
from corrections.replacing import replaces

QUOTA = 1000
UNRESERVED_MINIMUM = 100
PROVISIONED = "provisioned-concurrency"

urls.url_paths["{0}/(?P<api_version>[^/]+)/account-settings/?$"] = LambdaResponse.dispatch
urls.url_paths[f"{{0}}/(?P<api_version>[^/]+)/functions/(?P<function_name>[^/]+)/{PROVISIONED}/?$"] = LambdaResponse.dispatch


@replaces(LambdaResponse)
def get_account_settings(original: Any, self: Any) -> str:
    """GetAccountSettings returns the limits and what is used of them."""
    functions = list(self.backend.list_functions(None))
    reserved = sum(int(each.reserved_concurrency or 0) for each in functions)
    limit = {
        "TotalCodeSize": 80_530_636_800,
        "CodeSizeUnzipped": 262_144_000,
        "CodeSizeZipped": 52_428_800,
        "ConcurrentExecutions": QUOTA,
        "UnreservedConcurrentExecutions": QUOTA - reserved,
    }
    size = sum(each.code_size for each in self.backend.list_functions("ALL"))
    return json.dumps({"AccountLimit": limit, "AccountUsage": {"TotalCodeSize": size, "FunctionCount": len(functions)}})


@replaces(LambdaBackend)
def put_function_concurrency(original: Any, self: Any, function_name: str, reserved_concurrency: Any) -> Any:
    """Reservations must leave 100 of the account's 1,000 to the other functions."""
    function = self.get_function(function_name)
    others = sum(int(each.reserved_concurrency or 0) for each in self.list_functions(None) if each is not function)
    if QUOTA - others - int(reserved_concurrency) < UNRESERVED_MINIMUM:
        raise invalid(
            "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below "
            f"its minimum value of [{UNRESERVED_MINIMUM}]."
        )
    return original(self, function_name, reserved_concurrency)


@replaces(LambdaFunction)
def get_code(original: Any, self: Any) -> dict[str, Any]:
    """GetFunction shows the reserved concurrency, 0 included."""
    answer = original(self)
    if self.reserved_concurrency is not None:
        answer["Concurrency"] = {"ReservedConcurrentExecutions": int(self.reserved_concurrency)}
    return answer


@replaces(LambdaResponse)
def get_function_concurrency(original: Any, self: Any) -> Any:
    """GetFunctionConcurrency of a function without a reservation is empty."""
    value = self.backend.get_function(unquote(self.path.rsplit("/", 2)[-2])).reserved_concurrency
    return 200, {}, json.dumps({} if value is None else {"ReservedConcurrentExecutions": int(value)})


def _provisioned(response: Any) -> tuple[Any, dict[str, Any], str]:
    name, qualifier = FunctionId.parse(unquote(response.path.split("/")[-2]), response.querystring.get("Qualifier", [None])[0])
    if qualifier in (None, "$LATEST"):
        raise invalid("Provisioned Concurrency Configs cannot be applied to unpublished function versions.")
    response.backend.get_function(name, qualifier)
    function = response.backend.get_function(name)
    return function, function.__dict__.setdefault("provisioned", {}), qualifier


@replaces(LambdaResponse)
def put_provisioned_concurrency_config(original: Any, self: Any) -> Any:
    """Provisioned concurrency belongs to a version or alias and is IN_PROGRESS before it is READY."""
    function, configs, qualifier = _provisioned(self)
    wanted = int(self.json_body["ProvisionedConcurrentExecutions"])
    configs[qualifier] = (wanted, time.monotonic() + settings.UPDATE_SECONDS, function.last_modified)
    return 202, {"status": 202}, json.dumps(_describe(configs[qualifier]))


@replaces(LambdaResponse)
def get_provisioned_concurrency_config(original: Any, self: Any) -> str:
    """Without a configuration the answer is 404 ProvisionedConcurrencyConfigNotFoundException."""
    function, configs, qualifier = _provisioned_or_all(self)
    if qualifier is None:
        arn = function.function_arn
        return json.dumps(
            {"ProvisionedConcurrencyConfigs": [{"FunctionArn": f"{arn}:{name}"} | _describe(config) for name, config in configs.items()]}
        )
    if qualifier not in configs:
        raise not_found("No Provisioned Concurrency Config found for this function", "ProvisionedConcurrencyConfigNotFoundException")
    return json.dumps(_describe(configs[qualifier]))


@replaces(LambdaResponse)
def list_provisioned_concurrency_configs(original: Any, self: Any) -> str:
    """ListProvisionedConcurrencyConfigs shares its path with the single one."""
    return self.get_provisioned_concurrency_config()


@replaces(LambdaResponse)
def delete_provisioned_concurrency_config(original: Any, self: Any) -> Any:
    """DeleteProvisionedConcurrencyConfig answers 204."""
    _, configs, qualifier = _provisioned(self)
    configs.pop(qualifier, None)
    return 204, {"status": 204}, ""


def _provisioned_or_all(response: Any) -> tuple[Any, dict[str, Any], str | None]:
    if response.querystring.get("List", [""])[0] == "ALL":
        function = response.backend.get_function(unquote(response.path.split("/")[-2]))
        return function, function.__dict__.get("provisioned", {}), None
    return _provisioned(response)


def _describe(config: tuple[int, float, str]) -> dict[str, Any]:
    requested, ready_at, modified = config
    ready = time.monotonic() >= ready_at
    available = requested if ready else 0
    return {
        "RequestedProvisionedConcurrentExecutions": requested,
        "AvailableProvisionedConcurrentExecutions": available,
        "AllocatedProvisionedConcurrentExecutions": available,
        "Status": "READY" if ready else "IN_PROGRESS",
        "LastModified": modified,
    }
