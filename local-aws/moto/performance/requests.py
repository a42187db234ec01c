"""How moto finds out what a request is: the service by the host, the operation by the path, the method by the operation."""

import functools
import re
from typing import Any

import moto.core.responses
from moto.core.responses import BaseResponse
from moto.moto_server.werkzeug_app import DomainDispatcherApplication

_backend = DomainDispatcherApplication.get_backend_for_host


def apply() -> None:
    DomainDispatcherApplication.get_backend_for_host = functools.cache(_backend)  # type: ignore[method-assign]
    BaseResponse._get_action_from_method_and_request_uri = _find_action  # type: ignore[method-assign]
    moto.core.responses.method_names_from_class = _method_names  # type: ignore[attr-defined]


@functools.cache
def _method_names(owner: Any) -> list[str]:
    """What a class can answer is looked up once. Corrections add methods before the first request."""
    return _names(owner)


_names = moto.core.responses.method_names_from_class


@functools.cache
def _patterns(service: str, region: str, method: str) -> list[tuple["re.Pattern[str]", str]]:
    """The longest first, as moto sorts them for each request. Python forgets compiled patterns when there are more than 512."""
    urls = moto.core.responses._get_method_urls(service, region)[method]
    return [(re.compile(pattern), name) for pattern, name in sorted(urls.items(), key=lambda one: len(one[0]), reverse=True)]


def _find_action(self: Any, method: str, request_uri: str) -> str | None:
    for pattern, name in _patterns(self.service_name, self.region, method):
        self.uri_match = pattern.match(request_uri)
        if self.uri_match:
            return name
    return None
