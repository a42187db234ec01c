"""Publish: what it refuses, and what it keeps so that a test can see what a topic sent to whom."""

import datetime
import json
from typing import Any

from moto.sns.models import SNSBackend, Topic, sns_backends

import settings
from corrections.replacing import replaces
from routes import route

MAX_MESSAGE_BYTES = 262_144
LONGEST_SUBJECT = 99


@replaces(SNSBackend)
def publish(original: Any, self: SNSBackend, message: str, *args: Any, **kwargs: Any) -> str:
    """A subject is printable ASCII of fewer than 100 characters without line breaks; a message is not empty and has at most 256 KB."""
    subject = kwargs.get("subject")
    if subject is not None and (not subject or len(subject) > LONGEST_SUBJECT or not subject.isascii() or not subject.isprintable()):
        raise ValueError("Invalid parameter: Subject")
    if not message:
        raise ValueError("Invalid parameter: Empty message")
    attributes = kwargs.get("message_attributes") or {}
    size = len(message.encode()) + sum(len(name) + len(str(one.get("Value", ""))) for name, one in attributes.items())
    if size > MAX_MESSAGE_BYTES:
        raise ValueError("Invalid parameter: Message too long")
    if kwargs.get("message_structure") == "json" and "default" not in _parsed(message):
        raise ValueError("Invalid parameter: Message Structure - No default entry in JSON message body")
    return original(self, message, *args, **kwargs)


def _parsed(message: str) -> Any:
    try:
        return json.loads(message)
    except ValueError:
        raise ValueError("Invalid parameter: Message Structure - JSON message body failed to parse") from None


@replaces(Topic, "publish")
def publish_to_topic(
    original: Any, self: Topic, message: str, subject: str | None = None, message_attributes: dict[str, Any] | None = None, **kwargs: Any
) -> str:
    """A published message reaches every subscriber, also those by e-mail, which are remembered here."""
    message_id = original(self, message, subject=subject, message_attributes=message_attributes, **kwargs)
    subscribers, _ = self.sns_backend.list_subscriptions_by_topic(topic_arn=self.arn)
    self.__dict__.setdefault("published", []).append(
        {
            "TopicArn": self.arn,
            "MessageId": message_id,
            "Subject": subject,
            "Message": message,
            "MessageAttributes": {
                name: {"Type": one["Type"], "Value": str(one["Value"])} for name, one in (message_attributes or {}).items()
            },
            "Subscribers": [{"Protocol": one.protocol, "Endpoint": one.endpoint} for one in subscribers],
            "At": datetime.datetime.now(tz=datetime.timezone.utc).isoformat(timespec="milliseconds"),
        }
    )
    return message_id


@route("GET", "sns/messages")
def messages(query: dict[str, str], body: Any) -> Any:
    """What was published, the oldest first; ?topic=<name or ARN> for one topic."""
    wanted = query.get("topic", "").split(":")[-1]
    topics = sns_backends[settings.ACCOUNT][query["region"]].topics.values()
    found = [message for topic in topics if wanted in ("", topic.name) for message in topic.__dict__.get("published", [])]
    return sorted(found, key=lambda message: message["At"])
