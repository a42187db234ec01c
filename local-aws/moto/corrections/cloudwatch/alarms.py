"""Alarms: definition, state and history; which state their metrics give them; whom they notify."""

import datetime
import json
import re
from typing import Any

from moto.cloudwatch.models import CloudWatchBackend, cloudwatch_backends
from moto.sns.models import sns_backends

from corrections import gateway
from corrections.background import Background
from corrections.cloudwatch import metrics, queries
from corrections.events import bus
from corrections.queues import measuring
from permissions import keys

OPERATORS = {
    "GreaterThanOrEqualToThreshold": (lambda value, limit: value >= limit, "greater than or equal to"),
    "GreaterThanThreshold": (lambda value, limit: value > limit, "greater than"),
    "LessThanThreshold": (lambda value, limit: value < limit, "less than"),
    "LessThanOrEqualToThreshold": (lambda value, limit: value <= limit, "less than or equal to"),
}
ACTIONS = {"OK": "OKActions", "ALARM": "AlarmActions", "INSUFFICIENT_DATA": "InsufficientDataActions"}
# A state that somebody set stands until the next evaluation, a minute later.
SET_STATE_STANDS_SECONDS = 60

# https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns
NO_KEY = "CloudWatch Alarms does not have authorization to access the SNS topic encryption key."

_outbox = Background("alarms")


def now() -> datetime.datetime:
    return datetime.datetime.now(tz=datetime.timezone.utc)


def timestamp(moment: datetime.datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}+0000"


class Alarm:
    """`definition` is the request that put it."""

    def __init__(self, account: str, region: str, definition: dict[str, Any]) -> None:
        self.account, self.region, self.name = account, region, definition["AlarmName"]
        self.arn = f"arn:aws:cloudwatch:{region}:{account}:alarm:{self.name}"
        self.state, self.reason, self.reason_data = "INSUFFICIENT_DATA", "Unchecked: Initial alarm creation", None
        self.changed_at = now()
        self.history: list[dict[str, Any]] = []
        self.set_until = 0.0
        self.define(definition, "created")

    @property
    def composite(self) -> bool:
        return "AlarmRule" in self.definition

    def define(self, definition: dict[str, Any], what: str = "updated") -> None:
        self.definition, self.configured_at = definition, now()
        self._remember("ConfigurationUpdate", f'Alarm "{self.name}" {what}', {"type": what.capitalize()})

    def become(self, state: str, reason: str, reason_data: str | None = None) -> None:
        """Notifies only when the state changes."""
        old, old_reason, old_data, old_at = self.state, self.reason, self.reason_data, self.changed_at
        self.state, self.reason, self.reason_data = state, reason, reason_data
        if state == old:
            return
        self.changed_at = now()
        previous = {"value": old, "reason": old_reason, "reasonData": old_data, "timestamp": timestamp(old_at)}
        current = {"value": state, "reason": reason, "reasonData": reason_data, "timestamp": timestamp(self.changed_at)}
        self._remember("StateUpdate", f"Alarm updated from {old} to {state}", {"oldState": previous, "newState": current})
        _outbox.later(lambda: _tell_bus(self, previous, current))
        if self.definition.get("ActionsEnabled", True):
            for action in self.definition.get(ACTIONS[state]) or []:
                if _lacks_key(self, action):
                    self._remember(
                        "Action",
                        f'Failed to execute action {action}. Received error: "{NO_KEY}"',
                        {"actionState": "Failed", "notificationResource": action, "error": NO_KEY},
                    )
                    continue
                self._remember(
                    "Action", f"Successfully executed action {action}", {"actionState": "Succeeded", "notificationResource": action}
                )
                _outbox.later(lambda action=action: _act(self, action, previous, current))

    def _remember(self, kind: str, summary: str, data: dict[str, Any]) -> None:
        self.history.append(
            {
                "AlarmName": self.name,
                "AlarmType": "CompositeAlarm" if "AlarmRule" in self.definition else "MetricAlarm",
                "Timestamp": now(),
                "HistoryItemType": kind,
                "HistorySummary": summary,
                "HistoryData": json.dumps({"version": "1.0", **data}),
            }
        )

    def evaluate(self, backend: CloudWatchBackend, at: float) -> None:
        if at < self.set_until:
            return
        state, reason = _composite_state(self, backend) if self.composite else _metric_state(self, backend, at)
        if state:
            self.become(state, reason)


def _metric_state(alarm: Alarm, backend: CloudWatchBackend, at: float) -> tuple[str | None, str]:
    wanted, points, period = alarm.definition, *_points(alarm, backend, at)
    periods = int(wanted["EvaluationPeriods"])
    newest = at // period * period
    if newest not in points:
        # The running period has nothing yet, which does not make it missing.
        newest -= period
    values = [points.get(newest - index * period) for index in range(periods)]
    treat = wanted.get("TreatMissingData") or "missing"
    breaches, words = OPERATORS[wanted["ComparisonOperator"]]
    known = [value for value in values if value is not None]
    if not known and treat in ("missing", "ignore"):
        return (None, "") if treat == "ignore" else ("INSUFFICIENT_DATA", f"Insufficient Data: {periods} datapoints were unknown.")
    needed = int(wanted.get("DatapointsToAlarm") or periods)
    breaching = sum(breaches(value, float(wanted["Threshold"])) for value in known) + (values.count(None) if treat == "breaching" else 0)
    state = "ALARM" if breaching >= needed or (treat == "missing" and breaching and breaching == len(known) < needed) else "OK"
    shown = ", ".join(f"{value}" for value in known) or "none"
    was = "was" if breaching else "was not"
    return state, f"Threshold Crossed: {breaching} out of the last {periods} datapoints [{shown}] {was} {words} the threshold ({float(wanted['Threshold'])})."


def _points(alarm: Alarm, backend: CloudWatchBackend, at: float) -> tuple[dict[float, float], int]:
    wanted, series = alarm.definition, metrics.of(backend)
    asked = wanted.get("Metrics")
    period = int(wanted.get("Period") or 60)
    if asked:
        period = next((int(one["MetricStat"]["Period"]) for one in asked if "MetricStat" in one), int(asked[0].get("Period") or 60))
    start, end = (at // period - int(wanted["EvaluationPeriods"])) * period, at + 1
    if not asked:
        statistic = wanted.get("Statistic") or wanted["ExtendedStatistic"]
        return series.points(metrics.key_of(wanted), statistic, period, start, end, wanted.get("Unit")), period
    returned = next(one["Id"] for one in asked if str(one.get("ReturnData", True)).lower() != "false")
    return queries.evaluate(series, asked, start, end)[returned], period


def _composite_state(alarm: Alarm, backend: CloudWatchBackend) -> tuple[str | None, str]:
    def holds(match: "re.Match[str]") -> str:
        child = backend.alarms.get(match.group(2).split(":alarm:")[-1])
        return str(child is not None and child.state == match.group(1))  # type: ignore[attr-defined]

    rule = re.sub(r"\b(ALARM|OK|INSUFFICIENT_DATA)\(\s*[\"']?([^\"')]+?)[\"']?\s*\)", holds, alarm.definition["AlarmRule"])
    words = re.sub(
        r"\b(AND|OR|NOT|TRUE|FALSE)\b", lambda word: {"TRUE": "True", "FALSE": "False"}.get(word.group(), word.group().lower()), rule
    )
    if not re.fullmatch(r"(True|False|and|or|not|[()\s])+", words):
        return "INSUFFICIENT_DATA", f"The rule cannot be read: {alarm.definition['AlarmRule']}"
    state = "ALARM" if eval(words, {"__builtins__": {}}) else "OK"  # noqa: S307 - only the words above are left
    return state, f"{alarm.arn} was evaluated to {state}"


def _lacks_key(alarm: Alarm, action: str) -> bool:
    return action.split(":")[2:3] == ["sns"] and keys.refuse_service("cloudwatch.amazonaws.com", alarm.arn, action)


def _act(alarm: Alarm, action: str, previous: dict[str, Any], current: dict[str, Any]) -> None:
    service, region, account = (action.split(":") + [""] * 5)[2:5]
    if service == "sns":
        subject = f'{current["value"]}: "{alarm.name}" in {region}'[:99]
        sns_backends[account][region].publish(arn=action, message=json.dumps(_message(alarm, previous, current)), subject=subject)
    elif service == "lambda":
        event = {"source": "aws.cloudwatch", "alarmArn": alarm.arn, "accountId": account, "time": current["timestamp"], "region": region}
        event["alarmData"] = {"alarmName": alarm.name, "state": current, "previousState": previous}
        gateway.deliver(alarm.arn, {"Id": "alarm", "Arn": action}, event, json.dumps(event))


def _message(alarm: Alarm, previous: dict[str, Any], current: dict[str, Any]) -> dict[str, Any]:
    wanted = alarm.definition
    trigger = {
        name: wanted[name]
        for name in ("MetricName", "Namespace", "Statistic", "ExtendedStatistic", "Dimensions", "Period", "EvaluationPeriods", "DatapointsToAlarm",
                     "ComparisonOperator", "Threshold", "TreatMissingData", "Metrics")
        if name in wanted
    }  # fmt: skip
    return {
        "AlarmName": alarm.name,
        "AlarmDescription": wanted.get("AlarmDescription"),
        "AWSAccountId": alarm.account,
        "AlarmConfigurationUpdatedTimestamp": timestamp(alarm.configured_at),
        "NewStateValue": current["value"],
        "NewStateReason": current["reason"],
        "StateChangeTime": current["timestamp"],
        "Region": alarm.region,
        "AlarmArn": alarm.arn,
        "OldStateValue": previous["value"],
        "OKActions": wanted.get("OKActions") or [],
        "AlarmActions": wanted.get("AlarmActions") or [],
        "InsufficientDataActions": wanted.get("InsufficientDataActions") or [],
        "Trigger": trigger,
    }


def _tell_bus(alarm: Alarm, previous: dict[str, Any], current: dict[str, Any]) -> None:
    detail = {"alarmName": alarm.name, "state": current, "previousState": previous}
    detail["configuration"] = {"description": alarm.definition.get("AlarmDescription", "")}
    bus.publish(
        alarm.account, alarm.region, source="aws.cloudwatch", detail_type="CloudWatch Alarm State Change", detail=detail,
        resources=[alarm.arn]
    )


def evaluate_all(account: str, region: str) -> list[Alarm]:
    """Metric alarms first: composite alarms look at their states."""
    backend, at = cloudwatch_backends[account][region], metrics.now()
    measuring.measure(account, region, at)
    ordered = sorted(backend.alarms.values(), key=lambda alarm: alarm.composite)  # type: ignore[attr-defined]
    for alarm in ordered:
        alarm.evaluate(backend, at)  # type: ignore[attr-defined]
    return ordered  # type: ignore[return-value]
