"""Metric data: series by namespace, name and exact set of dimensions, and their statistics per period."""

import datetime
import math
import re
import threading
from dataclasses import dataclass, replace
from typing import Any

from moto.cloudwatch.exceptions import InvalidParameterValue, ValidationError
from moto.cloudwatch.models import CloudWatchBackend, cloudwatch_backends

import settings

SIMPLE = {"SampleCount", "Average", "Sum", "Minimum", "Maximum"}
PERCENTILE = re.compile(r"p(\d{1,2}(\.\d{1,10})?|100)")
MAX_DIMENSIONS = 30


@dataclass(frozen=True)
class Key:
    namespace: str
    name: str
    dimensions: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Sample:
    """`values` with their counts, or what is known of values that were put as a statistic set."""

    time: float
    unit: str
    values: tuple[tuple[float, float], ...]
    count: float
    total: float
    least: float
    most: float
    # When a service measured it; None of what somebody put.
    measured: float | None = None


class Series:
    def __init__(self) -> None:
        self._samples: dict[Key, list[Sample]] = {}
        self._lock = threading.Lock()
        # How late what services measure can be seen.
        self.delay = settings.METRIC_DELAY_SECONDS

    def put(self, namespace: str, data: list[dict[str, Any]], measured: float | None = None) -> None:
        for one in data:
            key, sample = _key(namespace, one["MetricName"], one.get("Dimensions")), replace(_sample(one), measured=measured)
            with self._lock:
                self._samples.setdefault(key, []).append(sample)

    def _visible(self, key: Key) -> list[Sample]:
        latest = now() - self.delay
        with self._lock:
            return [one for one in self._samples.get(key, []) if one.measured is None or one.measured <= latest]

    def keys(self) -> list[Key]:
        with self._lock:
            known = list(self._samples)
        return [key for key in known if self._visible(key)]

    def points(self, key: Key, statistic: str, period: int, start: float, end: float, unit: str | None = None) -> dict[float, float]:
        """The statistic of each period that has data, by the period's start."""
        samples = [one for one in self._visible(key) if start <= one.time < end and unit in (None, one.unit)]
        periods: dict[float, list[Sample]] = {}
        for sample in samples:
            periods.setdefault(sample.time // period * period, []).append(sample)
        values = {moment: statistic_of(statistic, periods[moment]) for moment in sorted(periods)}
        return {moment: value for moment, value in values.items() if value is not None}

    def unit(self, key: Key) -> str:
        with self._lock:
            return self._samples[key][-1].unit if self._samples.get(key) else "None"


def of(backend: CloudWatchBackend) -> Series:
    # On moto's backend, so that a reset of moto forgets the data, too.
    return backend.__dict__.setdefault("local_series", Series())


def series(account: str, region: str) -> Series:
    return of(cloudwatch_backends[account][region])


def _key(namespace: str, name: str, dimensions: list[dict[str, str]] | None) -> Key:
    return Key(namespace, name, frozenset((one["Name"], str(one["Value"])) for one in dimensions or []))


def key_of(metric: dict[str, Any]) -> Key:
    """Of a `Metric` structure."""
    return _key(metric["Namespace"], metric["MetricName"], metric.get("Dimensions"))


def seconds(moment: Any) -> float:
    """Epoch seconds of a datetime (UTC when it names no zone), a number or ISO text."""
    if isinstance(moment, str):
        is_number = moment.replace(".", "", 1).isdigit()
        moment = float(moment) if is_number else datetime.datetime.fromisoformat(moment.replace("Z", "+00:00"))
    if isinstance(moment, datetime.datetime):
        return (moment if moment.tzinfo else moment.replace(tzinfo=datetime.timezone.utc)).timestamp()
    return float(moment)


def moment(epoch: float) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(epoch, tz=datetime.timezone.utc).replace(tzinfo=None)


def now() -> float:
    return datetime.datetime.now(tz=datetime.timezone.utc).timestamp()


def _sample(one: dict[str, Any]) -> Sample:
    time = seconds(one["Timestamp"]) if one.get("Timestamp") is not None else now()
    unit = one.get("Unit") or "None"
    if one.get("StatisticValues"):
        given = {name: float(value) for name, value in one["StatisticValues"].items()}
        return Sample(time, unit, (), given["SampleCount"], given["Sum"], given["Minimum"], given["Maximum"])
    values = [float(value) for value in one.get("Values") or [one["Value"]]]
    counts = [float(count) for count in one.get("Counts") or [1] * len(values)]
    total = sum(value * count for value, count in zip(values, counts))
    return Sample(time, unit, tuple(zip(values, counts)), sum(counts), total, min(values), max(values))


def check_statistic(name: str) -> None:
    if name not in SIMPLE and not PERCENTILE.fullmatch(name):
        raise InvalidParameterValue(f"The value {name} for parameter Stat is not supported.")


def statistic_of(name: str, samples: list[Sample]) -> float | None:
    check_statistic(name)
    count = sum(one.count for one in samples)
    if name == "SampleCount":
        return count
    if name == "Sum":
        return sum(one.total for one in samples)
    if name == "Average":
        return sum(one.total for one in samples) / count if count else None
    if name == "Minimum":
        return min(one.least for one in samples)
    if name == "Maximum":
        return max(one.most for one in samples)
    return _percentile(float(name[1:]), samples)


def _percentile(rank: float, samples: list[Sample]) -> float | None:
    """The smallest value that `rank` percent of the values do not exceed. Statistic sets have one only when all values are equal."""
    weighted: list[tuple[float, float]] = []
    for one in samples:
        if not one.values and one.least != one.most:
            return None
        weighted += one.values or ((one.least, one.count),)
    weighted.sort()
    wanted = max(1e-9, math.ceil(rank / 100 * sum(count for _, count in weighted) - 1e-9))
    reached = 0.0
    for value, count in weighted:
        reached += count
        if reached >= wanted:
            return value
    return weighted[-1][0] if weighted else None


def check_period(period: int) -> None:
    if period not in (1, 5, 10, 20, 30) and (period < 60 or period % 60):
        raise ValidationError(f"The parameter Period must be 1, 5, 10, 20, 30, or a multiple of 60, not {period}.")
