"""KMS keys."""

import functools
from typing import Any

import moto.kms.models
from moto.kms.utils import generate_private_key

_SUPPORTED = ("sign", "verify", "public_key")


def apply() -> None:
    moto.kms.models.generate_private_key = _PrivateKey  # type: ignore[assignment]


class _PrivateKey:
    """Made when something is signed with it. moto makes one for every key, also for those that only encrypt: 0.1 s each."""

    def __init__(self, key_spec: str) -> None:
        self._spec = key_spec

    @functools.cached_property
    def _made(self) -> Any:
        return generate_private_key(self._spec)

    def __getattr__(self, name: str) -> Any:
        if name not in _SUPPORTED:
            raise AttributeError(name)
        return getattr(self._made, name)
