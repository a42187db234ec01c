"""An alias with provisioned concurrency moves to another version only when that version is warm.

Until then it shows the new version, with all the weight on the old one:
https://github.com/hashicorp/terraform-provider-aws/pull/48116
"""

import time
import uuid
from typing import Any

import settings


def begin(alias: Any, before: str) -> float:
    """`alias` names its new version already; its calls stay with the version `before`. Answers until when."""
    if _version_left(alias) == alias.function_version:
        # It comes back to the version that its calls have never left.
        settle_now(alias)
        return 0.0
    alias.routing_config = {"AdditionalVersionWeights": {before: 1.0}}
    alias.left_version, alias.moving_until = before, time.monotonic() + settings.UPDATE_SECONDS
    return alias.moving_until


def cancel(alias: Any) -> None:
    """The alias has weights of its own now."""
    alias.moving_until = None


def settle(alias: Any, now: float | None = None) -> None:
    """Ends the move once its time is over; the end is a change of the alias like any other."""
    if _version_left(alias) and (time.monotonic() if now is None else now) >= alias.moving_until:
        alias.moving_until, alias.routing_config = None, {}
        alias.revision_id = str(uuid.uuid4())


def settle_now(alias: Any) -> None:
    settle(alias, float("inf"))


def _version_left(alias: Any) -> str | None:
    return alias.left_version if alias.__dict__.get("moving_until") is not None else None
