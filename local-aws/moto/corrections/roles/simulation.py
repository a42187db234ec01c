"""SimulatePrincipalPolicy and SimulateCustomPolicy."""

from collections.abc import Iterable
from typing import Any

from moto.core.responses import ActionResult
from moto.iam.responses import IamResponse

from corrections.replacing import replaces
from permissions.documents import Documents, boundary, policies
from permissions.evaluation import ALLOWED, NOT_ALLOWED, Question, decide


@replaces(IamResponse)
def simulate_principal_policy(original: Any, self: Any) -> ActionResult:
    """What inline and managed policies of a role or user, within its permissions boundary, allow it to do."""
    backend, arn = self.backend, self._get_param("PolicySourceArn")
    if ":user/" in arn:
        principal, bounds = backend.get_user(arn.rpartition("/")[2]), None
    else:
        principal = backend.get_role_by_arn(arn)
        bounds = boundary(principal)
    return _simulate(self, policies(principal) + _given(self), bounds)


@replaces(IamResponse)
def simulate_custom_policy(original: Any, self: Any) -> ActionResult:
    """What the given policies allow."""
    bounds = [("boundary", document) for document in self._get_param("PermissionsBoundaryPolicyInputList") or []]
    return _simulate(self, _given(self), bounds or None)


def _simulate(response: Any, documents: Documents, bounds: Documents | None) -> ActionResult:
    entries = response._get_param("ContextEntries") or []
    context = {entry["ContextKeyName"].lower(): list(entry["ContextKeyValues"]) for entry in entries}
    resources = response._get_param("ResourceArns") or ["*"]
    results = [
        _result(Question(action, resource, context), documents, bounds)
        for action in response._get_param("ActionNames") or []
        for resource in resources
    ]
    return ActionResult({"EvaluationResults": results, "IsTruncated": False})


def _result(question: Question, documents: Documents, bounds: Documents | None) -> dict[str, Any]:
    decision, matches = decide(documents, question)
    names = [match.policy for match in matches]
    result = {"EvalActionName": question.action, "EvalResourceName": question.resource}
    if bounds is not None:
        within = decide(bounds, question)[0]
        result["PermissionsBoundaryDecisionDetail"] = {"AllowedByPermissionsBoundary": within == ALLOWED}
        if within != ALLOWED and decision == ALLOWED:
            decision, names = (within, []) if within != NOT_ALLOWED else (NOT_ALLOWED, [])
    matched = [{"SourcePolicyId": name, "SourcePolicyType": "IAM Policy"} for name in names]
    return result | {"EvalDecision": decision, "MatchedStatements": matched, "MissingContextValues": sorted(question.missing)}


def _given(response: Any) -> Documents:
    documents: Iterable[Any] = response._get_param("PolicyInputList") or []
    return [(f"PolicyInputList.{index}", document) for index, document in enumerate(documents, 1)]
