"""AWS::SNS::*."""

import json
from typing import Any

from stacks.resources import Context, given, kind
from stacks.resources.roles import document

ATTRIBUTES = ("DisplayName", "KmsMasterKeyId", "FifoTopic", "ContentBasedDeduplication", "SignatureVersion", "TracingConfig")
SUBSCRIPTION = ("FilterPolicyScope", "RawMessageDelivery", "SubscriptionRoleArn")
DOCUMENTS = ("FilterPolicy", "RedrivePolicy", "DeliveryPolicy")


def text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


@kind("AWS::SNS::Topic", f"TopicName Subscription Tags {' '.join(ATTRIBUTES)}", replaced_by="TopicName FifoTopic")
class Topic:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        name = properties.get("TopicName") or context.name(250)
        attributes = {key: text(value) for key, value in given(properties, *ATTRIBUTES).items()}
        arn = context.call("sns", "create_topic", Name=name, Attributes=attributes, Tags=context.tag_list(properties))["TopicArn"]
        for one in properties.get("Subscription", []):
            context.call("sns", "subscribe", TopicArn=arn, Protocol=one["Protocol"], Endpoint=one["Endpoint"])
        return arn, {"TopicArn": arn, "TopicName": name}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        for name in ATTRIBUTES:
            if properties.get(name) != before.get(name):
                context.call(
                    "sns", "set_topic_attributes", TopicArn=physical_id, AttributeName=name, AttributeValue=text(properties.get(name, ""))
                )
        had = before.get("Subscription", [])
        for one in properties.get("Subscription", []):
            if one not in had:
                context.call("sns", "subscribe", TopicArn=physical_id, Protocol=one["Protocol"], Endpoint=one["Endpoint"])
        gone = [(one["Protocol"], one["Endpoint"]) for one in had if one not in properties.get("Subscription", [])]
        _unsubscribe(context, physical_id, gone)

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        _unsubscribe(context, physical_id, [(one["Protocol"], one["Endpoint"]) for one in properties.get("Subscription", [])])
        context.call("sns", "delete_topic", TopicArn=physical_id)


def _unsubscribe(context: Context, topic: str, wanted: list[tuple[str, str]]) -> None:
    if wanted:
        for one in context.call("sns", "list_subscriptions_by_topic", TopicArn=topic)["Subscriptions"]:
            if (one["Protocol"], one["Endpoint"]) in wanted:
                context.call("sns", "unsubscribe", SubscriptionArn=one["SubscriptionArn"])


@kind(
    "AWS::SNS::Subscription",
    f"TopicArn Protocol Endpoint {' '.join(SUBSCRIPTION)} {' '.join(DOCUMENTS)}",
    required="TopicArn Protocol",
    replaced_by="TopicArn Protocol Endpoint",
)
class Subscription:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        arn = context.call(
            "sns",
            "subscribe",
            Attributes=_attributes(properties),
            ReturnSubscriptionArn=True,
            **given(properties, "TopicArn", "Protocol", "Endpoint"),
        )["SubscriptionArn"]
        return arn, {"Arn": arn}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        wanted = _attributes(properties)
        for name in {*wanted, *_attributes(before)}:
            value = wanted.get(name, "false" if name == "RawMessageDelivery" else "{}")
            context.call("sns", "set_subscription_attributes", SubscriptionArn=physical_id, AttributeName=name, AttributeValue=value)

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("sns", "unsubscribe", SubscriptionArn=physical_id)


def _attributes(properties: dict[str, Any]) -> dict[str, str]:
    plain = {name: text(value) for name, value in given(properties, *SUBSCRIPTION).items()}
    return plain | {name: document(value) for name, value in given(properties, *DOCUMENTS).items()}


@kind("AWS::SNS::TopicPolicy", "PolicyDocument Topics", required="PolicyDocument Topics")
class TopicPolicy:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        for topic in properties["Topics"]:
            context.call(
                "sns", "set_topic_attributes", TopicArn=topic, AttributeName="Policy", AttributeValue=document(properties["PolicyDocument"])
            )
        return context.name(), {}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        TopicPolicy.create(context, properties)
        gone = [topic for topic in before["Topics"] if topic not in properties["Topics"]]
        TopicPolicy.delete(context, physical_id, {"Topics": gone})

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        for topic in properties["Topics"]:
            context.call("sns", "set_topic_attributes", TopicArn=topic, AttributeName="Policy", AttributeValue=_owner_only(context, topic))


def _owner_only(context: Context, topic: str) -> str:
    # What a topic has when nobody set a policy.
    statement = {
        "Sid": "__default_statement_ID",
        "Effect": "Allow",
        "Principal": {"AWS": "*"},
        "Action": ["SNS:GetTopicAttributes", "SNS:SetTopicAttributes", "SNS:Subscribe", "SNS:Publish", "SNS:DeleteTopic"],
        "Resource": topic,
        "Condition": {"StringEquals": {"AWS:SourceOwner": context.account}},
    }
    return json.dumps({"Version": "2008-10-17", "Id": "__default_policy_ID", "Statement": [statement]})
