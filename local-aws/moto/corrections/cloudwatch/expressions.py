"""Metric math: numbers, metrics, + - * / ^, comparisons, AND OR, IF, FILL, METRICS and the usual aggregates."""

import re
from collections.abc import Callable
from typing import Any

Points = dict[float, float]
TOKEN = re.compile(
    r"\s*(?:(\d+\.?\d*(?:[eE][-+]?\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|(\|\||&&|<=|>=|==|!=|[-+*/^(),<>\[\]])|(\"[^\"]*\"|'[^']*'))"
)


class ExpressionError(Exception):
    pass


class Evaluation:
    """`known` metrics and expressions by id; `timeline` the starts of all periods; `metrics` the ids that METRICS() stands for."""

    def __init__(self, known: dict[str, Any], timeline: list[float], metrics: list[str]) -> None:
        self._known = known
        self._timeline = timeline
        self._metrics = metrics

    def value(self, expression: str) -> Any:
        """Points, or a number for an expression that has no time."""
        self._tokens, self._place = _tokens(expression), 0
        result = self._or()
        if self._place < len(self._tokens):
            raise ExpressionError(f"unexpected '{self._tokens[self._place]}'")
        return result

    def points(self, expression: str) -> Points:
        value = self.value(expression)
        if isinstance(value, list):
            raise ExpressionError("an array of time series is no result")
        return value if isinstance(value, dict) else {moment: value for moment in self._timeline}

    def _peek(self) -> str:
        return self._tokens[self._place] if self._place < len(self._tokens) else ""

    def _take(self, *wanted: str) -> str | None:
        token = self._peek()
        if token.upper() in wanted and token:
            self._place += 1
            return token.upper()
        return None

    def _expect(self, token: str) -> None:
        if not self._take(token):
            raise ExpressionError(f"'{token}' expected, not '{self._peek()}'")

    def _chain(self, operand: Callable[[], Any], *operators: str) -> Any:
        left = operand()
        while operator := self._take(*operators):
            left = _combine(_OPERATORS[operator], left, operand())
        return left

    def _or(self) -> Any:
        return self._chain(self._and, "OR", "||")

    def _and(self) -> Any:
        return self._chain(self._comparison, "AND", "&&")

    def _comparison(self) -> Any:
        return self._chain(self._sum, "<", ">", "<=", ">=", "==", "!=")

    def _sum(self) -> Any:
        return self._chain(self._product, "+", "-")

    def _product(self) -> Any:
        return self._chain(self._power, "*", "/")

    def _power(self) -> Any:
        return self._chain(self._unary, "^")

    def _unary(self) -> Any:
        if self._take("-"):
            return _combine(lambda a, b: a - b, 0.0, self._unary())
        return self._primary()

    def _primary(self) -> Any:
        if self._take("("):
            inner = self._or()
            self._expect(")")
            return inner
        if self._take("["):
            return self._arguments("]")
        token = self._peek()
        self._place += 1
        if re.fullmatch(r"[0-9].*", token):
            return float(token)
        if self._peek() == "(":
            self._place += 1
            return self._call(token.upper())
        if token not in self._known:
            raise ExpressionError(f"unknown metric '{token}'")
        return self._known[token]

    def _arguments(self, closing: str) -> list[Any]:
        given: list[Any] = []
        while not self._take(closing):
            if given:
                self._expect(",")
            if self._peek() == "REPEAT":
                self._place += 1
                given.append("REPEAT")
            else:
                given.append(self._or())
        return given

    def _call(self, name: str) -> Any:
        if name == "METRICS":
            self._arguments(")")
            return [self._known[name] for name in self._metrics]
        if name not in ("IF", "FILL") and name not in _AGGREGATES and name not in _POINTWISE:
            raise ExpressionError(f"the local AWS has no function {name}")
        given = self._arguments(")")
        if name == "IF":
            return _if(*given)
        if name == "FILL":
            return self._fill(*given)
        if name in _POINTWISE:
            return _combine(lambda a, _: _POINTWISE[name](a), given[0], 0.0)
        return _aggregate(_AGGREGATES[name], given[0])

    def _fill(self, metric: Points, filler: Any) -> Points:
        filled, last = {}, None
        for moment in sorted({*self._timeline, *metric}):
            if moment in metric:
                filled[moment] = last = metric[moment]
            elif filler == "REPEAT":
                if last is not None:
                    filled[moment] = last
            else:
                value = filler.get(moment) if isinstance(filler, dict) else filler
                if value is not None:
                    filled[moment] = value
        return filled


def _tokens(expression: str) -> list[str]:
    found, place, text = [], 0, expression.strip()
    while place < len(text):
        match = TOKEN.match(text, place)
        if not match:
            raise ExpressionError(f"cannot read '{text[place:]}'")
        found.append(next(part for part in match.groups() if part))
        place = match.end()
    return found


def _divide(left: float, right: float) -> float | None:
    return left / right if right else None


_OPERATORS: dict[str, Callable[[float, float], float | None]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": _divide,
    "^": lambda a, b: a**b,
    "<": lambda a, b: float(a < b),
    ">": lambda a, b: float(a > b),
    "<=": lambda a, b: float(a <= b),
    ">=": lambda a, b: float(a >= b),
    "==": lambda a, b: float(a == b),
    "!=": lambda a, b: float(a != b),
    "AND": lambda a, b: float(bool(a) and bool(b)),
    "&&": lambda a, b: float(bool(a) and bool(b)),
    "OR": lambda a, b: float(bool(a) or bool(b)),
    "||": lambda a, b: float(bool(a) or bool(b)),
}
_POINTWISE: dict[str, Callable[[float], float]] = {
    "ABS": abs,
    "CEIL": lambda a: float(-(-a // 1)),
    "FLOOR": lambda a: float(a // 1),
}
_AGGREGATES: dict[str, Callable[[list[float]], float]] = {
    "SUM": sum,
    "AVG": lambda values: sum(values) / len(values),
    "MIN": min,
    "MAX": max,
    "METRIC_COUNT": lambda values: float(len(values)),
}


def _combine(operator: Callable[[float, float], float | None], left: Any, right: Any) -> Any:
    """Where one series has a point and the other none, the missing one counts as 0; a division by 0 leaves no point."""
    if isinstance(left, list) or isinstance(right, list):
        if isinstance(left, list):
            return [_combine(operator, one, right) for one in left]
        return [_combine(operator, left, one) for one in right]
    if not isinstance(left, dict) and not isinstance(right, dict):
        return operator(left, right) or 0.0
    moments = sorted({*(left if isinstance(left, dict) else ()), *(right if isinstance(right, dict) else ())})
    points = {moment: operator(_at(left, moment), _at(right, moment)) for moment in moments}
    return {moment: value for moment, value in points.items() if value is not None}


def _at(value: Any, moment: float) -> float:
    return value.get(moment, 0.0) if isinstance(value, dict) else value


def _if(condition: Any, yes: Any, no: Any = None) -> Any:
    if not isinstance(condition, dict):
        return yes if condition else no if no is not None else {}
    chosen: Points = {}
    for moment, true in condition.items():
        taken = yes if true else no
        value = taken.get(moment) if isinstance(taken, dict) else taken
        if value is not None:
            chosen[moment] = value
    return chosen


def _aggregate(function: Callable[[list[float]], float], given: Any) -> Any:
    """Over the points of one series: a number. Over several series: a series."""
    if isinstance(given, dict):
        return function(list(given.values())) if given else 0.0
    if not isinstance(given, list):
        return given
    series = [one for one in given if isinstance(one, dict)]
    numbers = [one for one in given if not isinstance(one, dict)]
    moments = sorted({moment for one in series for moment in one})
    return {moment: function([one[moment] for one in series if moment in one] + numbers) for moment in moments}
