"""Objects in S3 that functions and layers are made of."""

import weakref
from typing import Any

from moto.awslambda import models
from moto.s3.models import FakeKey

_content = models._s3_content
_parts: "weakref.WeakKeyDictionary[FakeKey, tuple[bytes, int, str, str]]" = weakref.WeakKeyDictionary()


def apply() -> None:
    models._s3_content = _content_once


def _content_once(key: Any) -> tuple[bytes, int, str, str]:
    """What many functions are made of is read and hashed once, and they share its bytes. An object is never changed, only replaced."""
    if key not in _parts:
        _parts[key] = _content(key)
    return _parts[key]
