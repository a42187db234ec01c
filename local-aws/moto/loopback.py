"""Calls of the launcher to itself: the requests and answers of the API, without a connection in between.

A stack makes hundreds of small calls. Over a connection, threads on both ends of it would wait for one interpreter.
"""

import io
import sys
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import unquote, urlsplit

from botocore.awsrequest import AWSResponse
from moto.core.botocore_stubber import MockRawResponse

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
_application: list[Wsgi] = []


def serve(application: Wsgi) -> Wsgi:
    _application[:] = [application]
    return application


def lead(client: Any) -> Any:
    """From now on the calls of this client of the launcher's are answered right here."""
    client.meta.events.register_last("before-send", _send)
    return client


def _send(request: Any, **_: Any) -> AWSResponse:
    answer: list[Any] = []

    def start_response(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
        answer[:] = [status, headers]

    chunks = _application[0](_environ(request), start_response)
    try:
        body = b"".join(chunks)
    finally:
        if hasattr(chunks, "close"):
            chunks.close()
    status, headers = answer
    return AWSResponse(request.url, int(status.split(" ")[0]), headers, MockRawResponse(body))


def _environ(request: Any) -> dict[str, Any]:
    url, body = urlsplit(request.url), _body(request.body)
    path = url.path + (f"?{url.query}" if url.query else "")
    environ = {
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": url.scheme,
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        "REQUEST_METHOD": request.method,
        "SCRIPT_NAME": "",
        # WSGI wants the bytes of the path as characters.
        "PATH_INFO": unquote(url.path, "latin-1") or "/",
        "QUERY_STRING": url.query,
        "REQUEST_URI": path,
        "RAW_URI": path,
        "REMOTE_ADDR": url.hostname,
        "SERVER_NAME": url.hostname,
        "SERVER_PORT": str(url.port),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": url.netloc,
    }
    for name, value in request.headers.items():
        key = name.upper().replace("-", "_")
        environ[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value.decode() if isinstance(value, bytes) else str(value)
    environ.pop("HTTP_TRANSFER_ENCODING", None)
    environ.pop("HTTP_CONTENT_LENGTH", None)
    return environ | {"CONTENT_LENGTH": str(len(body))}


def _body(given: Any) -> bytes:
    content = given.read() if hasattr(given, "read") else given or b""
    return content.encode() if isinstance(content, str) else bytes(content)
