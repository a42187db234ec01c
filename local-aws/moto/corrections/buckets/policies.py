"""Bucket policies, conditions and all."""

import json
from typing import Any

from moto.iam.access_control import PermissionResult
from moto.s3.models import FakeBucket

from corrections.replacing import replaces
from permissions.evaluation import ALLOWED, DENIED, Question, decide

_RESULTS = {ALLOWED: PermissionResult.PERMITTED, DENIED: PermissionResult.DENIED}

# The gateway listens on this machine only; a policy that asks for TLS means the network.
_CONTEXT = {"aws:securetransport": ["true"]}


@replaces(FakeBucket)
def get_permission(original: Any, self: Any, action: str, resource: str) -> PermissionResult:
    """A statement applies only when its conditions hold. Statements about certain principals are left to the roles' own policies."""
    if self.policy is None:
        return PermissionResult.NEUTRAL
    policy = json.loads(self.policy)
    statements = policy.get("Statement", [])
    everyone = [
        one for one in (statements if isinstance(statements, list) else [statements]) if one.get("Principal") in ("*", {"AWS": "*"})
    ]
    decision, _ = decide([("bucket", {**policy, "Statement": everyone})], Question(action, resource, _CONTEXT))
    return _RESULTS.get(decision, PermissionResult.NEUTRAL)
