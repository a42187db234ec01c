"""What was received must be what was sent."""

import base64
import binascii
import hashlib
import re
from typing import Any

from moto.s3.exceptions import S3ClientError
from moto.s3.responses import S3Response
from moto.s3.utils import compute_checksum

from corrections.replacing import replaces

# CRC32C and CRC64NVME need libraries that moto does not bring: their values are kept, not verified.
VERIFIED = {"CRC32", "SHA1", "SHA256"}
_NOT_VALUES = {"algorithm", "type", "mode"}


@replaces(S3Response)
def _get_checksum(original: Any, self: Any, response_headers: dict[str, Any]) -> tuple[str, str | None]:
    """A checksum in whatever header or trailer is verified, stored and returned; a wrong one is a BadDigest (400)."""
    body = self.body if isinstance(self.body, bytes) else (self.body or "").encode()
    _verify_md5(self.headers.get("Content-MD5"), body)
    _verify_payload(self.headers.get("x-amz-content-sha256", ""), self.raw_body)
    algorithm = self.headers.get("x-amz-sdk-checksum-algorithm", "").upper() or _algorithm(self.headers)
    if not algorithm:
        return "", None
    computed = compute_checksum(body, algorithm=algorithm).decode()
    sent = self.headers.get(f"x-amz-checksum-{algorithm.lower()}") or _trailer(self.raw_body, algorithm)
    if sent and algorithm in VERIFIED and sent != computed:
        raise S3ClientError("BadDigest", f"The {algorithm} you specified did not match the calculated checksum.")
    response_headers[f"x-amz-checksum-{algorithm.lower()}"] = sent or computed
    return algorithm, sent or computed


def _algorithm(headers: Any) -> str:
    names = [name.lower() for name, _ in headers.items()] + [headers.get("x-amz-trailer", "").lower()]
    found = [name.removeprefix("x-amz-checksum-") for name in names if name.startswith("x-amz-checksum-")]
    return next((name.upper() for name in found if name not in _NOT_VALUES), "")


def _trailer(body: Any, algorithm: str) -> str | None:
    raw = body if isinstance(body, bytes) else (body or "").encode()
    match = re.search(rb"\r\n(?i:x-amz-checksum-%s):\s*([A-Za-z0-9+/=]+)" % algorithm.lower().encode(), raw[-300:])
    return match.group(1).decode() if match else None


def _verify_md5(sent: str | None, body: bytes) -> None:
    if not sent:
        return
    try:
        digest = base64.b64decode(sent, validate=True)
    except binascii.Error:
        digest = b""
    if len(digest) != 16:
        raise S3ClientError("InvalidDigest", "The Content-MD5 you specified was invalid.")
    if digest != hashlib.md5(body, usedforsecurity=False).digest():
        raise S3ClientError("BadDigest", "The Content-MD5 you specified did not match what we received.")


def _verify_payload(sent: str, body: Any) -> None:
    raw = body if isinstance(body, bytes) else (body or "").encode()
    if re.fullmatch("[0-9a-f]{64}", sent) and sent != hashlib.sha256(raw).hexdigest():
        raise S3ClientError("XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.")
