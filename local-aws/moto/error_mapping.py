"""Errors that moto lets escape (it would answer 500 with an HTML page), said as AWS says them."""

import json
import re
import traceback
from typing import Any
from xml.sax.saxutils import escape

XML_SERVICES = {"s3", "sns", "sqs", "iam", "sts", "cloudformation", "monitoring"}


def describe(error: Exception, environ: dict[str, Any]) -> tuple[str, str, bytes]:
    """Status line, content type and body.

    501 for what moto does not have: SDKs retry 500 but not 501, and a retry would not make it appear.
    """
    if isinstance(error, NotImplementedError):
        return _error(environ, "501 Not Implemented", "NotImplemented", f"The local AWS does not have this: {error}")
    if isinstance(error, json.JSONDecodeError):
        return _error(environ, "400 Bad Request", "SerializationException", f"The request is no valid JSON: {error}")
    if _is_missing_parameter(error):
        return _error(
            environ, "400 Bad Request", "ValidationException",
            f"Value null at {error} failed to satisfy constraint: Member must not be null"
        )
    if _is_aws_error(error):
        return _error(environ, "400 Bad Request", str(error.args[0]), str(error.args[1]))
    return _error(environ, "500 Internal Server Error", "InternalFailure", f"{type(error).__name__}: {error} (at {_place(error)})")


def _place(error: Exception) -> str:
    """Where moto went wrong, the innermost call first: all that somebody can see of it from outside."""
    frames = traceback.extract_tb(error.__traceback__)[-8:]
    return " < ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in reversed(frames))


def _is_missing_parameter(error: Exception) -> bool:
    # moto reads request parameters by name, unchecked, in its modules called responses.
    frames = traceback.extract_tb(error.__traceback__)
    return isinstance(error, KeyError) and bool(frames) and frames[-1].filename.endswith("responses.py")


def _is_aws_error(error: Exception) -> bool:
    # moto's Lambda raises ValueError("InvalidParameterValueException", "message") in places.
    return isinstance(error, ValueError) and len(error.args) == 2 and str(error.args[0]).endswith("Exception")


def _error(environ: dict[str, Any], status: str, code: str, message: str) -> tuple[str, str, bytes]:
    if _service(environ) in XML_SERVICES and "HTTP_X_AMZ_TARGET" not in environ:
        text = f"<ErrorResponse><Error><Code>{code}</Code><Message>{escape(message)}</Message></Error></ErrorResponse>"
        if _service(environ) == "s3":
            text = f"<Error><Code>{code}</Code><Message>{escape(message)}</Message></Error>"
        return status, "text/xml", text.encode()
    return status, "application/json", json.dumps({"__type": code, "message": message, "Message": message}).encode()


def _service(environ: dict[str, Any]) -> str:
    scope = re.search(r"Credential=[^/]+/\d+/[^/]+/([^/]+)/", environ.get("HTTP_AUTHORIZATION", ""))
    return scope.group(1) if scope else "s3"
