"""States: a function cannot be used, nor changed, while Lambda is still making it."""

import copy
import time
import uuid
from typing import Any

from moto.awslambda.models import LambdaFunction, LambdaStorage
from moto.awslambda.responses import LambdaResponse
from urllib.parse import unquote

import settings
from corrections.functions import keys
from corrections.functions.errors import conflict
from corrections.functions.versions import FROZEN
from corrections.replacing import replaces

REASON, CODE = "The function is being created.", "Creating"
# What an update changes.
UPDATED = (*FROZEN, "code", "code_bytes", "code_size", "code_digest", "generation")


def settle(function: Any, now: float | None = None) -> None:
    """Ends Pending and InProgress once their time is over; the end is a change of the function like any other."""
    now = time.monotonic() if now is None else now
    if function.pending_until is not None and now >= function.pending_until:
        function.pending_until = None
        function.revision_id = str(uuid.uuid4())
    if function.updating_until is not None and now >= function.updating_until:
        function.updating_until = None
        function.revision_id = str(uuid.uuid4())
        if function.failure:
            _drop_update(function)


def _drop_update(function: Any) -> None:
    for name in UPDATED:
        setattr(function, name, getattr(function.previous, name))


def settle_now(function: Any) -> None:
    """For makers that wait for the function, such as CloudFormation."""
    settle(function, float("inf"))


def running(function: Any) -> Any:
    """What an invocation runs: during an update that is still the code and configuration before it."""
    settle(function)
    return function.previous if function.updating_until is not None else function


def state(function: Any) -> dict[str, str]:
    settle(function)
    if function.pending_until is not None:
        return {"State": "Pending", "StateReason": REASON, "StateReasonCode": CODE}
    if function.updating_until is not None:
        update = {"LastUpdateStatus": "InProgress", "LastUpdateStatusReason": REASON, "LastUpdateStatusReasonCode": CODE}
        return {"State": "Active"} | update
    return {"State": "Active"} | (function.failure or {"LastUpdateStatus": "Successful"})


@replaces(LambdaFunction, "__init__")
def create(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
    """A new function is Pending (reason Creating) for a while, then Active."""
    original(self, *args, **kwargs)
    self.pending_until = time.monotonic() + settings.PENDING_SECONDS
    self.updating_until = self.previous = self.failure = None
    self.generation = str(uuid.uuid4())


@replaces(LambdaStorage)
def publish_version(original: Any, self: Any, name_or_arn: str, description: str = "") -> Any:
    """A new version is Pending for a short while, then Active."""
    version = original(self, name_or_arn, description)
    if version.generation == self.get_function_by_name_or_arn_forbid_qualifier(name_or_arn).generation:
        # Just copied from $LATEST, so it still has its generation.
        version.generation = str(uuid.uuid4())
        version.pending_until = time.monotonic() + settings.UPDATE_SECONDS / 2
        version.updating_until = version.previous = version.failure = None
    return version


@replaces(LambdaFunction)
def get_configuration(original: Any, self: Any, on_create: bool = False) -> dict[str, Any]:
    """Replies say the state of the moment: State, LastUpdateStatus and their reasons."""
    now = state(self)
    config = original(self, on_create)
    config.pop("LastUpdateStatus", None)
    return config | now


@replaces(LambdaFunction)
def update_configuration(original: Any, self: Any, config_updates: dict[str, Any]) -> dict[str, Any]:
    """After an update of the configuration LastUpdateStatus is InProgress for a while, and then Failed with a key that cannot be used.

    After Failed all is as before the update, and the next update ends that state.
    """
    _update(original, self, config_updates)
    self.failure = keys.failure(self)
    return self.get_configuration()


@replaces(LambdaFunction)
def update_function_code(original: Any, self: Any, updated_spec: dict[str, Any]) -> dict[str, Any]:
    """After an update of the code LastUpdateStatus is InProgress for a while."""
    return _update(original, self, updated_spec)


def _update(original: Any, function: Any, spec: dict[str, Any]) -> dict[str, Any]:
    settle(function)
    previous = copy.copy(running(function))
    previous.previous = None
    original(function, spec)
    function.previous, function.failure = previous, None
    function.generation = str(uuid.uuid4())
    function.updating_until = time.monotonic() + settings.UPDATE_SECONDS
    return function.get_configuration()


def _refuse_while_busy(operation: str, segment: int) -> None:
    def guard(original: Any, self: Any) -> Any:
        function = self.backend.get_function(unquote(self.path.split("/")[segment]))
        now = state(function)
        if now["State"] == "Pending":
            raise conflict("The operation cannot be performed at this time. The function is currently in the following state: Pending")
        if now["LastUpdateStatus"] == "InProgress":
            arn = function.function_arn
            raise conflict(f"The operation cannot be performed at this time. An update is in progress for resource: {arn}")
        return original(self)

    guard.__doc__ = f"{operation} is refused (409) while the function is Pending or an update is in progress."
    replaces(LambdaResponse, operation)(guard)


_refuse_while_busy("update_function_code", -2)
_refuse_while_busy("update_function_configuration", -2)
_refuse_while_busy("publish_version", -2)
