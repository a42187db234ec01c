"""Lambda's errors."""

from moto.awslambda.exceptions import InvalidParameterValueException, LambdaClientError, PreconditionFailedException


def invalid(message: str) -> Exception:
    return InvalidParameterValueException(message)


def validation(field: str, value: object, constraint: str) -> Exception:
    text = f"1 validation error detected: Value '{value}' at '{field}' failed to satisfy constraint: {constraint}"
    return LambdaClientError("ValidationException", text)


def not_found(message: str, code: str = "ResourceNotFoundException") -> Exception:
    return _error(404, code, message)


def conflict(message: str) -> Exception:
    return _error(409, "ResourceConflictException", message)


def too_long(message: str) -> Exception:
    return _error(400, "PolicyLengthExceededException", message)


def stale() -> Exception:
    return PreconditionFailedException(
        "The RevisionId provided does not match the latest RevisionId for the Lambda function or alias. Call the "
        "GetFunction or the GetAlias API to retrieve the latest RevisionId for your resource."
    )


def _error(status: int, code: str, message: str) -> Exception:
    error = LambdaClientError(code, message)
    error.code = status
    return error
