"""Resource policies: one for the function, one for each version and alias."""

import json
from typing import Any
from urllib.parse import unquote

from moto.awslambda.models import LambdaBackend, LambdaStorage
from moto.awslambda.policy import Policy
from moto.awslambda.responses import LambdaResponse

from corrections.functions.errors import conflict, invalid, too_long
from corrections.functions.names import FunctionId
from corrections.replacing import replaces

MAX_SIZE = 20_480
FIELDS = {
    "Sid", "Effect", "Principal", "Action", "Resource", "Condition", "StatementId", "SourceArn", "SourceAccount",
    "PrincipalOrgID", "RevisionId", "EventSourceToken", "FunctionUrlAuthType",
}  # fmt: skip


def policy_of(backend: Any, function: str, qualifier: str | None) -> Policy:
    """The policy of exactly this function, version or alias."""
    name, qualifier = FunctionId.parse(function, qualifier)
    backend.get_function(name, qualifier)
    latest = backend.get_function(name)
    if qualifier is None:
        return latest.policy
    return latest.__dict__.setdefault("qualified_policies", {}).setdefault(qualifier, Policy(latest))


@replaces(LambdaBackend)
def add_permission(original: Any, self: Any, function_name: str, qualifier: str | None, raw: str) -> dict[str, Any]:
    """A statement belongs to the qualifier it was added with; its id is used once (409); $LATEST takes none; 20,480 bytes are full."""
    qualifier = FunctionId.parse(function_name, qualifier).qualifier
    if qualifier == "$LATEST":
        raise invalid("We currently do not support adding policies for $LATEST.")
    policy = policy_of(self, function_name, qualifier)
    request = json.loads(raw)
    sid = request.get("StatementId")
    if sid and any(statement.get("Sid") == sid for statement in policy.statements):
        raise conflict(
            f"The statement id ({sid}) provided already exists. Please provide a new statement id, or remove the existing statement."
        )
    revision = policy.revision
    statement, _ = policy.add_statement(json.dumps({name: request[name] for name in FIELDS & request.keys()}), qualifier)
    if (size := _size(policy)) > MAX_SIZE:
        policy.statements.remove(statement)
        policy.revision = revision
        raise too_long(f"The final policy size ({size}) is bigger than the limit ({MAX_SIZE}).")
    return statement


def _size(policy: Policy) -> int:
    """As GetPolicy of AWS shows it: without spaces."""
    return len(json.dumps(policy.get_policy()["Policy"], separators=(",", ":"), ensure_ascii=False).encode())


@replaces(LambdaBackend)
def get_policy(original: Any, self: Any, function_name: str, qualifier: str | None = None) -> str:
    """GetPolicy shows the statements of the qualifier it is asked for."""
    return policy_of(self, function_name, qualifier).wire_format()


@replaces(LambdaResponse, "add_permission")
def add_permission_reply(original: Any, self: Any) -> Any:
    """AddPermission answers 201."""
    return 201, {"status": 201}, original(self)


@replaces(LambdaResponse)
def remove_permission(original: Any, self: Any) -> Any:
    """RemovePermission works on the qualifier's own policy and refuses a stale RevisionId (412)."""
    parts = self.path.split("/")
    policy = policy_of(self.backend, unquote(parts[-3]), self.querystring.get("Qualifier", [None])[0])
    policy.del_statement(unquote(parts[-1]), self.querystring.get("RevisionId", [""])[0])
    return 204, {"status": 204}, ""


@replaces(Policy)
def principal_formatter(original: Any, self: Any, obj: Any) -> Any:
    """An account id or an ARN as Principal becomes an AWS principal."""
    if isinstance(obj, str) and obj.isdigit():
        return {"AWS": f"arn:aws:iam::{obj}:root"}
    if isinstance(obj, str) and obj.startswith("arn:"):
        return {"AWS": obj}
    return original(self, obj)


@replaces(LambdaBackend)
def delete_alias(original: Any, self: Any, name: str, function_name: str) -> None:
    """The policy of an alias goes with it."""
    original(self, name, function_name)
    _forget(self._lambdas, FunctionId(FunctionId.parse(function_name).name, name))


@replaces(LambdaStorage)
def del_function(original: Any, self: Any, name_or_arn: str, qualifier: str | None = None) -> None:
    """The policy of a version goes with it."""
    original(self, name_or_arn, qualifier)
    _forget(self, FunctionId.parse(name_or_arn, qualifier))


def _forget(storage: Any, function: FunctionId) -> None:
    if function.qualifier and function.name in storage._functions:
        storage._get_latest(function.name).__dict__.get("qualified_policies", {}).pop(function.qualifier, None)
