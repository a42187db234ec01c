"""One request at a time."""

import threading
from typing import Any

from moto.iam.responses import IamResponse

from corrections.replacing import replaces

_LOCK = threading.RLock()


@replaces(IamResponse)
def call_action(original: Any, self: Any) -> Any:
    """Roles can be created side by side: moto looks through all of them for the name while others are added."""
    with _LOCK:
        return original(self)
