"""Step Functions."""

from corrections.states import errors, executions, history, lifecycle, machines, maps, nested, observing, programs, services, waits  # noqa: F401
