"""The page: blocks of R, each with what it prints below it where it prints something."""

import re

BLOCK = re.compile(r"^```r\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.M | re.S)


def blocks(page):
    """The blocks of R, in order, each with what the page says that it prints."""
    return [(m.group(1), m.group(2) or "") for m in BLOCK.finditer(page)]


def answered(page, outputs):
    """The page with these outputs, one a block."""
    rest = iter(outputs)

    def block(match):
        said = next(rest)
        return f"```r\n{match.group(1)}```\n" + (f"\n```text\n{said}```\n" if said else "")

    return BLOCK.sub(block, page)
