"""The launcher's own routes below /moto-api/local/, for the gateway.

    @route("GET", "function")
    def function(query: dict[str, str], body: Any) -> Any: ...

`query` holds the query string plus `region`; `body` the parsed JSON or None. The answer is a dict or list (JSON),
bytes (sent as application/zip), or None (404). Raise NotFound("...") to say what was not found, BadRequest("...") when
the question makes no sense; moto's own errors are passed on with their status.
"""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from werkzeug.exceptions import HTTPException

import settings

BASE = "/moto-api/local/"
_routes: dict[tuple[str, str], Callable[[dict[str, str], Any], Any]] = {}


class NotFound(Exception):
    pass


class BadRequest(Exception):
    pass


def route(method: str, path: str) -> Callable[[Any], Any]:
    def register(handler: Callable[[dict[str, str], Any], Any]) -> Any:
        _routes[method, path] = handler
        return handler

    return register


@route("GET", "health")
def health(query: dict[str, str], body: Any) -> Any:
    return {"Status": "ok", "Plain": settings.PLAIN}


def answer(environ: dict[str, Any]) -> tuple[str, str, bytes]:
    """Status line, content type, body."""
    handler = _routes.get((environ["REQUEST_METHOD"], environ["PATH_INFO"].removeprefix(BASE)))
    if handler is None:
        return _error("404 Not Found", "no such route")
    query = {"region": settings.REGION} | dict(parse_qsl(environ.get("QUERY_STRING", "")))
    try:
        text = environ["wsgi.input"].read()
        result = handler(query, json.loads(text) if text else None)
    except NotFound as unknown:
        return _error("404 Not Found", str(unknown))
    except HTTPException as refused:
        return _error(f"{refused.code} {refused.name}", getattr(refused, "message", str(refused)))
    except (BadRequest, KeyError, json.JSONDecodeError) as wrong:
        return _error("400 Bad Request", str(wrong))
    if result is None:
        return _error("404 Not Found", "not found")
    if isinstance(result, bytes):
        return "200 OK", "application/zip", result
    return "200 OK", "application/json", json.dumps(result, default=str).encode()


def _error(status: str, message: str) -> tuple[str, str, bytes]:
    return status, "application/json", json.dumps({"Message": message}).encode()
