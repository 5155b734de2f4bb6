"""One run of the program over one file: processor time, peak memory, exit code, what it said."""

import os
import resource
import tempfile
from dataclasses import dataclass
from pathlib import Path

CPU_SECONDS = 300


@dataclass
class Cost:
    """Seconds of processor time, peak memory in MB, exit code (negative: a signal), standard error."""

    seconds: float
    megabytes: float
    code: int
    said: str


def run(command):
    """Runs a command with nothing on standard output and a limit on its processor time."""
    with tempfile.TemporaryFile() as errors:
        pid = os.fork()
        if pid == 0:
            resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(errors.fileno(), 2)
            os.execv(command[0], command)
        _, status, usage = os.wait4(pid, 0)
        errors.seek(0)
        said = errors.read().decode("utf-8", "replace")
    seconds = usage.ru_utime + usage.ru_stime
    return Cost(seconds, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status), said)


def coded(program, kind, data):
    """What it costs to code one document of `kind`, its start included."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / ("document.html" if kind == "pages" else "document.txt")
        path.write_bytes(data)
        verb = "extract" if kind == "pages" else "code"
        return run([str(program), verb, "--quiet", str(path)])
