"""Step Functions."""

from corrections.states import denials, errors, executions, history, lifecycle, machines, maps, nested, observing, programs, services, waits  # noqa: F401
