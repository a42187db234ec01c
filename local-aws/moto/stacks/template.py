"""A template as text, read and checked: sections, types, references."""

import json
from collections.abc import Iterator
from typing import Any

import yaml

from stacks import resources
from stacks.errors import StackError

SECTIONS = {
    "AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Rules", "Mappings", "Conditions", "Transform", "Resources",
    "Outputs",
    "Hooks", "Globals",
}  # fmt: skip
RESOURCE_KEYS = {
    "Type", "Properties", "DependsOn", "Condition", "DeletionPolicy", "UpdateReplacePolicy", "Metadata", "CreationPolicy", "UpdatePolicy"
}
PSEUDO = {
    "AWS::AccountId", "AWS::NotificationARNs", "AWS::NoValue", "AWS::Partition", "AWS::Region", "AWS::StackId", "AWS::StackName",
    "AWS::URLSuffix"
}


class _Loader(yaml.SafeLoader):
    """YAML with CloudFormation's short forms: !Ref, !Sub, !GetAtt a.b ..."""


def _short_form(loader: Any, suffix: str, node: Any) -> Any:
    if isinstance(node, yaml.ScalarNode):
        value: Any = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


_Loader.add_multi_constructor("!", _short_form)
# Dates stay text: "2012-10-17" is the version of a policy.
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str) -> dict[str, Any]:
    try:
        template = json.loads(text) if text.lstrip().startswith("{") else yaml.load(text, Loader=_Loader)  # noqa: S506
    except (ValueError, yaml.YAMLError) as error:
        raise StackError(f"Template format error: {error}") from None
    if not isinstance(template, dict):
        raise StackError("Template format error: unsupported structure.")
    return template


def check(template: dict[str, Any]) -> None:
    """Refuses what AWS refuses before it touches anything."""
    unknown = sorted(set(template) - SECTIONS)
    if unknown:
        raise StackError(f"Invalid template property or properties [{', '.join(unknown)}]")
    if not isinstance(template.get("Resources"), dict) or not template["Resources"]:
        raise StackError("Template format error: At least one Resources member must be defined.")
    types = {name: _checked_type(name, body) for name, body in template["Resources"].items()}
    unrecognized = sorted({kind for kind in types.values() if not resources.known(kind)})
    if unrecognized:
        raise StackError(f"Template format error: Unrecognized resource types: [{', '.join(unrecognized)}]")
    _check_references(template)


def _checked_type(name: str, body: Any) -> str:
    if not name.isalnum():
        raise StackError(f"Template format error: Resource name {name} is non alphanumeric.")
    if not isinstance(body, dict) or not isinstance(body.get("Type"), str):
        raise StackError(f"Template format error: [/Resources/{name}] Every Resources object must contain a Type member.")
    unknown = sorted(set(body) - RESOURCE_KEYS)
    if unknown:
        raise StackError(f"Invalid template resource property '{unknown[0]}'")
    return body["Type"]


def _check_references(template: dict[str, Any]) -> None:
    known = set(template["Resources"]) | set(template.get("Parameters") or {}) | PSEUDO
    for section in ("Resources", "Outputs"):
        missing = sorted(set(references(template.get(section) or {})) - known)
        if missing:
            raise StackError(
                f"Template format error: Unresolved resource dependencies [{', '.join(missing)}] in the {section} block of the template"
            )
    conditions = set(template.get("Conditions") or {})
    for name, body in template["Resources"].items():
        for dependency in depends_on(body):
            if dependency not in template["Resources"]:
                raise StackError(
                    f"Template format error: Unresolved resource dependencies [{dependency}] in the Resources block of the template"
                )
        if "Condition" in body and body["Condition"] not in conditions:
            raise StackError(
                f"Template format error: Unresolved condition dependency {body['Condition']} in the Resources block of the template ({name})"
            )


def depends_on(body: dict[str, Any]) -> list[str]:
    given = body.get("DependsOn") or []
    return [given] if isinstance(given, str) else list(given)


def references(value: Any) -> Iterator[str]:
    """Names that Ref, GetAtt and Sub point to."""
    if isinstance(value, list):
        for part in value:
            yield from references(part)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key == "Ref" and isinstance(part, str):
                yield part
            elif key == "Fn::GetAtt":
                yield part.split(".")[0] if isinstance(part, str) else part[0]
            elif key == "Fn::Sub":
                yield from _sub_references(part)
            elif key != "Metadata":
                yield from references(part)


def _sub_references(part: Any) -> Iterator[str]:
    text, own = (part, {}) if isinstance(part, str) else (part[0], part[1])
    for name in placeholders(text):
        if name not in own:
            yield name.split(".")[0]
    yield from references(own)


def placeholders(text: str) -> list[str]:
    """Names in ${...}; ${!name} is literal."""
    import re

    return [name.strip() for name in re.findall(r"\$\{([^!}][^}]*)\}", text)]
