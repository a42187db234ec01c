"""HTTP APIs: moto describes them and does not run them."""

import json
from typing import Any

from moto.apigatewayv2.responses import ApiGatewayV2Response

from corrections.replacing import replaces


@replaces(ApiGatewayV2Response)
def get_authorizers(original: Any, self: Any) -> Any:
    """GetAuthorizers lists the authorizers of an API."""
    api = self.apigatewayv2_backend.get_api(self.path.split("/")[3])
    return json.dumps({"items": [one.to_json() for one in api.authorizers.values()]})
