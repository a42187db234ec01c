"""What a target gets: the event, or what Input, InputPath or InputTransformer make of it."""

import json
import re
from typing import Any

from moto.core.utils import utcnow
from moto.events.models import Rule

from performance.paths import parsed

PLACEHOLDER = re.compile(r"<([A-Za-z0-9_.\-]+)>")
_MISSING = object()


def resolve(target: dict[str, Any], event: dict[str, Any], rule: Rule | None) -> str:
    """JSON text."""
    if target.get("Input") is not None:
        return str(target["Input"])
    if target.get("InputPath") is not None:
        found = _find(target["InputPath"], event)
        return json.dumps({} if found is _MISSING else found)
    transformer = target.get("InputTransformer")
    if transformer:
        return transform(transformer["InputTemplate"], transformer.get("InputPathsMap") or {}, event, rule)
    return json.dumps(event)


def transform(template: str, paths: dict[str, str], event: dict[str, Any], rule: Rule | None) -> str:
    """A placeholder inside a string becomes text, one outside becomes JSON; a path that is not there leaves nothing."""
    values = {name: _find(path, event) for name, path in paths.items()} | _predefined(event, rule)
    parts, place, inside = [], 0, False
    for match in PLACEHOLDER.finditer(template):
        if match.group(1) not in values:
            continue
        before = template[place : match.start()]
        inside = inside ^ _odd_quotes(before)
        parts += [before, _text(values[match.group(1)], inside)]
        place = match.end()
    text = "".join([*parts, template[place:]])
    try:
        return json.dumps(json.loads(text))
    except ValueError:
        return json.dumps(text)


def _predefined(event: dict[str, Any], rule: Rule | None) -> dict[str, Any]:
    return {
        "aws.events.rule-arn": rule.arn if rule else "",
        "aws.events.rule-name": rule.name if rule else "",
        "aws.events.event.ingestion-time": utcnow().strftime("%Y-%m-%dT%H:%M:%SZ"),
        "aws.events.event": {key: value for key, value in event.items() if key != "detail"},
        "aws.events.event.json": event,
    }


def _odd_quotes(text: str) -> bool:
    return len(re.findall(r'(?<!\\)"', text)) % 2 == 1


def _text(value: Any, inside: bool) -> str:
    if value is _MISSING:
        return "" if inside else '""'
    if not inside:
        return json.dumps(value)
    return value if isinstance(value, str) else json.dumps(value).replace('"', '\\"')


def _find(path: str, event: dict[str, Any]) -> Any:
    # jsonpath-ng reads a hyphen in a name as an operator: $.detail-type needs quotes.
    quoted = re.sub(r"\.([A-Za-z0-9_]*-[A-Za-z0-9_\-]*)", r'."\1"', path)
    found = parsed(quoted).find(event)
    return found[0].value if found else _MISSING
