"""Whether policies allow what functions, executions and AWS's own services do, for the gateway."""
