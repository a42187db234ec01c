"""The CloudFormation API: templates."""

import json
from typing import Any

from moto.cloudformation.responses import CloudFormationResponse
from moto.core.responses import ActionResult

from corrections.replacing import replaces
from stacks import requests, template as templates


@replaces(CloudFormationResponse)
def get_template(_: Any, self: CloudFormationResponse) -> ActionResult:
    """Original as it was sent; Processed after the transform."""
    stack = requests.stack(self)
    processed = self._get_param("TemplateStage", "Original") == "Processed"
    body = json.dumps(stack.template) if processed else stack.original
    return ActionResult({"TemplateBody": body, "StagesAvailable": ["Original", "Processed"]})


@replaces(CloudFormationResponse)
def list_exports(_: Any, self: CloudFormationResponse) -> ActionResult:
    """Exports of all stacks, whichever way they were made."""
    return ActionResult({"Exports": requests.store(self).exports()})


@replaces(CloudFormationResponse)
def validate_template(_: Any, self: CloudFormationResponse) -> ActionResult:
    """Syntax, types and references are checked, without cfn-lint."""
    template = templates.read(requests.text(self))
    if "Transform" not in template:
        templates.check(template)
    declared = template.get("Parameters") or {}
    listed = [
        {
            "ParameterKey": name, "DefaultValue": str(rules.get("Default", "")), "NoEcho": bool(rules.get("NoEcho", False)),
            "Description": rules.get("Description", "")
        }
        for name, rules in declared.items()
    ]
    return ActionResult({"Parameters": listed, "Description": template.get("Description", "")})


@replaces(CloudFormationResponse)
def get_template_summary(_: Any, self: CloudFormationResponse) -> ActionResult:
    """Works for a stack as well as for a template."""
    text = requests.stack(self).original if self._get_param("StackName") else requests.text(self)
    template = templates.read(text)
    listed = [
        {
            "ParameterKey": name, "ParameterType": rules.get("Type", "String"), "NoEcho": bool(rules.get("NoEcho", False)),
            "Description": rules.get("Description", "")
        }
        | ({"DefaultValue": str(rules["Default"])} if "Default" in rules else {})
        for name, rules in (template.get("Parameters") or {}).items()
    ]
    types = sorted({body["Type"] for body in template.get("Resources", {}).values()})
    return ActionResult({"Parameters": listed, "Description": template.get("Description", ""), "ResourceTypes": types})
