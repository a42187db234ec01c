"""CloudWatch."""

from corrections.cloudwatch import alarm_api, metric_api  # noqa: F401
