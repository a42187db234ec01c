"""Rules: how many targets, which patterns, and who may use which source."""

import json
from typing import Any

from moto.core.exceptions import JsonRESTError
from moto.events.exceptions import InvalidEventPatternException, ValidationException
from moto.events.models import EventPattern, EventsBackend, Rule
from moto.events.responses import EventsHandler

import settings
from corrections.events import bus
from corrections.replacing import replaces
from routes import route

MAX_TARGETS = 5
INPUTS = ("Input", "InputPath", "InputTransformer")
EVENT_FIELDS = ("id", "account", "source", "time", "region", "resources", "detail-type")


@replaces(EventsBackend)
def put_targets(original: Any, self: EventsBackend, name: str, event_bus_arn: str | None, targets: list[dict[str, Any]]) -> None:
    """A rule has at most 5 targets, and a target at most one of Input, InputPath, InputTransformer."""
    known = {target["Id"] for target in self.describe_rule(name, event_bus_arn).targets}
    if len(known | {target["Id"] for target in targets}) > MAX_TARGETS:
        raise JsonRESTError("LimitExceededException", "The requested resource exceeds the maximum number allowed.")
    for target in targets:
        if sum(target.get(field) is not None for field in INPUTS) > 1:
            raise ValidationException(f"Only one of Input, InputPath, or InputTransformer must be provided for target {target['Id']}.")
        if ":states:" in target["Arn"] and not target.get("RoleArn"):
            raise ValidationException(f"RoleArn is required for target {target['Arn']}.")
    original(self, name, event_bus_arn, targets)


@replaces(EventsHandler)
def put_events(_: Any, self: EventsHandler) -> str:
    """Only AWS services use sources that begin with `aws.`."""
    entries = self._get_param("Entries") or []
    results = [
        {"ErrorCode": "NotAuthorizedForSourceException", "ErrorMessage": "Not authorized for the source."}
        if str(entry.get("Source", "")).startswith("aws.")
        else None
        for entry in entries
    ]
    allowed = [entry for entry, refused in zip(entries, results) if not refused]
    done = iter(self.events_backend.put_events(allowed) if allowed or not entries else [])
    answer = [refused or next(done) for refused in results]
    return json.dumps({"FailedEntryCount": sum("ErrorCode" in one for one in answer), "Entries": answer})


@replaces(EventsHandler)
def test_event_pattern(_: Any, self: EventsHandler) -> str:
    """TestEventPattern answers whether the pattern matches; moto answers nothing."""
    try:
        event = json.loads(self._get_param("Event"))
    except ValueError:
        raise ValidationException("Parameter Event is not valid. Reason: it is no JSON.") from None
    missing = [field for field in EVENT_FIELDS if field not in event]
    if missing:
        raise ValidationException(f"Parameter Event is not valid. Reason: {', '.join(missing)} required.")
    pattern = EventPattern.load(self._get_param("EventPattern"))
    if not pattern.get_pattern():
        raise InvalidEventPatternException("Filter is empty")
    return json.dumps({"Result": pattern.matches_event(event)})


@replaces(Rule)
def update_from_cloudformation_json(
    _: Any, original_resource: Rule, new_resource_name: str, cloudformation_json: Any, account_id: str, region_name: str
) -> Rule:
    """An update of a rule keeps the rule that the stack does not name anew; targets that are no longer there go."""
    original_resource.targets = []
    if original_resource.name != new_resource_name:
        original_resource.delete(account_id, region_name)
    return Rule.create_from_cloudformation_json(new_resource_name, cloudformation_json, account_id, region_name)


Rule.update_from_cloudformation_json = staticmethod(Rule.update_from_cloudformation_json)  # type: ignore[method-assign,assignment]


@route("POST", "aws-event")
def aws_event(query: dict[str, str], body: Any) -> Any:
    """{"Source", "DetailType", "Detail"?, "Resources"?}: an event of an AWS service on the default bus."""
    event_id = bus.publish(
        settings.ACCOUNT,
        query["region"],
        source=body["Source"],
        detail_type=body["DetailType"],
        detail=body.get("Detail") or {},
        resources=body.get("Resources") or [],
        time=bus.time_of(body.get("Time")),
    )
    return {"EventId": event_id}
