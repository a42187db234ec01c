"""SimulatePrincipalPolicy and SimulateCustomPolicy."""

from collections.abc import Iterable
from typing import Any

from moto.core.responses import ActionResult
from moto.iam.responses import IamResponse

from corrections.replacing import replaces
from corrections.roles.evaluation import ALLOWED, NOT_ALLOWED, Question, decide

Documents = list[tuple[str, Any]]


@replaces(IamResponse)
def simulate_principal_policy(original: Any, self: Any) -> ActionResult:
    """What inline and managed policies of a role or user, within its permissions boundary, allow it to do."""
    backend, arn = self.backend, self._get_param("PolicySourceArn")
    if ":user/" in arn:
        principal, boundary = backend.get_user(arn.rpartition("/")[2]), None
    else:
        principal = backend.get_role_by_arn(arn)
        boundary = _boundary(backend, principal)
    policies = _inline(principal) + [(policy.name, _default(policy)) for policy in principal.managed_policies.values()]
    return _simulate(self, policies + _given(self), boundary)


@replaces(IamResponse)
def simulate_custom_policy(original: Any, self: Any) -> ActionResult:
    """What the given policies allow."""
    boundary = [("boundary", document) for document in self._get_param("PermissionsBoundaryPolicyInputList") or []]
    return _simulate(self, _given(self), boundary or None)


def _simulate(response: Any, policies: Documents, boundary: Documents | None) -> ActionResult:
    entries = response._get_param("ContextEntries") or []
    context = {entry["ContextKeyName"].lower(): list(entry["ContextKeyValues"]) for entry in entries}
    resources = response._get_param("ResourceArns") or ["*"]
    results = [
        _result(Question(action, resource, context), policies, boundary)
        for action in response._get_param("ActionNames") or []
        for resource in resources
    ]
    return ActionResult({"EvaluationResults": results, "IsTruncated": False})


def _result(question: Question, policies: Documents, boundary: Documents | None) -> dict[str, Any]:
    decision, names = decide(policies, question)
    result = {"EvalActionName": question.action, "EvalResourceName": question.resource}
    if boundary is not None:
        within = decide(boundary, question)[0]
        result["PermissionsBoundaryDecisionDetail"] = {"AllowedByPermissionsBoundary": within == ALLOWED}
        if within != ALLOWED and decision == ALLOWED:
            decision, names = (within, []) if within != NOT_ALLOWED else (NOT_ALLOWED, [])
    matched = [{"SourcePolicyId": name, "SourcePolicyType": "IAM Policy"} for name in names]
    return result | {"EvalDecision": decision, "MatchedStatements": matched, "MissingContextValues": sorted(question.missing)}


def _inline(principal: Any) -> Documents:
    # A user keeps its inline policies by name as a role does.
    return list(principal.policies.items())


def _given(response: Any) -> Documents:
    documents: Iterable[Any] = response._get_param("PolicyInputList") or []
    return [(f"PolicyInputList.{index}", document) for index, document in enumerate(documents, 1)]


def _boundary(backend: Any, role: Any) -> Documents | None:
    if not role.permissions_boundary_arn:
        return None
    policy = backend.get_policy(role.permissions_boundary_arn)
    return [(policy.name, _default(policy))]


def _default(policy: Any) -> Any:
    return next(version.document for version in policy.versions if version.is_default)
