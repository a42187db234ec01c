"""The WSGI application: the launcher's own routes, then moto; what moto cannot answer becomes an AWS error."""

import importlib
import sys
import traceback
from collections.abc import Callable, Iterable
from typing import Any

from moto.core.config import default_user_config
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

import error_mapping
import routes
import settings
import startup


class Application:
    def __init__(self) -> None:
        default_user_config["stepfunctions"] = {"execute_state_machine": True}
        self._moto = DomainDispatcherApplication(create_backend_app)
        if not settings.PLAIN:
            startup.import_without_ec2_catalogues()
            startup.import_without_api_validator()
            startup.remember_moto_modules()
            # Only now: they import the services, which must not read what startup leaves out.
            importlib.import_module("performance").apply()
            importlib.import_module("corrections").apply_all()
            for module in ("function_routes", "api_routes", "permission_routes", "contents", "stacks"):
                importlib.import_module(module)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["PATH_INFO"].startswith(routes.BASE):
            return _reply(start_response, *routes.answer(environ))
        try:
            return self._moto(environ, start_response)
        except Exception as error:
            if settings.PLAIN:
                return _reply(start_response, "500 Internal Server Error", "text/html", repr(error).encode())
            status, content_type, body = error_mapping.describe(error, environ)
            if status.startswith("500"):
                traceback.print_exc(file=sys.stderr)
            return _reply(start_response, status, content_type, body)


def _reply(start_response: Callable[..., Any], status: str, content_type: str, body: bytes) -> Iterable[bytes]:
    start_response(status, [("Content-Type", content_type)])
    return [body]
