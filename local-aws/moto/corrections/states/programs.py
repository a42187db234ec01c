"""Parsed definitions. Parsing takes longer than running a small machine, and the result holds no state of a run."""

import functools
import logging
import re
import threading
import uuid
from typing import Any

import moto.stepfunctions.parser.asl.component.common.path.result_path as result_path
import moto.stepfunctions.parser.asl.utils.json_path as json_path
from moto.stepfunctions.parser.asl.component.eval_component import EvalComponent
from moto.stepfunctions.parser.asl.parse.asl_parser import AmazonStateLanguageParser

# ANTLR's Python runtime shares its prediction tables between parsers without a lock.
_parsing = threading.Lock()


# moto's grammar knows this percentage with a decimal point only.
_WHOLE_PERCENTAGE = re.compile(r'("ToleratedFailurePercentage"\s*:\s*\d+)(?=\s*[,}])')


@functools.lru_cache(maxsize=256)
def _parsed(definition: str) -> Any:
    return AmazonStateLanguageParser.parse(_WHOLE_PERCENTAGE.sub(r"\1.0", definition))[0]


def parse(definition: str) -> Any:
    with _parsing:
        return _parsed(definition)


def new_id() -> str:
    return str(uuid.uuid4())


# Retry counters live in the heap of one execution under the key of the component. moto makes that key at first use,
# which two executions of one parsed definition would do at the same time.
EvalComponent.heap_key = property(lambda self: str(id(self)))  # type: ignore[assignment]

# Both call it for every path of every state, and it builds its grammar anew each time.
json_path.parse = functools.lru_cache(maxsize=4096)(json_path.parse)
result_path.parse = functools.lru_cache(maxsize=4096)(result_path.parse)

# moto writes the whole tree of states to its log for every expected failure, which costs more than the failure.
EvalComponent._log_exception = lambda self, exception: None  # type: ignore[method-assign]
EvalComponent._log_failure_event_exception = lambda self, failure_event_exception: None  # type: ignore[method-assign]
logging.getLogger("moto.stepfunctions").setLevel(logging.CRITICAL)
