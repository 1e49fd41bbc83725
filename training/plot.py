"""The picture of how well scores are calibrated, as SVG; training.make writes it."""

from __future__ import annotations

from collections.abc import Sequence

SIDE, MARGIN = 360, 48


def calibration_plot(bins: Sequence[tuple[float, float, int]], error: float) -> str:
    """A reliability diagram. `bins`: mean score, share that is right, and count of each bin."""
    most = max(count for _, _, count in bins)
    bars = [
        f'<rect x="{_x(score) - 9:.1f}" y="{_y(0) - 60 * count / most:.1f}" width="18" '
        f'height="{60 * count / most:.1f}" fill="#d8d8d2"/>'
        for score, _, count in bins
    ]
    dots = [
        f'<circle cx="{_x(score):.1f}" cy="{_y(right):.1f}" r="5" fill="#2a62b8">'
        f"<title>{count} statements scored {score:.2f} on average, {right:.2f} right</title>"
        "</circle>"
        for score, right, count in bins
    ]
    ticks = [
        f'<text x="{_x(t):.1f}" y="{_y(0) + 18:.1f}" text-anchor="middle">{t:.1f}</text>'
        f'<text x="{_x(0) - 8:.1f}" y="{_y(t) + 4:.1f}" text-anchor="end">{t:.1f}</text>'
        for t in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    ]
    size = SIDE + 2 * MARGIN
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" '
            'font-family="sans-serif" font-size="12">',
            f'<rect width="{size}" height="{size}" fill="#fff"/>',
            f'<path d="M{_x(0)} {_y(1)}V{_y(0)}H{_x(1)}" fill="none" stroke="#333"/>',
            f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#999" stroke-dasharray="4 4"/>',
            *bars,
            *dots,
            *ticks,
            f'<text x="{_x(0.5)}" y="{size - 8}" text-anchor="middle">score</text>',
            f'<text x="{_x(0.04)}" y="{_y(1) - 14}">share that is right '
            f"(expected calibration error {error:.3f}; bars: how many)</text>",
            "</svg>",
            "",
        ]
    )


def _x(value: float) -> float:
    return MARGIN + SIDE * value


def _y(value: float) -> float:
    return MARGIN + SIDE * (1 - value)
