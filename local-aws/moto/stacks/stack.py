"""What CloudFormation knows of a stack: its resources as they were made, and what happened."""

import datetime
import threading
import uuid
from dataclasses import dataclass, field
from typing import Any


def now() -> datetime.datetime:
    return datetime.datetime.now(tz=datetime.timezone.utc)


@dataclass
class Resource:
    """`properties` are the resolved ones that it was made with; `needs` the resources that must outlive it."""

    logical_id: str
    type: str
    physical_id: str
    attributes: dict[str, Any]
    properties: dict[str, Any]
    needs: set[str]
    deletion_policy: str = "Delete"
    replace_policy: str = "Delete"
    status: str = "CREATE_COMPLETE"
    reason: str | None = None
    changed_at: datetime.datetime = field(default_factory=now)


@dataclass
class Stack:
    account: str
    region: str
    name: str
    status: str = "REVIEW_IN_PROGRESS"
    reason: str | None = None
    original: str = ""
    template: dict[str, Any] = field(default_factory=dict)
    parameters: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    capabilities: list[str] = field(default_factory=list)
    notification_arns: list[str] = field(default_factory=list)
    role_arn: str | None = None
    protected: bool = False
    disable_rollback: bool = False
    policy: str | None = None
    change_set_id: str | None = None
    resources: dict[str, Resource] = field(default_factory=dict)
    outputs: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    change_sets: dict[str, Any] = field(default_factory=dict)
    created_at: datetime.datetime = field(default_factory=now)
    updated_at: datetime.datetime | None = None
    deleted_at: datetime.datetime | None = None
    stack_id: str = ""
    lock: Any = field(default_factory=threading.RLock)

    def __post_init__(self) -> None:
        self.stack_id = f"arn:aws:cloudformation:{self.region}:{self.account}:stack/{self.name}/{uuid.uuid4()}"

    def become(self, status: str, reason: str | None = None) -> None:
        self.status, self.reason = status, reason
        self.record(self.name, self.stack_id, "AWS::CloudFormation::Stack", status, reason)

    def record(self, logical_id: str, physical_id: str, kind: str, status: str, reason: str | None = None) -> None:
        event = {
            "StackId": self.stack_id,
            "EventId": f"{logical_id}-{status}-{uuid.uuid4()}",
            "StackName": self.name,
            "LogicalResourceId": logical_id,
            "PhysicalResourceId": physical_id,
            "ResourceType": kind,
            "Timestamp": now(),
            "ResourceStatus": status,
        }
        with self.lock:
            self.events.append(event | ({"ResourceStatusReason": reason} if reason else {}))
