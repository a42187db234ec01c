"""MetricDataQueries, as GetMetricData and metric-math alarms evaluate them."""

import re
from typing import Any

from moto.cloudwatch.exceptions import ValidationError

from corrections.cloudwatch import metrics
from corrections.cloudwatch.expressions import Evaluation, ExpressionError, Points


def evaluate(series: metrics.Series, queries: list[dict[str, Any]], start: float, end: float) -> dict[str, Points]:
    """The points of each query by its id. Expressions may name expressions that come after them."""
    periods = [int(query["MetricStat"]["Period"]) for query in queries if "MetricStat" in query]
    shortest = min(periods or [int(query.get("Period") or 60) for query in queries])
    known: dict[str, Any] = {}
    for query in queries:
        if "MetricStat" in query:
            known[query["Id"]] = _points(series, query["MetricStat"], start, end)
    stats = list(known)
    timeline = _timeline(start, end, shortest)
    waiting = [query for query in queries if "MetricStat" not in query]
    while waiting:
        ready = [query for query in waiting if not _needs(query, {one["Id"] for one in waiting})] or waiting
        for query in ready:
            try:
                known[query["Id"]] = Evaluation(known, timeline, stats).points(query["Expression"])
            except ExpressionError as error:
                raise ValidationError(f"Error in expression '{query['Id']}': {error}") from None
        waiting = [query for query in waiting if query["Id"] not in known]
    return known


def _points(series: metrics.Series, stat: dict[str, Any], start: float, end: float) -> Points:
    period = int(stat["Period"])
    metrics.check_period(period)
    metrics.check_statistic(stat["Stat"])
    # CloudWatch rounds the start down to a whole period.
    return series.points(metrics.key_of(stat["Metric"]), stat["Stat"], period, start // period * period, end, stat.get("Unit"))


def _timeline(start: float, end: float, period: int) -> list[float]:
    first = int(start // period * period)
    return [float(moment) for moment in range(first, int(end), period)]


def _needs(query: dict[str, Any], others: set[str]) -> bool:
    return bool(set(re.findall(r"[a-z][A-Za-z0-9_]*", query["Expression"])) & (others - {query["Id"]}))
