"""CloudWatch Logs."""

from corrections.logs import filtering, groups, measuring  # noqa: F401
