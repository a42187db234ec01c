"""What the gateway needs to let a call through or to refuse it."""

from typing import Any

from permissions import decisions, keys, services
from permissions.evaluation import CannotEvaluate
from routes import BadRequest, route


@route("POST", "authorize")
def authorize(query: dict[str, str], body: Any) -> Any:
    """{"RoleArn", "Needs": [{"Action", "Resource", "Context"}], "Optional"?}: the first need that is not allowed, or nothing."""
    try:
        for need in body["Needs"]:
            asked = decisions.question(need["Action"], need["Resource"], need["Context"])
            for one in [asked, *keys.needs(asked)]:
                if reason := decisions.denial_reason(body["RoleArn"], one, reported=not body.get("Optional")):
                    return decisions.refusal(one, reason)
    except CannotEvaluate as problem:
        raise BadRequest(str(problem)) from None
    return {}


@route("POST", "authorize/service")
def authorize_service(query: dict[str, str], body: Any) -> Any:
    """{"Service", "SourceArn", "RoleArn"?, "Action", "Resource"}: why the service may not do it, or nothing."""
    try:
        reason = services.denial_reason(body["Service"], body["SourceArn"], body.get("RoleArn"), body["Action"], body["Resource"])
    except CannotEvaluate as problem:
        raise BadRequest(str(problem)) from None
    return {"Refused": {"Action": body["Action"], "Resource": body["Resource"], "Reason": reason}} if reason else {}
