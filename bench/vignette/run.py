"""Runs blocks of R one after the other in one session, in a folder of their own."""

import os
import shutil
import subprocess

MARK = "=== block ==="
PACKAGES = ("DBI", "RSQLite")


def missing(binary):
    """What is not there that the page needs, with how to get it; nothing where all is."""
    if not os.path.exists(binary):
        return f"{binary} (cargo build --release)"
    if not shutil.which("Rscript"):
        return "Rscript (apt-get install r-base-core)"
    if not shutil.which("duckdb"):
        return "duckdb (pip install duckdb-cli)"
    for package in PACKAGES:
        asked = ["Rscript", "--vanilla", "-e", f"quit(status = !requireNamespace('{package}', quietly = TRUE))"]
        if subprocess.run(asked, capture_output=True).returncode:
            return f"the package {package} of R (apt-get install r-cran-{package.lower()})"
    return None


def outputs(blocks, binary, folder):
    """What each block prints.

    Raises `RuntimeError` with R's words where a block fails.
    """
    script = os.path.join(folder, "page.R")
    with open(script, "w", encoding="utf8") as file:
        file.write("options(width = 100)\n")
        file.writelines(f'cat("{MARK}\\n")\n{block}\n' for block in blocks)
    path = os.pathsep.join([os.path.dirname(os.path.abspath(binary)), os.environ["PATH"]])
    environment = dict(os.environ, PATH=path, LC_ALL="C.UTF-8", TZ="UTC")
    ran = subprocess.run(["Rscript", "--vanilla", script], capture_output=True, cwd=folder,
                         env=environment, encoding="utf8")
    if ran.returncode:
        raise RuntimeError(ran.stderr.strip())
    return ran.stdout.split(MARK + "\n")[1:]
