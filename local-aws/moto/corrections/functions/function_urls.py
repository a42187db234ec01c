"""Function URLs: of a function or of an alias. Nothing answers there."""

import json
from typing import Any
from urllib.parse import unquote

from moto.awslambda import urls
from moto.awslambda.models import FunctionUrlConfig
from moto.awslambda.responses import LambdaResponse

from corrections.functions.errors import conflict, invalid, not_found
from corrections.functions.names import FunctionId
from corrections.functions.paging import page
from corrections.replacing import replaces

urls.url_paths["{0}/(?P<api_version>[^/]+)/functions/(?P<function_name>[^/]+)/urls/?$"] = LambdaResponse.dispatch


def _addressed(response: Any) -> tuple[Any, dict[str, Any], str]:
    """The function, its URLs by alias ("" = the function's own), and the one that is asked for."""
    named = unquote(response.path.rstrip("/").split("/")[-2])
    name, qualifier = FunctionId.parse(named, response.querystring.get("Qualifier", [None])[0])
    if qualifier == "$LATEST" or (qualifier or "").isdigit():
        raise invalid(f"Function URLs are of a function or an alias, not of {qualifier}")
    response.backend.get_function(name, qualifier)
    function = response.backend.get_function(name)
    return function, function.__dict__.setdefault("function_urls", {}), qualifier or ""


def _shown(function: Any, configs: dict[str, Any], qualifier: str) -> dict[str, Any]:
    if qualifier not in configs:
        raise not_found("The resource you requested does not exist.")
    return configs[qualifier].to_dict() | {"FunctionArn": function.function_arn + (f":{qualifier}" if qualifier else "")}


@replaces(LambdaResponse)
def create_function_url_config(original: Any, self: Any) -> Any:
    """A function has one URL of its own and one for each alias (409); a version has none (400)."""
    function, configs, qualifier = _addressed(self)
    if qualifier in configs:
        raise conflict(f"FunctionUrlConfig exists for this Lambda function: {function.function_arn}")
    configs[qualifier] = FunctionUrlConfig(function, self.json_body)
    return 201, {"status": 201}, json.dumps(_shown(function, configs, qualifier))


@replaces(LambdaResponse)
def get_function_url_config(original: Any, self: Any) -> Any:
    """GetFunctionUrlConfig shows the URL of the qualifier it is asked for (404 otherwise)."""
    return 200, {}, json.dumps(_shown(*_addressed(self)))


@replaces(LambdaResponse)
def update_function_url_config(original: Any, self: Any) -> Any:
    """UpdateFunctionUrlConfig changes the URL of its qualifier."""
    function, configs, qualifier = _addressed(self)
    _shown(function, configs, qualifier)
    configs[qualifier].update(self.json_body)
    return 200, {}, json.dumps(_shown(function, configs, qualifier))


@replaces(LambdaResponse)
def delete_function_url_config(original: Any, self: Any) -> Any:
    """DeleteFunctionUrlConfig leaves the other qualifiers' alone."""
    function, configs, qualifier = _addressed(self)
    _shown(function, configs, qualifier)
    del configs[qualifier]
    return 204, {"status": 204}, ""


@replaces(LambdaResponse)
def list_function_url_configs(original: Any, self: Any) -> Any:
    """ListFunctionUrlConfigs shows the function's own URL and those of its aliases."""
    function, configs, _ = _addressed(self)
    shown, marker = page(self, [_shown(function, configs, qualifier) for qualifier in configs])
    return 200, {}, json.dumps({"FunctionUrlConfigs": shown} | marker)
