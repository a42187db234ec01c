"""Refusals of CloudFormation itself, and failures of one resource."""

from moto.core.exceptions import ServiceException


class StackError(ServiceException):
    code = "ValidationError"


class InsufficientCapabilities(ServiceException):
    code = "InsufficientCapabilitiesException"


class AlreadyExists(ServiceException):
    code = "AlreadyExistsException"


class ChangeSetNotFound(ServiceException):
    code = "ChangeSetNotFound"


class InvalidChangeSetStatus(ServiceException):
    code = "InvalidChangeSetStatus"


class ResourceFailure(Exception):
    """A resource could not be made, changed or removed; the text goes into the stack's events."""
