"""SNS."""

from corrections.topics import deliveries, publishing  # noqa: F401
