"""Tags belong to the function, not to its versions, aliases or layers."""

import json
from typing import Any

from moto.awslambda.models import LambdaBackend
from moto.awslambda.responses import LambdaResponse

from corrections.functions.errors import invalid
from corrections.replacing import replaces


@replaces(LambdaBackend)
def _get_resource_by_arn(original: Any, self: Any, arn: str) -> Any:
    """A qualified ARN has no tags and takes none."""
    if ":function:" in arn and ":" in arn.rpartition(":function:")[2]:
        raise invalid(
            "Tags on function aliases and versions are not supported. Please specify either a function ARN or an event "
            "source mapping ARN."
        )
    return original(self, arn)


@replaces(LambdaResponse)
def tag_resource(original: Any, self: Any) -> Any:
    """TagResource answers 204."""
    original(self)
    return 204, {"status": 204}, ""


@replaces(LambdaResponse)
def get_function(original: Any, self: Any) -> Any:
    """GetFunction has the tags only for those who may list them; the gateway, which knows the caller, says who may not."""
    answer = original(self)
    if not self.headers.get("X-Local-Hides-Tags"):
        return answer
    return json.dumps({key: value for key, value in json.loads(answer).items() if key != "Tags"})
