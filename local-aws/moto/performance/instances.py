"""What moto remembers of all that was ever made."""

from typing import Any

from moto.core.common_models import BaseModel


def apply() -> None:
    BaseModel.__new__ = staticmethod(_make)  # type: ignore[assignment, method-assign]


def _make(cls: Any, *_: Any, **__: Any) -> Any:
    """moto's dashboard lists everything that was ever made, so nothing would ever be freed. S3 closes its files by that list."""
    instance = super(BaseModel, cls).__new__(cls)
    if cls.__module__.startswith("moto.s3."):
        cls.instances_tracked.append(instance)
    return instance
