"""AWS::Scheduler::*."""

from typing import Any

from stacks.resources import Context, kind

FIELDS = "ScheduleExpression ScheduleExpressionTimezone State Description StartDate EndDate FlexibleTimeWindow Target KmsKeyArn"


@kind(
    "AWS::Scheduler::Schedule", f"Name GroupName {FIELDS}", required="ScheduleExpression FlexibleTimeWindow Target",
    replaced_by="Name GroupName"
)
class Schedule:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        name = properties.get("Name") or context.name(64)
        made = context.call("scheduler", "create_schedule", **(properties | {"Name": name}))
        return name, {"Arn": made["ScheduleArn"]}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        context.call("scheduler", "update_schedule", **(properties | {"Name": physical_id}))

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("scheduler", "delete_schedule", Name=physical_id, GroupName=properties.get("GroupName"))


@kind("AWS::Scheduler::ScheduleGroup", "Name Tags", replaced_by="Name")
class ScheduleGroup:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        name = properties.get("Name") or context.name(64)
        made = context.call("scheduler", "create_schedule_group", Name=name, Tags=context.tag_list(properties))
        return name, {"Arn": made["ScheduleGroupArn"], "State": "ACTIVE"}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        arn = f"arn:aws:scheduler:{context.region}:{context.account}:schedule-group/{physical_id}"
        context.call("scheduler", "tag_resource", ResourceArn=arn, Tags=context.tag_list(properties))

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("scheduler", "delete_schedule_group", Name=physical_id)
