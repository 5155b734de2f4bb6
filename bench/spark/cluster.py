"""Sessions on a cluster of Spark on this machine, and on Sail.

Spark's is a real one (`local-cluster`): a master in this process, and for each worker one process of Java
with one core, which starts its own processes of Python.
"""

import contextlib
import os
import sys
from pathlib import Path

MEMORY = 1024  # MB of Java a worker


@contextlib.contextmanager
def spark(workers: int):
    """A session with so many workers of one core."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(f"local-cluster[{workers},1,{MEMORY}]")
    settings = {"spark.ui.enabled": "false", "spark.executor.memory": f"{MEMORY}m", "spark.log.level": "ERROR"}
    for key, value in settings.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    try:
        yield session
    finally:
        session.stop()


@contextlib.contextmanager
def sail():
    """A session on a server of Sail in this process."""
    from pysail.spark import SparkConnectServer
    from pyspark.sql import SparkSession

    server = SparkConnectServer()
    server.start(background=True)
    _, port = server.listening_address
    session = SparkSession.builder.remote(f"sc://127.0.0.1:{port}").getOrCreate()
    try:
        yield session
    finally:
        session.stop()
        server.stop()


def memory() -> list[tuple[float, float]]:
    """MB of each process of Python of the workers: the most that it ever had resident, what it shares with others
    included; and what is its own now with its share of the rest (PSS). Those that have coded nothing are left out."""
    found = []
    for folder in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if folder.name.isdigit() and b"pyspark.daemon" in (folder / "cmdline").read_bytes():
                if "verbale" in (folder / "maps").read_text():
                    status, rollup = (folder / "status").read_text(), (folder / "smaps_rollup").read_text()
                    found.append((_megabytes(status, "VmHWM:"), _megabytes(rollup, "Pss:")))
    return sorted(found)


def _megabytes(text: str, key: str) -> float:
    """What follows a key of the kernel's, which counts in units of 1,024 bytes."""
    return int(text.split(key)[1].split()[0]) * 1024 / 1e6
