"""AWS::CloudWatch::*."""

from typing import Any

from stacks.resources import Context, kind
from stacks.resources.roles import document

ACTIONS = "ActionsEnabled AlarmActions AlarmDescription InsufficientDataActions OKActions Tags"
METRIC = (
    "ComparisonOperator DatapointsToAlarm Dimensions EvaluateLowSampleCountPercentile EvaluationPeriods ExtendedStatistic MetricName Metrics Namespace "
    "Period Statistic Threshold ThresholdMetricId TreatMissingData Unit"
)
COMPOSITE = "AlarmRule ActionsSuppressor ActionsSuppressorWaitPeriod ActionsSuppressorExtensionPeriod"


def _arn(context: Context, name: str) -> dict[str, Any]:
    return {"Arn": f"arn:aws:cloudwatch:{context.region}:{context.account}:alarm:{name}"}


@kind("AWS::CloudWatch::Alarm", f"AlarmName {ACTIONS} {METRIC}", required="ComparisonOperator EvaluationPeriods", replaced_by="AlarmName")
class Alarm:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        name = properties.get("AlarmName") or context.name(255)
        context.call("cloudwatch", "put_metric_alarm", **(properties | {"AlarmName": name, "Tags": context.tag_list(properties)}))
        return name, _arn(context, name)

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        context.call("cloudwatch", "put_metric_alarm", **(properties | {"AlarmName": physical_id}))

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("cloudwatch", "delete_alarms", AlarmNames=[physical_id])


@kind("AWS::CloudWatch::CompositeAlarm", f"AlarmName {ACTIONS} {COMPOSITE}", required="AlarmRule", replaced_by="AlarmName")
class CompositeAlarm:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        name = properties.get("AlarmName") or context.name(255)
        context.call("cloudwatch", "put_composite_alarm", **(properties | {"AlarmName": name, "Tags": context.tag_list(properties)}))
        return name, _arn(context, name)

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        context.call("cloudwatch", "put_composite_alarm", **(properties | {"AlarmName": physical_id}))

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("cloudwatch", "delete_alarms", AlarmNames=[physical_id])


@kind("AWS::CloudWatch::Dashboard", "DashboardName DashboardBody", required="DashboardBody", replaced_by="DashboardName")
class Dashboard:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        name = properties.get("DashboardName") or context.name(255)
        context.call("cloudwatch", "put_dashboard", DashboardName=name, DashboardBody=document(properties["DashboardBody"]))
        return name, {}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        context.call("cloudwatch", "put_dashboard", DashboardName=physical_id, DashboardBody=document(properties["DashboardBody"]))

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("cloudwatch", "delete_dashboards", DashboardNames=[physical_id])
