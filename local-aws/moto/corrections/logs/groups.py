"""Log groups: which retentions there are."""

from typing import Any

from moto.logs.exceptions import InvalidParameterException
from moto.logs.models import LogsBackend

from corrections.replacing import replaces

RETENTIONS = (1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653)


@replaces(LogsBackend)
def put_retention_policy(original: Any, self: LogsBackend, log_group_name: str, retention_in_days: Any) -> None:
    """Retention is one of the values that CloudWatch Logs offers."""
    if int(retention_in_days) not in RETENTIONS:
        raise InvalidParameterException(
            f"1 validation error detected: Value '{retention_in_days}' at 'retentionInDays' failed to satisfy constraint: "
            f"Member must satisfy enum value set: {list(RETENTIONS)}"
        )
    original(self, log_group_name, retention_in_days)
