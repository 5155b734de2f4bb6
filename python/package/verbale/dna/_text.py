"""Texts as the program counts them: in UTF-16, of which letters beyond the first plane take two units."""

from __future__ import annotations

import hashlib

from verbale.dna._schema import LONGEST


class Units:
    """Offsets in a text, from code points to units of UTF-16 and back."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, letter in enumerate(text) if ord(letter) > 0xFFFF]

    def of(self, point: int) -> int:
        """Give the unit at which a code point begins."""
        return point + sum(1 for at in self._wide if at < point)

    def point(self, unit: int) -> int:
        """Give the code point that a unit begins, or stands in."""
        point = unit
        for n, at in enumerate(self._wide):
            if at + n >= unit:
                break
            point = max(unit - n - 1, at)
        return point


def short(text: str) -> str:
    """Give a text that fits: one that is too long ends in a hash, so that no two become one."""
    line = " ".join(text.split())
    if len(line) + sum(ord(letter) > 0xFFFF for letter in line) <= LONGEST:
        return line
    return f"{line[: LONGEST // 2]}… {hashlib.sha256(line.encode()).hexdigest()[:12]}"
