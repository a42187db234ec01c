"""RevisionId: who has not seen the latest change may not make the next one."""

import datetime
import uuid
from typing import Any

from moto.awslambda.models import LambdaAlias, LambdaFunction

from corrections.functions.errors import stale
from corrections.replacing import replaces


def require(current: str, wanted: str | None) -> None:
    if wanted and wanted != current:
        raise stale()


def timestamp() -> str:
    """Now, with milliseconds and a numeric offset: only Lambda writes times so."""
    now = datetime.datetime.now(datetime.timezone.utc)
    return now.strftime("%Y-%m-%dT%H:%M:%S.") + f"{now.microsecond // 1000:03d}+0000"


def touch(function: Any) -> None:
    """A change of the function: new revision, new time."""
    function.revision_id = str(uuid.uuid4())
    function.last_modified = timestamp()


@replaces(LambdaFunction, "__init__")
def create(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
    """A function has a RevisionId from its creation on, and a LastModified in Lambda's own format."""
    original(self, *args, **kwargs)
    touch(self)


@replaces(LambdaFunction)
def get_configuration(original: Any, self: Any, on_create: bool = False) -> dict[str, Any]:
    """Every reply about a function carries its RevisionId."""
    return original(self, on_create) | {"RevisionId": self.revision_id}


@replaces(LambdaFunction)
def update_configuration(original: Any, self: Any, config_updates: dict[str, Any]) -> dict[str, Any]:
    """UpdateFunctionConfiguration with a stale RevisionId is refused (412); each change makes a new one and a new LastModified."""
    require(self.revision_id, config_updates.get("RevisionId"))
    original(self, config_updates)
    touch(self)
    return self.get_configuration()


@replaces(LambdaFunction)
def update_function_code(original: Any, self: Any, updated_spec: dict[str, Any]) -> dict[str, Any]:
    """UpdateFunctionCode with a stale RevisionId is refused (412); each change makes a new one and a new LastModified."""
    require(self.revision_id, updated_spec.get("RevisionId"))
    original(self, updated_spec)
    touch(self)
    return self.get_configuration()


@replaces(LambdaAlias, "update")
def update_alias(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
    """Each update of an alias makes a new RevisionId."""
    original(self, *args, **kwargs)
    self.revision_id = str(uuid.uuid4())
