"""AWS::Events::*."""

from typing import Any

from stacks.errors import ResourceFailure
from stacks.resources import Context, given, kind
from stacks.resources.roles import document


@kind(
    "AWS::Events::Rule", "Name EventBusName EventPattern ScheduleExpression State Description RoleArn Targets Tags",
    replaced_by="Name EventBusName"
)
class Rule:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        name, bus = properties.get("Name") or context.name(64), _bus(properties)
        arn = _put(context, name, properties)
        # Rules of a custom bus are distinguished by it.
        return name if bus == "default" else f"{bus}|{name}", {"Arn": arn}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        name = physical_id.split("|")[-1]
        _put(context, name, properties)
        kept = {target["Id"] for target in properties.get("Targets", [])}
        _remove(context, name, properties, [target["Id"] for target in before.get("Targets", []) if target["Id"] not in kept])

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        name = physical_id.split("|")[-1]
        _remove(context, name, properties, [target["Id"] for target in properties.get("Targets", [])])
        context.call("events", "delete_rule", Name=name, EventBusName=_bus(properties))


def _bus(properties: dict[str, Any]) -> str:
    return str(properties.get("EventBusName", "default")).split("/")[-1]


def _put(context: Context, name: str, properties: dict[str, Any]) -> str:
    pattern = document(properties["EventPattern"]) if "EventPattern" in properties else None
    rest = given(properties, "ScheduleExpression", "State", "Description", "RoleArn")
    arn = context.call("events", "put_rule", Name=name, EventBusName=_bus(properties), EventPattern=pattern, **rest)["RuleArn"]
    if properties.get("Targets"):
        put = context.call("events", "put_targets", Rule=name, EventBusName=_bus(properties), Targets=properties["Targets"])
        if put.get("FailedEntryCount"):
            raise ResourceFailure(f"Targets were refused: {put['FailedEntries']}")
    return str(arn)


def _remove(context: Context, name: str, properties: dict[str, Any], ids: list[str]) -> None:
    if ids:
        context.call("events", "remove_targets", Rule=name, EventBusName=_bus(properties), Ids=ids)


@kind("AWS::Events::EventBus", "Name Description Tags Policy DeadLetterConfig KmsKeyIdentifier", required="Name", replaced_by="Name")
class EventBus:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        name = properties["Name"]
        rest = given(properties, "Description", "DeadLetterConfig", "KmsKeyIdentifier")
        arn = context.call("events", "create_event_bus", Name=name, Tags=context.tag_list(properties), **rest)["EventBusArn"]
        if "Policy" in properties:
            context.call("events", "put_permission", EventBusName=name, Policy=document(properties["Policy"]))
        return name, {"Arn": arn, "Name": name}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        context.call(
            "events", "update_event_bus", Name=physical_id, **given(properties, "Description", "DeadLetterConfig", "KmsKeyIdentifier")
        )
        if "Policy" in properties:
            context.call("events", "put_permission", EventBusName=physical_id, Policy=document(properties["Policy"]))

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("events", "delete_event_bus", Name=physical_id)


@kind(
    "AWS::Events::EventBusPolicy", "EventBusName StatementId Statement Action Principal Condition", required="StatementId",
    replaced_by="EventBusName StatementId"
)
class EventBusPolicy:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        bus = _bus(properties)
        if "Statement" in properties:
            statement = {"Sid": properties["StatementId"], **properties["Statement"]}
            context.call("events", "put_permission", EventBusName=bus, Policy=document({"Version": "2012-10-17", "Statement": [statement]}))
        else:
            context.call(
                "events", "put_permission", EventBusName=bus, **given(properties, "StatementId", "Action", "Principal", "Condition")
            )
        return f"{bus}|{properties['StatementId']}", {}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        EventBusPolicy.delete(context, physical_id, before)
        EventBusPolicy.create(context, properties)

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("events", "remove_permission", EventBusName=_bus(properties), StatementId=properties["StatementId"])
