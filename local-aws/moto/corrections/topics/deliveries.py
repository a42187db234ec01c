"""From a topic to its subscribers: one that fails neither fails Publish nor keeps the message from the others."""

import functools
import json
import sys
import threading
import time
import urllib.error
import urllib.request
from typing import Any

from cryptography.hazmat.primitives.asymmetric import rsa
from moto.sns.models import Subscription

from corrections import gateway
from corrections.replacing import replaces

PAUSES_SECONDS = (0.2, 1, 2)
TIMEOUT_SECONDS = 15
TOO_MANY_REQUESTS = 429

_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@functools.lru_cache(maxsize=1)
def _key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@replaces(Subscription)
def private_key(_: Any, self: Subscription) -> rsa.RSAPrivateKey:
    """SNS signs with its own key; moto makes one per subscription, which takes longer than everything else in Publish."""
    return _key()


@replaces(Subscription)
def publish(
    original: Any, self: Subscription, message: str, message_id: str, subject: str | None = None,
    message_attributes: dict[str, Any] | None = None, **rest: Any
) -> None:
    """HTTP endpoints are called in the background with retries, and Lambda functions by the gateway."""
    if self.protocol not in ("http", "https", "lambda"):
        try:
            original(self, message, message_id, subject=subject, message_attributes=message_attributes, **rest)
        except Exception as error:
            print(f"sns: {self.arn} -> {self.endpoint}: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
        return
    if self._filter_policy_matcher is not None and not self._filter_policy_matcher.matches(message_attributes, message):
        return
    if rest.get("message_structure") == "json":
        message = self._parse_message_structure(message, self.protocol)
    notification = _notification(self, message, message_id, subject, message_attributes)
    if self.protocol == "lambda":
        _invoke(self, notification)
    else:
        threading.Thread(target=_post, args=(self, notification), name="sns-delivery", daemon=True).start()


def _notification(
    self: Subscription, message: str, message_id: str, subject: str | None, attributes: dict[str, Any] | None
) -> dict[str, Any]:
    notification = self.get_post_data(message, message_id, subject)
    notification["UnsubscribeURL"] = f"https://sns.{self.arn.split(':')[3]}.amazonaws.com/?Action=Unsubscribe&SubscriptionArn={self.arn}"
    if attributes:
        notification["MessageAttributes"] = {name: {"Type": one["Type"], "Value": str(one["Value"])} for name, one in attributes.items()}
    return notification


def _invoke(self: Subscription, notification: dict[str, Any]) -> None:
    spelled = {"SigningCertURL": "SigningCertUrl", "UnsubscribeURL": "UnsubscribeUrl"}
    sns = {"Subject": None, "MessageAttributes": {}} | {spelled.get(name, name): value for name, value in notification.items()}
    event = {"Records": [{"EventSource": "aws:sns", "EventVersion": "1.0", "EventSubscriptionArn": self.arn, "Sns": sns}]}
    gateway.deliver(self.arn, {"Id": "sns", "Arn": self.endpoint}, event, json.dumps(event))


def _post(self: Subscription, notification: dict[str, Any]) -> None:
    raw = str(self.attributes.get("RawMessageDelivery", "")).lower() == "true"
    headers = {
        "Content-Type": "text/plain; charset=UTF-8",
        "x-amz-sns-message-type": "Notification",
        "x-amz-sns-message-id": notification["MessageId"],
        "x-amz-sns-topic-arn": notification["TopicArn"],
        "x-amz-sns-subscription-arn": self.arn,
        "User-Agent": "Amazon Simple Notification Service Agent",
    }
    if raw:
        headers["x-amz-sns-rawdelivery"] = "true"
    body = (notification["Message"] if raw else json.dumps(notification, indent=2)).encode()
    for pause in (*PAUSES_SECONDS, None):
        failure = _try_once(urllib.request.Request(self.endpoint, data=body, headers=headers))
        if failure is None:
            return
        if pause is None or not failure[1]:
            print(f"sns: {self.arn} -> {self.endpoint}: {failure[0]}", file=sys.stderr, flush=True)
            return
        time.sleep(pause)


def _try_once(request: urllib.request.Request) -> tuple[str, bool] | None:
    """What went wrong, and whether another try may help: SNS does not repeat what the endpoint refused (4xx)."""
    try:
        with _opener.open(request, timeout=TIMEOUT_SECONDS):
            return None
    except urllib.error.HTTPError as refused:
        return f"status {refused.code}", refused.code >= 500 or refused.code == TOO_MANY_REQUESTS
    except (OSError, ValueError) as error:
        return f"{type(error).__name__}: {error}", True
