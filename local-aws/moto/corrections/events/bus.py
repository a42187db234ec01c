"""An event on its way: from PutEvents or an AWS service to the targets of the rules that match it."""

import datetime
import json
import sys
import uuid
from typing import Any

from moto.events.models import EventsBackend, Rule, events_backends
from moto.logs.models import logs_backends
from moto.sqs.models import sqs_backends
from moto.utilities.arns import parse_arn

from corrections import gateway
from corrections.events import inputs
from corrections.replacing import replaces
from permissions import services

MAX_ENTRY_BYTES = 1024 * 1024


def publish(
    account: str, region: str, *, source: str, detail_type: str, detail: Any, resources: list[str], bus: str = "default",
    time: str | None = None, event_id: str | None = None
) -> str:
    """Puts an event on a bus as its owner may: also with a source of AWS. Answers its id."""
    event = {
        "version": "0",
        "id": event_id or str(uuid.uuid4()),
        "detail-type": detail_type,
        "source": source,
        "account": account,
        "time": time or _seconds(datetime.datetime.now(tz=datetime.timezone.utc)),
        "region": region,
        "resources": resources,
        "detail": detail,
    }
    backend = events_backends[account][region]
    for rule in list(backend.describe_event_bus(bus).rules.values()):
        offer(rule, event)
    return str(event["id"])


def _seconds(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def time_of(value: Any) -> str | None:
    """Time of a PutEvents entry: epoch seconds or ISO text."""
    if value is None:
        return None
    if isinstance(value, str) and not value.replace(".", "", 1).isdigit():
        value = datetime.datetime.fromisoformat(value.replace("Z", "+00:00")).timestamp()
    return _seconds(datetime.datetime.fromtimestamp(float(value), tz=datetime.timezone.utc))


def offer(rule: Rule, event: dict[str, Any]) -> None:
    """A DISABLED rule delivers nothing, and a rule that only has a schedule matches no event."""
    if rule.state != "DISABLED" and rule.event_pattern.get_pattern() and rule.event_pattern.matches_event(event):  # type: ignore[arg-type]
        send(rule, event)


def send(rule: Rule, event: dict[str, Any]) -> None:
    """One target that fails neither fails the caller nor keeps the event from the other targets."""
    for target in list(rule.targets):
        try:
            _send_to(rule, target, event)
        except Exception as error:
            print(f"events: {rule.arn} -> {target['Arn']}: {type(error).__name__}: {error}", file=sys.stderr, flush=True)


def _send_to(rule: Rule, target: dict[str, Any], event: dict[str, Any]) -> None:
    arn = parse_arn(target["Arn"])
    text = inputs.resolve(target, event, rule)
    if arn.service == "sqs":
        _check_queue(rule, target)
        send_message(arn, text, target)
    elif arn.service == "logs":
        _log(arn, text)
    elif arn.service == "events" and arn.resource_type == "event-bus":
        _forward(arn, event)
    elif arn.service == "events" and not arn.resource_type:
        _archive(rule, target, event)
    else:
        gateway.deliver(rule.arn, target, event, text)


def _check_queue(rule: Rule, target: dict[str, Any]) -> None:
    """The policy of a queue must let EventBridge send to it for this rule, unless the target names a role."""
    if reason := services.denial_reason("events.amazonaws.com", rule.arn, target.get("RoleArn"), "sqs:SendMessage", target["Arn"]):
        raise PermissionError(reason)


def send_message(arn: Any, text: str, target: dict[str, Any]) -> None:
    group = (target.get("SqsParameters") or {}).get("MessageGroupId")
    sqs_backends[arn.account][arn.region].send_message(queue_name=arn.resource_id, message_body=text, group_id=group)


def _log(arn: Any, text: str) -> None:
    group = arn.resource_id.removeprefix("log-group:").split(":")[0]
    backend, stream = logs_backends[arn.account][arn.region], str(uuid.uuid4())
    backend.create_log_stream(group, stream)
    now = int(datetime.datetime.now(tz=datetime.timezone.utc).timestamp() * 1000)
    backend.put_log_events(group, stream, [{"timestamp": now, "message": text}])


def _forward(arn: Any, event: dict[str, Any]) -> None:
    publish(
        arn.account,
        arn.region,
        source=event["source"],
        detail_type=event["detail-type"],
        detail=event["detail"],
        resources=event["resources"],
        bus=arn.resource_id,
        time=event["time"],
        event_id=event["id"],
    )


def _archive(rule: Rule, target: dict[str, Any], event: dict[str, Any]) -> None:
    template = json.loads(target["InputTransformer"]["InputTemplate"].replace(": <aws.events.event.json>", ": null"))
    rule._send_to_events_archive(parse_arn(template["archive-arn"]).resource_id, event)  # type: ignore[arg-type]


@replaces(Rule)
def send_to_targets(_: Any, self: Rule, original_event: dict[str, Any], transform_input: bool = True) -> None:
    """PutEvents does not fail because a target cannot be reached; Lambda, Step Functions and SNS targets get the event, too."""
    event = {key: value for key, value in original_event.items() if key != "ingestion-time"}
    offer(self, event | {"time": time_of(event.get("time"))})


@replaces(EventsBackend)
def put_events(original: Any, self: EventsBackend, events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each entry has its own result: an unknown bus fails that entry only."""
    if len(events) > 10:
        return original(self, events)
    return [_refusal(self, entry) or {"EventId": _publish_entry(self, entry)} for entry in events]


def _refusal(self: EventsBackend, entry: dict[str, Any]) -> dict[str, str] | None:
    for field in ("Source", "DetailType", "Detail"):
        if not entry.get(field):
            return _error("InvalidArgument", f"Parameter {field} is not valid. Reason: {field} is a required argument.")
    try:
        detail = json.loads(entry["Detail"])
    except ValueError:
        return _error("MalformedDetail", "Detail is malformed.")
    if not isinstance(detail, dict):
        return _error("MalformedDetail", "Detail is malformed.")
    if sum(len(str(entry.get(field, "")).encode()) for field in ("Source", "DetailType", "Detail")) > MAX_ENTRY_BYTES:
        return _error("InvalidArgument", "Total size of the entries in the request is over the limit.")
    bus = self._normalize_event_bus_arn(entry.get("EventBusName"))
    if bus not in self.event_buses:
        return _error("ResourceNotFoundException", f"Event bus {bus} does not exist.")
    return None


def _error(code: str, message: str) -> dict[str, str]:
    return {"ErrorCode": code, "ErrorMessage": message}


def _publish_entry(self: EventsBackend, entry: dict[str, Any]) -> str:
    return publish(
        self.account_id,
        self.region_name,
        source=entry["Source"],
        detail_type=entry["DetailType"],
        detail=json.loads(entry["Detail"]),
        resources=entry.get("Resources") or [],
        bus=self._normalize_event_bus_arn(entry.get("EventBusName")),
        time=time_of(entry.get("Time")),
    )
