"""What must happen before moto is imported."""

import gc
import logging
import os
import sys
import types
from typing import Any
from unittest import mock

import settings


def prepare() -> None:
    """boto3 inside moto finds a region and keys without looking anywhere; nothing but warnings is logged."""
    os.environ.setdefault("AWS_ACCESS_KEY_ID", "local")
    os.environ.setdefault("AWS_SECRET_ACCESS_KEY", "local")
    os.environ.setdefault("AWS_DEFAULT_REGION", settings.REGION)
    os.environ.setdefault("AWS_EC2_METADATA_DISABLED", "true")
    # A developer's profile must not reach into the local AWS.
    os.environ.pop("AWS_PROFILE", None)
    os.environ.pop("AWS_DEFAULT_PROFILE", None)
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    # Modules are no garbage, see look_for_garbage_rarely.
    gc.disable()


def look_for_garbage_rarely() -> None:
    """What moto consists of, two hundred thousand objects, is not looked through again and again for garbage; each request makes little."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(50_000, 20, 20)


def import_without_ec2_catalogues() -> None:
    """EC2's lists of regions and instance types are most of what moto reads at its start, and nothing here needs them."""
    import boto3
    import moto.utilities.utils

    regions = mock.patch.object(boto3.Session, "get_available_regions", lambda *_, **__: [settings.REGION])
    resources = mock.patch.object(moto.utilities.utils, "load_resource", lambda *_: {})
    with regions, resources:
        import moto.ec2.models  # noqa: F401


def import_without_api_validator() -> None:
    """What checks API documents is a fifth of moto's start. It is imported when a request wants a document to be checked."""
    waiting, parts, errors = (types.ModuleType(f"openapi_spec_validator{part}") for part in ("", ".validation", ".validation.exceptions"))
    waiting.validate = _validate  # type: ignore[attr-defined]
    errors.OpenAPIValidationError = _ApiDocumentError  # type: ignore[attr-defined]
    for module in (waiting, parts, errors):
        sys.modules[module.__name__] = module
    try:
        import moto.apigateway.models  # noqa: F401
    finally:
        for module in (waiting, parts, errors):
            del sys.modules[module.__name__]


class _ApiDocumentError(Exception):
    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def _validate(document: dict[str, Any]) -> None:
    import openapi_spec_validator
    from openapi_spec_validator.validation.exceptions import OpenAPIValidationError

    try:
        openapi_spec_validator.validate(document)
    except OpenAPIValidationError as error:
        raise _ApiDocumentError(error.message) from None


def remember_moto_modules() -> None:
    """moto looks through its own folder at every request, to see whether a service is one of its own."""
    import moto.backends

    modules = frozenset(moto.backends.list_of_moto_modules())
    moto.backends.list_of_moto_modules = lambda: modules
