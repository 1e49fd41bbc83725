"""A measured figure with what it should be, and the table of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` in `unit`; the project promises that it is `at_least` or `at_most` so much."""

    group: str
    name: str
    value: float
    unit: str
    at_least: float | None = None
    at_most: float | None = None

    @property
    def kept(self) -> bool:
        """Is the promise kept? True if there is none."""
        low = self.at_least is None or self.value >= self.at_least
        return low and (self.at_most is None or self.value <= self.at_most)


def table(figures: Sequence[Figure]) -> str:
    """The figures as plain text, one a line under the name of its group."""
    rows = [(f.name, _number(f.value), f.unit, _promise(f)) for f in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines: list[str] = []
    for i, (figure, row) in enumerate(zip(figures, rows, strict=True)):
        if i == 0 or figure.group != figures[i - 1].group:
            lines += ["", figure.group]
        name, value, unit, promise = row
        line = f"  {name:{widths[0]}}  {value:>{widths[1]}} {unit:{widths[2]}}  {promise}"
        lines.append(line.rstrip())
    return "\n".join(lines[1:])


def _number(value: float) -> str:
    """Three digits that count, thousands apart: 0.0412, 1.35, 2,710."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def _promise(figure: Figure) -> str:
    if figure.at_least is not None:
        text = f"at least {_number(figure.at_least)}"
    elif figure.at_most is not None:
        text = f"at most {_number(figure.at_most)}"
    else:
        return ""
    return text if figure.kept else f"{text}: MISSED"
