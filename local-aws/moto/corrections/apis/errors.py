"""API Gateway's errors."""

from moto.apigateway.exceptions import BadRequestException, NotFoundException


def not_found(kind: str) -> Exception:
    error = NotFoundException(f"Invalid {kind} identifier specified")
    error.code = 404
    return error


def bad_request(message: str) -> Exception:
    return BadRequestException(message)
