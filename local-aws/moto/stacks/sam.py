"""The SAM transform, run as CloudFormation runs it: on the server, when the template asks for it."""

import copy
import json
import logging
from typing import Any

from stacks.errors import StackError

# Its metrics are AWS's business.
logging.getLogger("samtranslator").setLevel(logging.ERROR)
TRANSFORM = "AWS::Serverless-2016-10-31"


def wanted(template: dict[str, Any]) -> bool:
    transforms = template.get("Transform")
    transforms = transforms if isinstance(transforms, list) else [transforms]
    unknown = [one for one in transforms if one not in (None, TRANSFORM)]
    if unknown:
        raise StackError(f"No transform named {unknown[0]} found.")
    return TRANSFORM in transforms


def transform(template: dict[str, Any], parameters: dict[str, str], region: str) -> dict[str, Any]:
    from samtranslator.model.exceptions import InvalidDocumentException
    from samtranslator.translator.transform import transform as translate

    _check_code_locations(template)
    try:
        values = dict(parameters) | {"AWS::Region": region}
        translated = translate(copy.deepcopy(template), values, _ManagedPolicies())
    except InvalidDocumentException as error:
        causes = "; ".join(str(cause.message) for cause in error.causes) or error.message
        raise StackError(f"Transform {TRANSFORM} failed with: {error.message} {causes}") from None
    translated.pop("Transform", None)
    return json.loads(json.dumps(translated))


def _check_code_locations(template: dict[str, Any]) -> None:
    # A local path in the template means that nobody packaged it.
    for name, body in (template.get("Resources") or {}).items():
        properties = body.get("Properties") or {} if isinstance(body, dict) else {}
        for field in ("CodeUri", "DefinitionUri", "ContentUri"):
            value = properties.get(field)
            if isinstance(value, str) and not value.startswith("s3://"):
                raise StackError(
                    f"Transform {TRANSFORM} failed with: Invalid Serverless Application Specification document. Number of errors found: 1. "
                    f"Resource with id [{name}] is invalid. '{field}' is not a valid S3 Uri of the form 's3://bucket/key' with optional versionId query parameter."
                )


class _ManagedPolicies:
    """Names of AWS's managed policies, which SAM would ask IAM for."""

    def load(self) -> dict[str, str]:
        from corrections import policies

        return policies.names()
