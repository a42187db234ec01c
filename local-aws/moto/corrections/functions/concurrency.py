"""Account quotas and reserved concurrency."""

import json
from typing import Any
from urllib.parse import unquote

from moto.awslambda import urls
from moto.awslambda.models import LambdaBackend, LambdaFunction
from moto.awslambda.responses import LambdaResponse

from corrections.functions.errors import invalid
from corrections.replacing import replaces

QUOTA = 1000
UNRESERVED_MINIMUM = 100

urls.url_paths["{0}/(?P<api_version>[^/]+)/account-settings/?$"] = LambdaResponse.dispatch


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
