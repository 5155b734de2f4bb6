"""From `pip install` of a wheel in a fresh environment to the end of `docs/python.md`."""

import re
import shutil
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def tutorial(wheel: Path, python: str, folder: Path) -> str:
    """Seconds of the clock of each step."""
    subprocess.run([python, "-m", "venv", folder / "venv"], check=True)
    shutil.copytree(ROOT / "examples", folder / "examples")
    page = (ROOT / "docs/python.md").read_text(encoding="utf-8")
    examples = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (folder / "tutorial.py").write_text("".join(examples), encoding="utf-8")
    begun = time.monotonic()
    pip = [folder / "venv/bin/python", "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, f"{wheel}[pandas]", "matplotlib"], check=True)
    installed = time.monotonic()
    subprocess.run([folder / "venv/bin/python", "tutorial.py"], check=True, cwd=folder, stdout=subprocess.DEVNULL)
    ended = time.monotonic()
    return (f"pip install of the wheel with pandas, pyarrow and matplotlib in a fresh environment: "
            f"{installed - begun:.0f} s; the code of the tutorial: {ended - installed:.1f} s")
