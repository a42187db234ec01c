"""AWS::SQS::*."""

from typing import Any
from urllib.parse import urlsplit

import settings
from stacks.resources import Context, given, kind
from stacks.resources.roles import document
from stacks.resources.topics import text

ATTRIBUTES = (
    "DelaySeconds FifoQueue ContentBasedDeduplication KmsMasterKeyId MaximumMessageSize MessageRetentionPeriod ReceiveMessageWaitTimeSeconds "
    "VisibilityTimeout SqsManagedSseEnabled"
).split()
DOCUMENTS = ("RedrivePolicy", "RedriveAllowPolicy")


@kind("AWS::SQS::Queue", f"QueueName Tags {' '.join(ATTRIBUTES)} {' '.join(DOCUMENTS)}", replaced_by="QueueName FifoQueue")
class Queue:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        name = properties.get("QueueName") or context.name(80)
        made = context.call("sqs", "create_queue", QueueName=name, Attributes=_attributes(properties), tags=context.tags(properties))
        # moto makes the URL from the host that was called: ours, not the one that everybody else calls.
        url = (settings.GATEWAY or "") + urlsplit(made["QueueUrl"]).path if settings.GATEWAY else made["QueueUrl"]
        return url, {"Arn": f"arn:aws:sqs:{context.region}:{context.account}:{name}", "QueueName": name, "QueueUrl": url}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        context.call("sqs", "set_queue_attributes", QueueUrl=physical_id, Attributes=_attributes(properties))

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("sqs", "delete_queue", QueueUrl=physical_id)


def _attributes(properties: dict[str, Any]) -> dict[str, str]:
    plain = {name: text(value) for name, value in given(properties, *ATTRIBUTES).items()}
    return plain | {name: document(value) for name, value in given(properties, *DOCUMENTS).items()}


@kind("AWS::SQS::QueuePolicy", "PolicyDocument Queues", required="PolicyDocument Queues")
class QueuePolicy:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        for url in properties["Queues"]:
            context.call("sqs", "set_queue_attributes", QueueUrl=url, Attributes={"Policy": document(properties["PolicyDocument"])})
        return context.name(), {}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        QueuePolicy.create(context, properties)
        QueuePolicy.delete(context, physical_id, {"Queues": [url for url in before["Queues"] if url not in properties["Queues"]]})

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        for url in properties["Queues"]:
            context.call("sqs", "set_queue_attributes", QueueUrl=url, Attributes={"Policy": ""})
