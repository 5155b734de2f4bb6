"""Runs the notebooks of the documentation and holds what they print against what stands in them.

    python notebooks.py [--update] NOTEBOOK...

With --update it writes what they print instead. Pictures are made and not compared.
"""

import sys
import tempfile

import nbformat
from nbclient import NotebookClient


def printed(notebook):
    """Give what each cell prints or gives, as text."""
    return [
        [output.get("text") or output["data"]["text/plain"] for output in cell.outputs]
        for cell in cells(notebook)
    ]


def cells(notebook):
    """Give the cells with code."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def run(path, update):
    """Run one notebook in an empty folder; whether it printed what it says, or was written anew."""
    notebook = nbformat.read(path, as_version=4)
    said = printed(notebook)
    with tempfile.TemporaryDirectory() as folder:
        NotebookClient(notebook, timeout=300, resources={"metadata": {"path": folder}}).execute()
    if update:
        for cell in cells(notebook):
            cell.metadata.clear()
        nbformat.write(notebook, path)
        return True
    for cell, was, now in zip(cells(notebook), said, printed(notebook), strict=True):
        if was != now:
            print(f"{path}: a cell prints otherwise than it says\n{cell.source}")
            print(f"--- it says\n{was}\n--- it prints\n{now}")
    return said == printed(notebook)


def main():
    """Run all that are named."""
    words = sys.argv[1:]
    update = "--update" in words
    paths = [word for word in words if word != "--update"]
    if not paths:
        sys.exit(__doc__)
    done = [run(path, update) for path in paths]
    sys.exit(0 if all(done) else 1)


if __name__ == "__main__":
    main()
