"""Schedules: fired on demand, so that a rehearsal does not wait for Monday; and validated as AWS does."""

import datetime
import json
import re
import uuid
from typing import Any

from moto.events.models import events_backends
from moto.scheduler.exceptions import ValidationException
from moto.scheduler.models import EventBridgeSchedulerBackend, scheduler_backends
from moto.scheduler.responses import EventBridgeSchedulerResponse
from moto.utilities.arns import parse_arn

import settings
from corrections import gateway
from corrections.events import bus
from corrections.replacing import replaces
from routes import NotFound, route

NAME = re.compile(r"[0-9A-Za-z_.\-]{1,64}")
EXPRESSION = re.compile(
    r"rate\([1-9]\d* (minute|minutes|hour|hours|day|days)\)|at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\)|cron\(\S+ \S+ (\? \S+ \S+|\S+ \S+ \?) \S+\)"
)


@replaces(EventBridgeSchedulerBackend)
def create_schedule(original: Any, self: EventBridgeSchedulerBackend, **fields: Any) -> Any:
    """Name, expression, FlexibleTimeWindow and the target's role are validated."""
    _validate(fields)
    return original(self, **fields)


@replaces(EventBridgeSchedulerBackend)
def update_schedule(original: Any, self: EventBridgeSchedulerBackend, **fields: Any) -> Any:
    """An update is validated like a creation, and what it leaves out is set to its default."""
    _validate(fields)
    schedule = original(self, **fields)
    schedule.state = fields.get("state") or "ENABLED"
    schedule.action_after_completion = "NONE"
    return schedule


@replaces(EventBridgeSchedulerResponse, "update_schedule")
def update_with_action(original: Any, self: EventBridgeSchedulerResponse) -> str:
    """ActionAfterCompletion can be updated too."""
    answer = original(self)
    schedule = self.scheduler_backend.get_schedule(self._get_param("GroupName"), self.uri.split("?")[0].split("/")[-1])
    schedule.action_after_completion = self._get_param("ActionAfterCompletion") or "NONE"
    return answer


def _validate(fields: dict[str, Any]) -> None:
    name, expression = fields["name"], fields["schedule_expression"]
    if not NAME.fullmatch(name):
        raise ValidationException(f"Value '{name}' at 'name' failed to satisfy constraint: [0-9a-zA-Z-_.]+, at most 64 characters")
    if not EXPRESSION.fullmatch(expression or ""):
        raise ValidationException(f"Invalid Schedule Expression {expression}.")
    if not (fields.get("flexible_time_window") or {}).get("Mode"):
        raise ValidationException("FlexibleTimeWindow with its Mode is required.")
    if not (fields.get("target") or {}).get("RoleArn"):
        raise ValidationException("Target.RoleArn is required.")


@route("POST", "fire")
def fire(query: dict[str, str], body: Any) -> Any:
    """{"Name", "EventBusName"?, "GroupName"?}: a rule or schedule is due now. 404 when there is none of that name."""
    fired = [*_fire_rules(query["region"], body), *_fire_schedules(query["region"], body)]
    if not fired:
        raise NotFound(f"There is no rule with a schedule and no schedule named {body['Name']}")
    return {"Fired": fired}


def _fire_rules(region: str, body: Any) -> list[str]:
    buses = events_backends[settings.ACCOUNT][region].event_buses
    rule = buses[body.get("EventBusName", "default")].rules.get(body["Name"]) if body.get("EventBusName", "default") in buses else None
    if rule is None or not rule.scheduled_expression:
        return []
    if rule.state != "DISABLED":
        bus.send(rule, _scheduled_event(region, "aws.events", rule.arn))
    return [rule.arn]


def _fire_schedules(region: str, body: Any) -> list[str]:
    groups = scheduler_backends[settings.ACCOUNT][region].schedule_groups
    wanted = [body["GroupName"]] if body.get("GroupName") else list(groups)
    found = [groups[name].schedules[body["Name"]] for name in wanted if name in groups and body["Name"] in groups[name].schedules]
    for schedule in found:
        if schedule.state != "DISABLED":
            _send(schedule, _scheduled_event(region, "aws.scheduler", schedule.arn))
    return [schedule.arn for schedule in found]


def _scheduled_event(region: str, source: str, arn: str) -> dict[str, Any]:
    return {
        "version": "0",
        "id": str(uuid.uuid4()),
        "detail-type": "Scheduled Event",
        "source": source,
        "account": settings.ACCOUNT,
        "time": _now(),
        "region": region,
        "resources": [arn],
        "detail": {},
    }


def _now() -> str:
    return datetime.datetime.now(tz=datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def _send(schedule: Any, event: dict[str, Any]) -> None:
    """Scheduler sends the Input as it is, with its context attributes filled in; without Input, the event."""
    target = schedule.target
    context = {
        "<aws.scheduler.schedule-arn>": schedule.arn,
        "<aws.scheduler.scheduled-time>": event["time"],
        "<aws.scheduler.execution-id>": event["id"],
        "<aws.scheduler.attempt-number>": "1",
    }
    text = target.get("Input") or json.dumps(event | {"detail": "{}"})
    for name, value in context.items():
        text = text.replace(name, value)
    arn = parse_arn(target["Arn"])
    if arn.service == "sqs":
        bus.send_message(arn, text, target)
    else:
        gateway.deliver(schedule.arn, target, event, text)
