"""S3 notifications to EventBridge: the event has the shape that S3 gives it."""

import uuid
from typing import Any

import moto.s3.notifications as notifications

from corrections.events import bus
from corrections.replacing import replaces

REASONS = {"Put": "PutObject", "Post": "POST Object", "Copy": "CopyObject", "CompleteMultipartUpload": "CompleteMultipartUpload"}
# S3 reports creation and deletion; moto also says "Object Tags Added" for every object that is put.
TOLD = {"Object Created", "Object Deleted"}


@replaces(notifications)
def _send_event_bridge_message(original: Any, account_id: str, bucket: Any, event_name: str, key: Any) -> None:
    """`etag` and `reason` are spelled as S3 spells them, and the event goes to the default bus only."""
    detail_type = notifications._detail_type(event_name)
    if detail_type not in TOLD:
        return
    thing = {"key": key.name, "sequencer": f"{uuid.uuid4().int >> 64:016X}"}
    detail: dict[str, Any] = {
        "version": "0",
        "bucket": {"name": bucket.name},
        "object": thing,
        "request-id": uuid.uuid4().hex[:16].upper(),
        "requester": account_id,
        "source-ip-address": "127.0.0.1",
    }
    if bucket.is_versioned and key.version_id:
        thing["version-id"] = key.version_id
    if detail_type == "Object Created":
        thing |= {"size": key.size, "etag": key.etag.replace('"', "")}
        detail["reason"] = REASONS.get(event_name.split(":")[-1], event_name.split(":")[-1])
    else:
        marker = event_name.endswith("DeleteMarkerCreated")
        detail |= {"reason": "DeleteObject", "deletion-type": "Delete Marker Created" if marker else "Permanently Deleted"}
    bus.publish(account_id, bucket.region_name, source="aws.s3", detail_type=detail_type, detail=detail, resources=[bucket.arn])
