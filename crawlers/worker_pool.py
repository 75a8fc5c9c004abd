"""A pool of worker processes, in which a crash or a hang costs one job."""

import contextlib
import queue
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from types import TracebackType
from typing import Generic, Literal, Self, TypeVar

from crawlers.subprocess_python import start_python
from crawlers.worker_process import READY
from nlp.model.span import Record

_START_SECONDS = 120.0
_JOBS_AHEAD = 2
"""Per worker: enough that none waits, few enough that memory stays flat."""

Failure = Literal["timeout", "crashed"]
_T = TypeVar("_T")
_Answer = TypeVar("_Answer", bound=Record)


@dataclass(frozen=True)
class WorkerTask(Generic[_Answer]):
    """What the processes of a pool do: they run `module`, which calls `run_worker`."""

    module: str
    answer: type[_Answer]
    make_failed: Callable[[Failure, str], _Answer]
    """The answer in place of one that never came, with what is known of why."""


class WorkerError(Exception):
    """A worker process cannot be started."""


class _Worker(Generic[_Answer]):
    """One process, asked by one thread at a time."""

    def __init__(self, task: WorkerTask[_Answer]) -> None:
        self._task = task
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, job: Record, timeout_seconds: float) -> _Answer:
        if self._process is not None and self._process.poll() is not None:
            self.stop()  # it died while idle: no job is to blame
        process = self._process or self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(job.model_dump_json().encode() + b"\n")
            process.stdin.flush()
            line, late = _read_line(process, timeout_seconds)
        except (OSError, ValueError):  # it died while it was being asked, or the pool is being closed
            line, late = b"", False
        if line:
            return self._task.answer.model_validate_json(line)
        self.stop()
        if late:
            return self._task.make_failed("timeout", f"over {timeout_seconds:g} s")
        return self._task.make_failed("crashed", f"exit status {process.returncode}")

    def stop(self) -> None:
        if (process := self._process) is None:
            return
        self._process = None
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):  # what was still unwritten has no reader any more
                    stream.close()

    def _start(self) -> "subprocess.Popen[bytes]":
        self._process = process = start_python(self._task.module)
        line, _ = _read_line(process, _START_SECONDS)
        if line != READY:
            self.stop()
            raise WorkerError(
                f"a process ({self._task.module}) ended at its start (exit status {process.returncode}); "
                "what it printed on standard error says why. `ruralwire doctor` checks the installation."
            )
        return process


class WorkerPool(Generic[_Answer]):
    """Processes that do a task, started when first needed. Close it, or use it in a `with`."""

    def __init__(self, workers: int, task: WorkerTask[_Answer], *, timeout_seconds: float) -> None:
        self._timeout_seconds = timeout_seconds
        self._idle: queue.SimpleQueue[_Worker[_Answer]] = queue.SimpleQueue()
        self._workers = [_Worker(task) for _ in range(workers)]
        for worker in self._workers:
            self._idle.put(worker)
        # The threads only wait: the work is done in the processes behind them.
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="worker")
        self._ahead = workers * _JOBS_AHEAD

    def map(self, items: Iterable[_T], make_job: Callable[[_T], Record]) -> Iterator[tuple[_T, _Answer]]:
        """Yield each item with its answer, as they are ready; takes in items only as fast as it reads."""
        running: dict[Future[_Answer], _T] = {}
        source = iter(items)
        exhausted = False
        while running or not exhausted:
            while not exhausted and len(running) < self._ahead:
                try:
                    item = next(source)
                except StopIteration:
                    exhausted = True
                else:
                    running[self._threads.submit(self._ask, make_job(item))] = item
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield running.pop(future), future.result()

    def close(self) -> None:
        """End the processes, also those in the middle of a job."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.stop()
        self._threads.shutdown(wait=True)
        for worker in self._workers:
            worker.stop()  # one may have been starting

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, job: Record) -> _Answer:
        worker = self._idle.get()
        try:
            return worker.ask(job, self._timeout_seconds)
        finally:
            self._idle.put(worker)


def _read_line(process: "subprocess.Popen[bytes]", timeout_seconds: float) -> tuple[bytes, bool]:
    """Return a line and False; nothing and whether the process was ended for being late."""
    assert process.stdout is not None
    late = threading.Event()

    def end() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(timeout_seconds, end)
    timer.start()
    try:
        line = process.stdout.readline()
    finally:
        timer.cancel()
    return (line, False) if line.endswith(b"\n") else (b"", late.is_set())
