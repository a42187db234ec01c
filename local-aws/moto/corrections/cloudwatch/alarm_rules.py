"""What PutMetricAlarm refuses."""

from typing import Any

from moto.cloudwatch.exceptions import InvalidParameterCombination, ValidationError

from corrections.cloudwatch import metrics
from corrections.cloudwatch.alarms import ACTIONS, OPERATORS

TREATMENTS = ("breaching", "notBreaching", "ignore", "missing")
MAX_ACTIONS = 5
ONE_DAY, ONE_WEEK, ONE_HOUR = 86_400, 604_800, 3_600


def check(definition: dict[str, Any]) -> None:
    for name in ("AlarmName", "EvaluationPeriods", "ComparisonOperator"):
        if not definition.get(name):
            _refuse(None, name, "Member must not be null")
    _one_of(definition, "ComparisonOperator", tuple(OPERATORS))
    _one_of(definition, "TreatMissingData", TREATMENTS)
    _one_of(definition, "Statistic", tuple(sorted(metrics.SIMPLE)))
    if "Threshold" not in definition:
        raise ValidationError("The parameter Threshold is required.")
    if any(len(definition.get(name) or []) > MAX_ACTIONS for name in ACTIONS.values()):
        raise ValidationError(f"An alarm has at most {MAX_ACTIONS} actions per state.")
    periods, needed = int(definition["EvaluationPeriods"]), definition.get("DatapointsToAlarm")
    if periods < 1:
        _refuse(periods, "EvaluationPeriods", "Member must have value greater than or equal to 1")
    if needed is not None and not 1 <= int(needed) <= periods:
        raise ValidationError("DatapointsToAlarm must be at least 1 and not greater than EvaluationPeriods.")
    _check_metric(definition, periods)


def _check_metric(definition: dict[str, Any], periods: int) -> None:
    if definition.get("Metrics"):
        if any(
            name in definition for name in ("MetricName", "Namespace", "Period", "Statistic", "ExtendedStatistic", "Dimensions", "Unit")
        ):
            raise InvalidParameterCombination(
                "If you use Metrics, MetricName, Namespace, Dimensions, Period, Statistic and Unit must not be set."
            )
        _check_queries(definition["Metrics"])
        return
    for name in ("MetricName", "Namespace", "Period"):
        if not definition.get(name):
            raise ValidationError(f"The parameter {name} is required.")
    if bool(definition.get("Statistic")) == bool(definition.get("ExtendedStatistic")):
        raise InvalidParameterCombination("Exactly one of Statistic and ExtendedStatistic must be set.")
    metrics.check_statistic(definition.get("Statistic") or definition["ExtendedStatistic"])
    period = int(definition["Period"])
    if period not in (10, 20, 30) and (period < 60 or period % 60):
        raise ValidationError("Period must be 10, 20, 30 or a multiple of 60.")
    if period * periods > (ONE_WEEK if period >= ONE_HOUR else ONE_DAY):
        raise ValidationError("Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400).")


def _check_queries(asked: list[dict[str, Any]]) -> None:
    returned = [one for one in asked if str(one.get("ReturnData", True)).lower() != "false"]
    if len(returned) != 1:
        raise ValidationError("Exactly one element of the metrics list should return data.")
    for one in asked:
        if ("MetricStat" in one) == ("Expression" in one):
            raise ValidationError(f"The metric {one.get('Id')} must have either MetricStat or Expression.")
        if "MetricStat" in one:
            metrics.check_statistic(one["MetricStat"]["Stat"])


def _one_of(definition: dict[str, Any], name: str, allowed: tuple[str, ...]) -> None:
    if name in definition and definition[name] not in allowed:
        _refuse(definition[name], name, f"Member must satisfy enum value set: [{', '.join(allowed)}]")


def _refuse(value: Any, name: str, constraint: str) -> None:
    field = name[0].lower() + name[1:]
    shown = "null" if value is None else f"'{value}'"
    raise ValidationError(f"1 validation error detected: Value {shown} at '{field}' failed to satisfy constraint: {constraint}")
