"""Step Functions."""

from corrections.states import (  # noqa: F401
    denials, errors, executions, history, lifecycle, machines, maps, nested, observing, programs, services, waits,
)
