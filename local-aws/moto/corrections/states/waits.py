"""How long state machines wait: as long as on AWS, or a share of it (LOCAL_AWS_WAIT_SCALE for Wait states, LOCAL_AWS_RETRY_SCALE before
retries).
"""

import time
import types
from typing import Any

import moto.stepfunctions.parser.asl.component.common.retry.retrier_decl as retrier_decl
from moto.stepfunctions.parser.asl.component.state.wait.wait_function.wait_function import WaitFunction

import settings
from corrections.replacing import replaces


def _pause(seconds: float) -> None:
    time.sleep(seconds * settings.RETRY_SCALE)


retrier_decl.time = types.SimpleNamespace(sleep=_pause)  # type: ignore[assignment]


@replaces(WaitFunction)
def _wait_interval(_: Any, self: WaitFunction, env: Any, wait_seconds: float) -> None:
    """A Wait is exact, and ends when its execution does; moto counts in whole seconds."""
    end = time.monotonic() + wait_seconds * settings.WAIT_SCALE
    while env.is_running() and (left := end - time.monotonic()) > 0:
        env.program_state_event.wait(left)
