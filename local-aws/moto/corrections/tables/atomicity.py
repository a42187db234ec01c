"""One write at a time."""

import threading
from typing import Any

from moto.dynamodb.responses import DynamoHandler

from corrections.replacing import replaces

_LOCK = threading.RLock()


@replaces(DynamoHandler)
def call_action(original: Any, self: Any) -> Any:
    """Condition and write are one: of concurrent conditional writes one wins, and no ADD is lost."""
    with _LOCK:
        return original(self)
