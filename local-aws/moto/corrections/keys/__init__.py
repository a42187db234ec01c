"""KMS."""

from corrections.keys import deletion  # noqa: F401
