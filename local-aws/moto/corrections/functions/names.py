"""How a function is named in a request."""

import re
from typing import Any, NamedTuple

from moto.awslambda import urls
from moto.awslambda.models import LambdaStorage

from corrections.functions.errors import invalid, validation
from corrections.replacing import replaces

# The pattern of the service's own model.
PATTERN = (
    r"(arn:(?:aws[a-zA-Z-]*)?:lambda:)?(?P<region>[a-z]{2}(?:-gov|-iso[a-z]?)?-[a-z]+-\d{1}:)?(?P<account>\d{12}:)?"
    r"(function:)?(?P<name>[a-zA-Z0-9-_]+)(?::(?P<qualifier>\$LATEST|[a-zA-Z0-9-_]+))?"
)
_COMPILED = re.compile(PATTERN)


class FunctionId(NamedTuple):
    name: str
    qualifier: str | None

    @staticmethod
    def parse(text: str, qualifier: str | None = None) -> "FunctionId":
        """From a name, a partial ARN (123456789012:function:name) or an ARN, and the request's Qualifier."""
        match = _COMPILED.fullmatch(text)
        if match is None or len(match["name"]) > 64:
            raise validation("functionName", text, f"Member must satisfy regular expression pattern: {PATTERN}")
        if match["qualifier"] and qualifier and match["qualifier"] != qualifier:
            raise invalid("The derived qualifier from the function name does not match the specified qualifier.")
        return FunctionId(match["name"], match["qualifier"] or qualifier or None)


@replaces(LambdaStorage)
def get_function_by_name_or_arn_with_qualifier(original: Any, self: Any, name_or_arn: str, qualifier: str | None = None) -> Any:
    """Every operation takes name, partial ARN or ARN, with the qualifier in it or beside it; two that differ are refused."""
    return self.get_function_by_name_with_qualifier(*FunctionId.parse(name_or_arn, qualifier))


@replaces(LambdaStorage)
def get_function_by_name_or_arn_forbid_qualifier(original: Any, self: Any, name_or_arn: str) -> Any:
    """Operations on the function itself (publishing, updating) take a partial ARN too, and refuse a qualified name."""
    name, qualifier = FunctionId.parse(name_or_arn)
    if qualifier not in (None, "$LATEST"):
        raise invalid(f"This operation is permitted on Lambda functions only, not on their versions or aliases: {name_or_arn}")
    return self.get_function_by_name_forbid_qualifier(name)


def _accept_all_names() -> None:
    """moto's paths know no `$`, so `name:$LATEST` in a path was a 404 page."""
    for path in list(urls.url_paths):
        if (wider := re.sub(r"<function_name>\[\\w_:?%?-\]\+", "<function_name>[^/]+", path)) != path:
            urls.url_paths[wider] = urls.url_paths.pop(path)


_accept_all_names()
