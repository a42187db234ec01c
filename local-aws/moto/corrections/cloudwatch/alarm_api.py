"""The alarm operations."""

import base64
import json
import os
import sys
import threading
import time
from typing import Any

from moto.cloudwatch.exceptions import InvalidFormat, ResourceNotFound, ValidationError
from moto.cloudwatch.models import cloudwatch_backends
from moto.cloudwatch.responses import CloudWatchResponse
from moto.core.responses import ActionResult, EmptyResult

import settings
from corrections.cloudwatch import alarm_rules, alarms, metrics
from corrections.cloudwatch.alarms import Alarm
from corrections.replacing import replaces
from routes import route

EVALUATE_EVERY_SECONDS = int(os.environ.get("LOCAL_AWS_ALARMS_MS", "10000")) / 1000
STATES = ("OK", "ALARM", "INSUFFICIENT_DATA")


def _put(self: CloudWatchResponse, definition: dict[str, Any]) -> EmptyResult:
    backend, tags = self.cloudwatch_backend, definition.pop("Tags", None)
    existing = backend.alarms.get(definition["AlarmName"])
    if existing:
        existing.define(definition)  # type: ignore[attr-defined]
        return EmptyResult()
    alarm = Alarm(self.current_account, self.region, definition)
    backend.alarms[alarm.name] = alarm  # type: ignore[assignment]
    if tags:
        backend.tagger.tag_resource(alarm.arn, tags)
    return EmptyResult()


def _definition(self: CloudWatchResponse) -> dict[str, Any]:
    return {name: value for name, value in self._get_params().items() if name not in ("Action", "Version") and value is not None}


@replaces(CloudWatchResponse)
def put_metric_alarm(_: Any, self: CloudWatchResponse) -> EmptyResult:
    """A new alarm is INSUFFICIENT_DATA, an update keeps the state; what makes no alarm is refused."""
    definition = _definition(self)
    alarm_rules.check(definition)
    return _put(self, definition)


@replaces(CloudWatchResponse)
def put_composite_alarm(_: Any, self: CloudWatchResponse) -> EmptyResult:
    """An alarm over the states of other alarms."""
    definition = _definition(self)
    if not definition.get("AlarmRule"):
        raise ValidationError("AlarmRule must not be blank")
    return _put(self, definition)


def _described(alarm: Alarm) -> dict[str, Any]:
    described = {
        "AlarmArn": alarm.arn,
        "AlarmConfigurationUpdatedTimestamp": alarm.configured_at,
        "ActionsEnabled": True,
        "OKActions": [],
        "AlarmActions": [],
        "InsufficientDataActions": [],
        "StateValue": alarm.state,
        "StateReason": alarm.reason,
        "StateUpdatedTimestamp": alarm.changed_at,
        "StateTransitionedTimestamp": alarm.changed_at,
    }
    if not alarm.composite and "Metrics" not in alarm.definition:
        described["Dimensions"] = []
    if alarm.reason_data:
        described["StateReasonData"] = alarm.reason_data
    return described | alarm.definition


@replaces(CloudWatchResponse)
def describe_alarms(_: Any, self: CloudWatchResponse) -> ActionResult:
    """All filters apply together, pages follow MaxRecords, and composite alarms are shown only when AlarmTypes asks for them."""
    types, names = self._get_param("AlarmTypes") or ["MetricAlarm"], self._get_param("AlarmNames")
    prefix, state, action = self._get_param("AlarmNamePrefix", ""), self._get_param("StateValue"), self._get_param("ActionPrefix", "")
    if names and prefix:
        raise ValidationError("AlarmNamePrefix and AlarmNames are mutually exclusive")
    found = [
        alarm
        for alarm in sorted(self.cloudwatch_backend.alarms.values(), key=lambda alarm: alarm.name)
        if (not names or alarm.name in names)
        and alarm.name.startswith(prefix)
        and state in (None, alarm.state)  # type: ignore[attr-defined]
        and ("CompositeAlarm" if alarm.composite else "MetricAlarm") in types  # type: ignore[attr-defined]
        and (not action or any(one.startswith(action) for one in alarm.definition.get("AlarmActions", [])))  # type: ignore[attr-defined]
    ]
    page, token = _page(self, found, 50)
    answer: dict[str, Any] = {
        "MetricAlarms": [_described(alarm) for alarm in page if not alarm.composite],
        "CompositeAlarms": [_described(alarm) for alarm in page if alarm.composite],
    }
    return ActionResult(answer | ({"NextToken": token} if token else {}))


def _page(self: CloudWatchResponse, found: list[Any], size: int) -> tuple[list[Any], str | None]:
    token, size = self._get_param("NextToken"), int(self._get_param("MaxRecords") or size)
    first = int(base64.b64decode(token)) if token else 0
    more = first + size < len(found)
    return found[first : first + size], base64.b64encode(str(first + size).encode()).decode() if more else None


@replaces(CloudWatchResponse)
def describe_alarms_for_metric(_: Any, self: CloudWatchResponse) -> ActionResult:
    """Alarms of exactly this metric."""
    wanted = metrics.key_of({name: self._get_param(name) for name in ("Namespace", "MetricName", "Dimensions")})
    single = [alarm for alarm in self.cloudwatch_backend.alarms.values() if "MetricName" in alarm.definition]  # type: ignore[attr-defined]
    return ActionResult(
        {"MetricAlarms": [_described(alarm) for alarm in single if metrics.key_of(alarm.definition) == wanted]}
    )  # type: ignore[arg-type,attr-defined]


def _get(self: CloudWatchResponse, name: str) -> Alarm:
    if name not in self.cloudwatch_backend.alarms:
        raise ResourceNotFound(f"Alarm {name} does not exist")
    return self.cloudwatch_backend.alarms[name]  # type: ignore[return-value]


@replaces(CloudWatchResponse)
def set_alarm_state(_: Any, self: CloudWatchResponse) -> EmptyResult:
    """Actions and the state change event are sent as if the metric had done it; the next evaluation decides anew."""
    alarm, state, data = _get(self, self._get_param("AlarmName")), self._get_param("StateValue"), self._get_param("StateReasonData")
    if state not in STATES:
        raise ValidationError(
            f"1 validation error detected: Value '{state}' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]"
        )
    try:
        json.loads(data or "{}")
    except ValueError:
        raise InvalidFormat("StateReasonData was not valid JSON") from None
    alarm.set_until = metrics.now() + alarms.SET_STATE_STANDS_SECONDS
    alarm.become(state, self._get_param("StateReason"), data)
    return EmptyResult()


def _enable(self: CloudWatchResponse, enabled: bool) -> EmptyResult:
    for name in self._get_param("AlarmNames", []):
        if name in self.cloudwatch_backend.alarms:
            _get(self, name).definition["ActionsEnabled"] = enabled
    return EmptyResult()


@replaces(CloudWatchResponse)
def enable_alarm_actions(_: Any, self: CloudWatchResponse) -> EmptyResult:
    """Actions are sent again."""
    return _enable(self, True)


@replaces(CloudWatchResponse)
def disable_alarm_actions(_: Any, self: CloudWatchResponse) -> EmptyResult:
    """The state still changes, but nobody is notified."""
    return _enable(self, False)


@replaces(CloudWatchResponse)
def describe_alarm_history(_: Any, self: CloudWatchResponse) -> ActionResult:
    """Configuration updates, state updates and actions, the newest first."""
    name, kind = self._get_param("AlarmName"), self._get_param("HistoryItemType")
    start, end = self._get_param("StartDate"), self._get_param("EndDate")
    items = [
        item
        for alarm in self.cloudwatch_backend.alarms.values()
        for item in alarm.history
        if name in (None, alarm.name)
        and kind in (None, item["HistoryItemType"])
        and (not start or metrics.seconds(start) <= metrics.seconds(item["Timestamp"]))
        and (not end or metrics.seconds(item["Timestamp"]) <= metrics.seconds(end))
    ]
    items.sort(key=lambda item: item["Timestamp"], reverse=self._get_param("ScanBy") != "TimestampAscending")
    page, token = _page(self, items, 50)
    return ActionResult({"AlarmHistoryItems": page} | ({"NextToken": token} if token else {}))


@route("POST", "alarms/evaluate")
def evaluate(query: dict[str, str], body: Any) -> Any:
    """Evaluates every alarm now. Answers their states."""
    return {alarm.name: alarm.state for alarm in alarms.evaluate_all(settings.ACCOUNT, query["region"])}


def _evaluate_again_and_again() -> None:
    while True:
        time.sleep(EVALUATE_EVERY_SECONDS)
        for region in list(cloudwatch_backends[settings.ACCOUNT]):
            try:
                alarms.evaluate_all(settings.ACCOUNT, region)
            except Exception as error:
                print(f"alarms: {type(error).__name__}: {error}", file=sys.stderr, flush=True)


threading.Thread(target=_evaluate_again_and_again, name="alarms-evaluation", daemon=True).start()
