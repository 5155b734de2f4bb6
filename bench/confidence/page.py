"""The figures in `docs/confidence.md`, between two marks."""

from accuracy.task import Failure

BEGIN, END = "<!-- written by python3 bench/confidence -->", "<!-- end -->"


def write(path, lines):
    """Puts lines in place of what stands between the marks."""
    with open(path, encoding="utf8") as file:
        page = file.read()
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise Failure(f"{path}: it has not the lines `{BEGIN}` and `{END}`")
    with open(path, "w", encoding="utf8", newline="\n") as file:
        file.write("\n".join([before + begin, *lines, "", end]) + after)
