"""How a request says which protocol it speaks."""

from typing import Any

import moto.core.request
import moto.core.responses

from corrections.replacing import replaces


@replaces(moto.core.request)
def determine_request_protocol(original: Any, service_model: Any, content_type: str | None = None) -> str:
    """`application/x-amz-json-1.0; charset=utf-8` is JSON, too."""
    return original(service_model, content_type.split(";")[0].strip() if content_type else content_type)


moto.core.responses.determine_request_protocol = moto.core.request.determine_request_protocol  # type: ignore[attr-defined]
