"""AWS::Logs::*."""

from typing import Any

from stacks.resources import Context, kind
from stacks.resources.roles import document


@kind("AWS::Logs::LogGroup", "LogGroupName RetentionInDays KmsKeyId LogGroupClass Tags", replaced_by="LogGroupName")
class LogGroup:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        name = properties.get("LogGroupName") or context.name(512)
        context.call("logs", "create_log_group", logGroupName=name, kmsKeyId=properties.get("KmsKeyId"), tags=context.tags(properties))
        _retain(context, name, properties)
        return name, {"Arn": f"arn:aws:logs:{context.region}:{context.account}:log-group:{name}:*"}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        _retain(context, physical_id, properties)

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("logs", "delete_log_group", logGroupName=physical_id)


def _retain(context: Context, name: str, properties: dict[str, Any]) -> None:
    days = properties.get("RetentionInDays")
    if days is None:
        context.call("logs", "delete_retention_policy", logGroupName=name)
    else:
        context.call("logs", "put_retention_policy", logGroupName=name, retentionInDays=days)


@kind("AWS::Logs::ResourcePolicy", "PolicyName PolicyDocument", required="PolicyName PolicyDocument", replaced_by="PolicyName")
class ResourcePolicy:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        context.call(
            "logs", "put_resource_policy", policyName=properties["PolicyName"], policyDocument=document(properties["PolicyDocument"])
        )
        return properties["PolicyName"], {}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        ResourcePolicy.create(context, properties)

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("logs", "delete_resource_policy", policyName=physical_id)


@kind(
    "AWS::Logs::MetricFilter",
    "LogGroupName FilterName FilterPattern MetricTransformations",
    required="LogGroupName FilterPattern MetricTransformations",
    replaced_by="LogGroupName FilterName",
)
class MetricFilter:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        name = properties.get("FilterName") or context.name(512)
        _put_filter(context, name, properties)
        return name, {}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        _put_filter(context, physical_id, properties)

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("logs", "delete_metric_filter", logGroupName=properties["LogGroupName"], filterName=physical_id)


def _put_filter(context: Context, name: str, properties: dict[str, Any]) -> None:
    spelled = [{key[0].lower() + key[1:]: value for key, value in one.items()} for one in properties["MetricTransformations"]]
    for one in spelled:
        if "dimensions" in one:
            one["dimensions"] = {dimension["Key"]: dimension["Value"] for dimension in one["dimensions"]}
    context.call(
        "logs",
        "put_metric_filter",
        logGroupName=properties["LogGroupName"],
        filterName=name,
        filterPattern=properties["FilterPattern"],
        metricTransformations=spelled,
    )
