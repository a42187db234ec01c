"""Map states: any number of items, AWS's concurrency, and failures that count."""

from typing import Any

from moto.stepfunctions.parser.api import HistoryEventType, MapRunFailedEventDetails
from moto.stepfunctions.parser.asl.component.common.error_name.failure_event import FailureEvent, FailureEventException
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name import StatesErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name_type import StatesErrorNameType
from moto.stepfunctions.parser.asl.component.state.exec.state_map.iteration.distributed_iteration_component import (
    DistributedIterationComponent,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_map.iteration.inline_iteration_component import InlineIterationComponent
from moto.stepfunctions.parser.asl.component.state.exec.state_map.iteration.itemprocessor.distributed_item_processor_worker import (
    DistributedItemProcessorWorker,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_map.iteration.iteration_worker import IterationWorker
from moto.stepfunctions.parser.asl.component.state.exec.state_map.iteration.iterator.distributed_iterator_worker import (
    DistributedIteratorWorker,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_map.iteration.job import JobPool
from moto.stepfunctions.parser.asl.eval.event.event_detail import EventDetails

from corrections.replacing import replaces

INLINE_CONCURRENCY = 40
DISTRIBUTED_THREADS = 200


@replaces(IterationWorker)
def _eval_pool(_: Any, self: IterationWorker, job: Any, worker_frame: Any) -> None:
    """A Map may have any number of items; moto recurses once per item and dies silently at about 900."""
    last_event = None
    while job is not None:
        frame = worker_frame.open_inner_frame()
        self._eval_job(env=frame, job=job)
        worker_frame.close_frame(frame)
        ended = isinstance(job.job_output, Exception) or self.stopped()
        following = None if ended else self._job_pool.next_job()
        if following is None and not ended:
            last_event = frame.event_history_context.last_published_event_id
        if following is None:
            # The owner's environment is complete before the pool says that the jobs are done.
            if last_event is not None:
                worker_frame.event_history_context.source_event_id = last_event
            self._env.close_frame(worker_frame)
        self._job_pool.close_job(job)
        if following is None:
            return
        job = following
    self._env.close_frame(worker_frame)


def _distributed_pool(self: Any, job: Any, worker_frame: Any) -> None:
    while job is not None:
        frame = worker_frame.open_inner_frame()
        self._eval_job(env=frame, job=job)
        worker_frame.delete_frame(frame)
        following = None if isinstance(job.job_output, Exception) or self.stopped() else self._job_pool.next_job()
        if following is None:
            self._env.delete_frame(worker_frame)
        self._job_pool.close_job(job)
        job = following


for _worker in (DistributedItemProcessorWorker, DistributedIteratorWorker):

    @replaces(_worker, "_eval_pool")
    def _(original: Any, self: Any, job: Any, worker_frame: Any) -> None:
        """A distributed Map may have any number of items, too."""
        _distributed_pool(self, job, worker_frame)


@replaces(InlineIterationComponent)
def _eval_body(original: Any, self: InlineIterationComponent, env: Any) -> None:
    """An inline Map runs at most 40 iterations at once; MaxConcurrency 0 means as many as that."""
    eval_input = env.stack[-1]
    eval_input.max_concurrency = min(
        eval_input.max_concurrency or INLINE_CONCURRENCY, INLINE_CONCURRENCY, max(1, len(eval_input.input_items))
    )
    original(self, env)


@replaces(DistributedIterationComponent)
def _map_run(original: Any, self: DistributedIterationComponent, env: Any, eval_input: Any) -> None:
    """More failed items than tolerated fail the Map run with States.ExceedToleratedFailureThreshold; the default is none.

    moto answers null for a failed item and calls the run a success.
    """
    record = eval_input.map_run_record
    items = len(env.stack[-1])
    record.max_concurrency = min(record.max_concurrency or DISTRIBUTED_THREADS, max(1, items))
    original(self, env, eval_input)
    counts = record.item_counter.describe()
    failed = counts["failed"] + counts["timedOut"] + counts["aborted"]
    if _tolerated(failed, items, eval_input.tolerated_failure_count or 0, eval_input.tolerated_failure_percentage or 0):
        return
    name = StatesErrorNameType.StatesExceedToleratedFailureThreshold
    details = MapRunFailedEventDetails(error=name.to_name(), cause="The specified tolerated failure threshold was exceeded")
    raise FailureEventException(
        FailureEvent(env, StatesErrorName(typ=name), HistoryEventType.MapRunFailed, EventDetails(mapRunFailedEventDetails=details))
    )


def _tolerated(failed: int, items: int, count: int, percentage: float) -> bool:
    # Given both, either fails the run; the one that is not given does not count.
    if not count and not percentage:
        return failed == 0
    return (not count or failed <= count) and (not percentage or 100.0 * failed / items <= percentage)


@replaces(JobPool)
def get_closed_jobs(_: Any, self: JobPool) -> list[Any]:
    """Results are in the order of the items."""
    with self._mutex:
        return sorted(self._closed_jobs, key=lambda job: job.job_index)
