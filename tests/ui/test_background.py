"""Functions run in threads for which the end of the program does not wait."""

import asyncio
import threading

import pytest

from briefreader.ui.background import DaemonThreads, read_in_thread, run_in_thread


async def test_the_result_of_a_thread_is_returned_and_its_error_raised() -> None:
    assert await read_in_thread(threading.current_thread) is not threading.main_thread()
    with pytest.raises(ZeroDivisionError):
        await read_in_thread(lambda: 1 // 0)


async def test_a_cancelled_worker_is_told_to_its_thread() -> None:
    told = threading.Event()

    def wait(cancelled: object) -> None:
        assert callable(cancelled)
        while not cancelled():
            pass
        told.set()

    task = asyncio.create_task(run_in_thread(wait))
    await asyncio.sleep(0.01)
    task.cancel()
    assert await read_in_thread(lambda: told.wait(10))


def test_no_more_threads_are_started_than_allowed_and_all_functions_run() -> None:
    threads = DaemonThreads(2)
    ran: list[int] = []
    gate, finished = threading.Event(), threading.Semaphore(0)

    def work(number: int) -> None:
        gate.wait(10)
        ran.append(number)
        finished.release()

    before = threading.active_count()
    for number in range(5):
        threads.run(lambda number=number: work(number))  # type: ignore[misc]
    assert threading.active_count() == before + 2
    gate.set()
    assert all(finished.acquire(timeout=10) for _ in range(5))
    assert sorted(ran) == [0, 1, 2, 3, 4]
