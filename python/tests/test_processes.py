"""Threads, processes that fork or are spawned, and Ctrl-C."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pytest

import verbale
from conftest import STORIES

TEXTS = [story for story in STORIES if "text" in story] * 3


def one(at: int) -> str:
    """Codes one of the texts."""
    return verbale.code(TEXTS[at], errors="note").json()


@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_processes_make_the_same_records(method: str) -> None:
    want = [record.json() for record in verbale.code(TEXTS, threads=2)]
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        assert list(pool.map(one, range(len(TEXTS)), timeout=120)) == want


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_fork_in_the_midst_of_coding_is_safe() -> None:
    """A child of a process whose other thread codes at that moment codes as well."""
    want = verbale.code("Chile thanked Peru.").json()
    stop = threading.Event()

    def busy() -> None:
        while not stop.is_set():
            verbale.code(TEXTS, threads=2)

    thread = threading.Thread(target=busy)
    thread.start()
    try:
        for _ in range(8):
            child = os.fork()
            if child == 0:
                os._exit(0 if verbale.code(["Chile thanked Peru."] * 3, threads=2)[2].json() == want else 1)
            assert os.waitpid(child, 0)[1] == 0
    finally:
        stop.set()
        thread.join()


def test_threads_share_the_engine() -> None:
    want = [record.json() for record in verbale.code(TEXTS)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(one, range(len(TEXTS)))) == want
        assert (
            list(pool.map(lambda _: [r.json() for r in verbale.code(TEXTS, threads=2)], range(4)))
            == [want] * 4
        )


def test_others_go_on_while_texts_are_coded() -> None:
    """The lock of Python is free: another thread counts while one long text is coded."""
    text = "Ecuador accused Peru of crossing the border, and Peru denied it. " * 800
    verbale.code("Chile thanked Peru.")
    done = threading.Event()
    thread = threading.Thread(target=lambda: (verbale.code(text), done.set()))
    thread.start()
    n_turns = 0
    while not done.is_set():
        n_turns += 1
        time.sleep(0.001)
    thread.join()
    assert n_turns > 20


def test_an_interrupt_stops_between_texts() -> None:
    script = (
        "import signal, verbale\n"
        # Whoever starts the tests in the background has it ignored.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "verbale.code('Chile thanked Peru.')\n"
        "print('begun', flush=True)\n"
        "try:\n"
        "    verbale.code(['Ecuador accused Peru of crossing the border. ' * 20] * 20000, threads=2)\n"
        "except KeyboardInterrupt:\n"
        "    print(len(verbale.code('Chile thanked Peru.').events))\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=60)[0] == "1\n"
    assert process.returncode == 0


def test_what_progress_raises_stops_the_work() -> None:
    from verbale import _verbale
    from verbale._inputs import beside, line

    def tick(_: int) -> None:
        raise RuntimeError("enough")

    items = [line(TEXTS[0], "a")] * 50
    with pytest.raises(RuntimeError, match="enough"):
        _verbale.code(items, beside(None, None, None), 2, 0.0, tick)
