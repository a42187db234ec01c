"""What the launcher hands to the gateway: targets that moto cannot reach itself."""

import json
import time
import urllib.error
import urllib.request
from typing import Any

import settings
from corrections.background import Background

TRIES = 5
PAUSE_SECONDS = 0.2
TIMEOUT_SECONDS = 10

_outbox = Background("gateway")
# The gateway is on this machine; a proxy of the developer's environment is not for it.
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def deliver(rule_arn: str, target: dict[str, Any], event: dict[str, Any], text: str) -> None:
    """Returns at once. `text` is what the target gets, JSON."""
    if settings.GATEWAY:
        message = json.dumps({"RuleArn": rule_arn, "Target": target, "Event": event, "Input": text}, default=str).encode()
        _outbox.later(lambda: _post("/_local/event-target", message))


def _post(path: str, message: bytes) -> None:
    for attempt in range(1, TRIES + 1):
        request = urllib.request.Request(settings.GATEWAY + path, data=message, headers={"Content-Type": "application/json"})
        try:
            with _opener.open(request, timeout=TIMEOUT_SECONDS):
                return
        except urllib.error.HTTPError as refused:
            if refused.code < 500 or attempt == TRIES:
                raise
        except OSError:
            if attempt == TRIES:
                raise
        time.sleep(PAUSE_SECONDS * attempt)
