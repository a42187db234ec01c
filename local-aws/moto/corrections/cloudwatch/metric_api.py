"""PutMetricData, GetMetricData, GetMetricStatistics, ListMetrics."""

import base64
from typing import Any

from moto.cloudwatch.exceptions import InvalidParameterCombination, InvalidParameterValue, ValidationError
from moto.cloudwatch.models import CloudWatchBackend
from moto.cloudwatch.responses import CloudWatchResponse
from moto.core.responses import ActionResult

import settings
from corrections.cloudwatch import metrics, queries
from corrections.replacing import replaces
from routes import BadRequest, route

LISTED_AT_ONCE = 500
MAX_QUERIES = 500
MAX_POINTS = 1_440


@replaces(CloudWatchBackend)
def put_metric_data(_: Any, self: CloudWatchBackend, namespace: str, metric_data: list[dict[str, Any]]) -> None:
    """Data belongs to the exact set of dimensions that it is put with."""
    for number, one in enumerate(metric_data, 1):
        self._validate_parameters_put_metric_data(one, number)
    metrics.of(self).put(namespace, metric_data)


@replaces(CloudWatchResponse)
def put_metric_data(original: Any, self: CloudWatchResponse) -> ActionResult:  # noqa: F811
    """Only AWS services put data into namespaces that begin with AWS/."""
    if str(self._get_param("Namespace")).startswith("AWS/"):
        raise InvalidParameterValue("The value AWS/ for parameter Namespace is invalid.")
    return original(self)


@route("POST", "metrics")
def put_service_metrics(query: dict[str, str], body: Any) -> Any:
    """{"Namespace", "MetricData": [as PutMetricData; Timestamp in epoch seconds or ISO text]}: what an AWS service measures."""
    metrics.series(settings.ACCOUNT, query["region"]).put(body["Namespace"], body["MetricData"], measured=metrics.now())
    return {"Put": len(body["MetricData"])}


@route("POST", "metrics/delay")
def delay_metrics(query: dict[str, str], body: Any) -> Any:
    """{"Seconds"}: how late CloudWatch shows what AWS services measure, from now on and of what is there."""
    seconds = float(body["Seconds"])
    if seconds < 0:
        raise BadRequest(f"Seconds is {seconds}; it must not be negative")
    metrics.series(settings.ACCOUNT, query["region"]).delay = seconds
    return {}


def _series(self: CloudWatchResponse) -> metrics.Series:
    return metrics.of(self.cloudwatch_backend)


@replaces(CloudWatchResponse)
def get_metric_data(_: Any, self: CloudWatchResponse) -> ActionResult:
    """Exact dimensions, percentiles and metric math; moto answers empty values or 500 for the last two."""
    asked = self._get_param("MetricDataQueries", [])
    start, end = metrics.seconds(self._get_param("StartTime")), metrics.seconds(self._get_param("EndTime"))
    if start >= end:
        raise ValidationError("The parameter EndTime must be greater than StartTime.")
    if len(asked) > MAX_QUERIES:
        raise ValidationError(f"The collection MetricDataQueries must not have a size greater than {MAX_QUERIES}.")
    for query in asked:
        if ("MetricStat" in query) == ("Expression" in query):
            raise ValidationError(f"The metric data query {query.get('Id')} must have either MetricStat or Expression.")
    found = queries.evaluate(_series(self), asked, start, end)
    newest_first = self._get_param("ScanBy", "TimestampDescending") == "TimestampDescending"
    results = []
    for query in asked:
        if str(query.get("ReturnData", True)).lower() != "false":
            points = sorted(found[query["Id"]].items(), reverse=newest_first)
            results.append(
                {
                    "Id": query["Id"],
                    "Label": query.get("Label") or _label(query),
                    "Timestamps": [metrics.moment(when) for when, _ in points],
                    "Values": [value for _, value in points],
                    "StatusCode": "Complete",
                }
            )
    return ActionResult({"MetricDataResults": results, "Messages": []})


def _label(query: dict[str, Any]) -> str:
    return query["MetricStat"]["Metric"]["MetricName"] if "MetricStat" in query else query["Id"]


@replaces(CloudWatchResponse)
def get_metric_statistics(_: Any, self: CloudWatchResponse) -> ActionResult:
    """Exact dimensions, and percentiles in ExtendedStatistics."""
    simple, extended = self._get_param("Statistics") or [], self._get_param("ExtendedStatistics") or []
    if bool(simple) == bool(extended):
        raise InvalidParameterCombination("Exactly one of Statistics and ExtendedStatistics must be specified.")
    start, end = metrics.seconds(self._get_param("StartTime")), metrics.seconds(self._get_param("EndTime"))
    period = int(self._get_param("Period"))
    if start >= end:
        raise InvalidParameterValue("The parameter StartTime must be less than the parameter EndTime.")
    metrics.check_period(period)
    if (end - start) / period > MAX_POINTS:
        raise InvalidParameterCombination(
            f"You have requested up to {int((end - start) / period)} datapoints, which exceeds the limit of {MAX_POINTS}."
        )
    metric = {name: self._get_param(name) for name in ("Namespace", "MetricName", "Dimensions")}
    key, unit = metrics.key_of(metric), self._get_param("Unit")
    points: dict[float, dict[str, Any]] = {}
    for name in [*simple, *extended]:
        for when, value in _series(self).points(key, name, period, start // period * period, end, unit).items():
            point = points.setdefault(when, {"Timestamp": metrics.moment(when), "Unit": unit or _series(self).unit(key)})
            (point if name in simple else point.setdefault("ExtendedStatistics", {}))[name] = value
    return ActionResult({"Label": self._get_param("MetricName"), "Datapoints": list(points.values())})


@replaces(CloudWatchResponse)
def list_metrics(_: Any, self: CloudWatchResponse) -> ActionResult:
    """Each metric once, however often data was put; a dimension filter without value matches any value."""
    namespace, name = self._get_param("Namespace"), self._get_param("MetricName")
    wanted = self._get_param("Dimensions") or []
    found = sorted(
        (key for key in _series(self).keys() if namespace in (None, key.namespace) and name in (None, key.name) and _has(key, wanted)),
        key=lambda key: (key.namespace, key.name, sorted(key.dimensions)),
    )
    first = _offset(self._get_param("NextToken"))
    page = [
        {
            "Namespace": key.namespace,
            "MetricName": key.name,
            "Dimensions": [{"Name": dimension, "Value": value} for dimension, value in sorted(key.dimensions)],
        }
        for key in found[first : first + LISTED_AT_ONCE]
    ]
    answer: dict[str, Any] = {"Metrics": page}
    if first + LISTED_AT_ONCE < len(found):
        answer["NextToken"] = base64.b64encode(str(first + LISTED_AT_ONCE).encode()).decode()
    return ActionResult(answer)


def _has(key: metrics.Key, wanted: list[dict[str, str]]) -> bool:
    have = dict(key.dimensions)
    return all(one["Name"] in have and one.get("Value") in (None, have[one["Name"]]) for one in wanted)


def _offset(token: str | None) -> int:
    try:
        return int(base64.b64decode(token, validate=True)) if token else 0
    except ValueError:
        raise InvalidParameterValue("Request parameter NextToken is invalid") from None
