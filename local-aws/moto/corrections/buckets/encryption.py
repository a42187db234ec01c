"""Every bucket is encrypted."""

from typing import Any

from moto.s3.models import FakeBucket, S3Backend

from corrections.replacing import replaces


def _default() -> dict[str, Any]:
    return {"Rule": {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}, "BucketKeyEnabled": "false"}}


@replaces(FakeBucket, "__init__")
def create(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
    """A fresh bucket encrypts with AES256."""
    original(self, *args, **kwargs)
    self.encryption = _default()


@replaces(S3Backend)
def delete_bucket_encryption(original: Any, self: Any, bucket_name: str) -> None:
    """Without a configuration of its own a bucket is back at AES256."""
    self.get_bucket(bucket_name).encryption = _default()
