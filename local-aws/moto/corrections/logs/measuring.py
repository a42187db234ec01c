"""Logs that become metrics: metric filters, and messages in the embedded metric format."""

import itertools
import json
from typing import Any

from moto.logs.models import LogStream, logs_backends
from moto.logs.utils import EventMessageFilter

from corrections.cloudwatch import metrics
from corrections.logs.filtering import find, missing
from corrections.replacing import replaces


@replaces(LogStream)
def put_log_events(original: Any, self: LogStream, log_events: list[dict[str, Any]]) -> str:
    """Metric filters and embedded metrics put data; moto keeps the filters and does nothing with them."""
    token = original(self, log_events)
    backend = logs_backends[self.account_id][self.region]
    filters = [
        (EventMessageFilter(one["filterPattern"]), one) for one in backend.filters.get_matching_filters(log_group_name=self.log_group.name)
    ]
    series = metrics.series(self.account_id, self.region)
    for event in log_events:
        _embedded(series, event)
        for matcher, one in filters:
            if matcher.matches(event["message"]):
                _filtered(series, one, event)
    return token


def _filtered(series: metrics.Series, one: dict[str, Any], event: dict[str, Any]) -> None:
    for transformation in one["metricTransformations"]:
        value = _value(str(transformation["metricValue"]), event["message"])
        if value is not None:
            dimensions = [
                {
                    "Name": name, "Value": str(_field(path, event["message"]))
                } for name, path in (transformation.get("dimensions") or {}).items()
            ]
            datum = {
                "MetricName": transformation["metricName"], "Value": value, "Unit": transformation.get("unit"), "Dimensions": dimensions
            }
            series.put(transformation["metricNamespace"], [datum | {"Timestamp": event["timestamp"] / 1000}])


def _value(wanted: str, message: str) -> float | None:
    found = _field(wanted, message) if wanted.startswith("$") else wanted
    try:
        return float(found)
    except (TypeError, ValueError):
        return None


def _field(path: str, message: str) -> Any:
    try:
        found = find(json.loads(message), path)
    except ValueError:
        return None
    return None if missing(found) else found


def _embedded(series: metrics.Series, event: dict[str, Any]) -> None:
    if '"_aws"' not in event["message"]:
        return
    try:
        message = json.loads(event["message"])
        directives, moment = message["_aws"]["CloudWatchMetrics"], message["_aws"].get("Timestamp", event["timestamp"]) / 1000
    except (ValueError, KeyError, TypeError):
        return
    for directive in directives:
        sets = directive.get("Dimensions") or [[]]
        for metric, names in itertools.product(directive.get("Metrics", []), sets):
            value = message.get(metric["Name"])
            values = value if isinstance(value, list) else [value]
            if all(isinstance(one, (int, float)) for one in values) and all(name in message for name in names):
                dimensions = [{"Name": name, "Value": str(message[name])} for name in names]
                datum = {
                    "MetricName": metric["Name"], "Values": values, "Unit": metric.get("Unit"), "Dimensions": dimensions,
                    "Timestamp": moment
                }
                series.put(directive["Namespace"], [datum])
