"""EventBridge and its scheduler."""

from corrections.events import bus, inputs, rules, s3, schedules  # noqa: F401
