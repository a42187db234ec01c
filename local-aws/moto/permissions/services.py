"""What AWS's own services may do: by a role that they assume, or by the policy of the resource.

Conditions on aws:SourceArn and aws:SourceAccount are evaluated for both:
https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
"""

import json
from typing import Any

from moto.awslambda.exceptions import GenericResourcNotFound
from moto.awslambda.models import lambda_backends
from moto.kms.models import kms_backends
from moto.sns.models import sns_backends
from moto.sqs.models import sqs_backends
from moto.utilities.arns import parse_arn
from werkzeug.exceptions import HTTPException

import settings
from permissions import decisions, documents, record
from permissions.evaluation import ALLOWED, CannotEvaluate, decide, parsed


def denial_reason(service: str, source_arn: str, role_arn: str | None, action: str, resource: str) -> str | None:
    """None when the service may do it for `source_arn`."""
    by_policy = assume_denial_reason(service, source_arn, role_arn) if role_arn else _denial_reason_by_resource(
        service, source_arn, action, resource
    )
    if by_policy:
        record.note_denied(source_arn, action, resource, by_policy)
    return by_policy or (decisions.denial_reason(role_arn, decisions.question(action, resource, {})) if role_arn else None)


def assume_denial_reason(service: str, source_arn: str, role_arn: str, trust: Any = None) -> str | None:
    """None when the trust policy of the role, or the one given, lets the service assume it."""
    role = documents.role_of(role_arn)
    if role is None:
        return f"because the role {role_arn} does not exist"
    statements = [one | {"Resource": "*"} for one in _for_service(trust or role.assume_role_policy_document, service)]
    asked = decisions.question("sts:AssumeRole", role_arn, _source(source_arn))
    decision, _ = decide([("trust", {"Statement": statements})], asked)
    decisions.known(asked)
    return None if decision == ALLOWED else f"because the trust policy of {role_arn} does not let {service} assume it for {source_arn}"


def _denial_reason_by_resource(service: str, source_arn: str, action: str, resource: str) -> str | None:
    try:
        policy = {"Statement": _for_service(_resource_policy(resource), service)}
    except (LookupError, HTTPException):
        # Who delivers will find that it is not there.
        return None
    asked = decisions.question(action, resource, _source(source_arn))
    decision, _ = decide([("resource", policy)], asked)
    decisions.known(asked)
    return None if decision == ALLOWED else f"because no resource-based policy allows {service} the {action} action for {source_arn}"


def _source(arn: str) -> dict[str, list[str]]:
    return {"aws:sourcearn": [arn], "aws:sourceaccount": [settings.ACCOUNT]}


def _for_service(policy: Any, service: str) -> list[dict[str, Any]]:
    statements = parsed(policy).get("Statement", []) if policy else []
    return [one for one in (statements if isinstance(statements, list) else [statements]) if _names(one, service)]


def _names(statement: dict[str, Any], service: str) -> bool:
    if "NotPrincipal" in statement:
        raise CannotEvaluate("The local AWS cannot evaluate NotPrincipal")
    principal = statement.get("Principal")
    if principal == "*":
        return True
    named = (principal or {}).get("Service", [])
    # "AWS": "*" is everyone, services included.
    return service in ([named] if isinstance(named, str) else named) or (principal or {}).get("AWS") == "*"


def _resource_policy(resource: str) -> Any:
    arn = parse_arn(resource)
    if arn.service == "lambda":
        return _function_policy(arn.region, resource)
    if arn.service == "sns":
        return sns_backends[settings.ACCOUNT][arn.region].topics[resource].policy
    if arn.service == "sqs":
        return sqs_backends[settings.ACCOUNT][arn.region].queues[arn.resource_id].policy
    if arn.service == "kms":
        return kms_backends[settings.ACCOUNT][arn.region].keys[arn.resource_id].policy
    raise CannotEvaluate(f"The local AWS does not know policies of {arn.service}: {resource}")


def _function_policy(region: str, arn: str) -> Any:
    """Of exactly this function, version or alias, as GetPolicy shows it."""
    try:
        return json.loads(lambda_backends[settings.ACCOUNT][region].get_policy(arn))["Policy"]
    except GenericResourcNotFound:
        # The function is there, but it has no policy.
        return None
