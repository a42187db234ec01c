"""Identity-based policies and permissions boundaries.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

import json
from typing import Any

from moto.dynamodb.models import dynamodb_backends
from moto.utilities.arns import parse_arn

import settings
from permissions import documents, record
from permissions.evaluation import ALLOWED, DENIED, CannotEvaluate, Question, decide

# Condition keys that a request need not have. Any other key that a policy asks for and that is not here would be a guess.
ABSENT = {
    "aws:sourcearn", "aws:sourceaccount", "aws:sourceowner", "cloudwatch:namespace", "dynamodb:enclosingoperation", "events:detail-type",
    "events:source", "iam:passedtoservice", "iam:policyarn", "kms:viaservice", "lambda:layer", "lambda:principal", "s3:prefix",
    "sns:endpoint", "sns:protocol",
}  # fmt: skip


def question(action: str, resource: str, context: dict[str, list[str]]) -> Question:
    # The gateway stands for AWS's endpoints, which are reached by TLS.
    always = {"aws:securetransport": ["true"], "aws:requestedregion": [settings.REGION], "aws:principalaccount": [settings.ACCOUNT]}
    asked = Question(action, _full(action, resource), always | {key.lower(): values for key, values in context.items()})
    if item := asked.context.pop("local:item", None):
        asked.context |= leading_keys(resource, json.loads(item[0]))
    return asked


def _full(action: str, resource: str) -> str:
    """Most of IAM names a role without its path, and asks for the ARN that has it. Who passes a role names the ARN."""
    service, _, name = resource.rpartition(":role/")
    if not service.startswith("arn:aws:iam:") or not action.startswith("iam:") or action == "iam:PassRole" or "/" in name:
        return resource
    return documents.arn_of(name) or resource


def leading_keys(table: str, item: dict[str, Any]) -> dict[str, list[str]]:
    """dynamodb:LeadingKeys: the value of the partition key."""
    arn = parse_arn(table)
    found = dynamodb_backends[settings.ACCOUNT][arn.region].tables.get(arn.resource_id)
    value = item.get(found.hash_key_attr) if found else None
    return {"dynamodb:leadingkeys": [str(one) for one in value.values()]} if value else {}


def denial_reason(role_arn: str, asked: Question, reported: bool = True) -> str | None:
    """None when the role may do it, else the reason in AWS's words."""
    reason = _denial_reason(role_arn, asked)
    if reason and reported:
        record.note_denied(role_arn, asked.action, asked.resource, reason)
    return reason


def _denial_reason(role_arn: str, asked: Question) -> str | None:
    role = documents.role_of(role_arn)
    if role is None:
        return f"because the role {role_arn} does not exist"
    asked.context.setdefault("aws:principalarn", [role_arn])
    decision, matches = decide(documents.policies(role), asked)
    bounds = documents.boundary(role)
    within = ALLOWED if bounds is None else decide(bounds, asked)[0]
    known(asked)
    if decision == DENIED:
        return "with an explicit deny in an identity-based policy"
    if within == DENIED:
        return "with an explicit deny in a permissions boundary"
    if decision != ALLOWED:
        return f"because no identity-based policy allows the {asked.action} action"
    if within != ALLOWED:
        return f"because no permissions boundary allows the {asked.action} action"
    record.note(role_arn, matches, asked.action)
    return None


def known(asked: Question) -> None:
    unknown = sorted(key for key in asked.missing if key.lower() not in ABSENT)
    if unknown:
        raise CannotEvaluate(
            f"The local AWS does not know the condition key {unknown[0]} of {asked.action}. Teach it in local-aws/host/Permissions."
        )


def refusal(asked: Question, reason: str) -> dict[str, Any]:
    return {"Refused": {"Action": asked.action, "Resource": asked.resource, "Reason": reason}}
