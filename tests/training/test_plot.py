"""The calibration plot is well-formed and says what it is given."""

from __future__ import annotations

from xml.etree import ElementTree

from training.plot import calibration_plot

BINS = [(0.35, 0.4, 10), (0.95, 0.97, 90)]


def test_a_dot_and_a_bar_for_every_bin() -> None:
    picture = ElementTree.fromstring(calibration_plot(BINS, 0.041))
    space = "{http://www.w3.org/2000/svg}"
    assert len(picture.findall(f"{space}circle")) == len(BINS)
    assert len(picture.findall(f"{space}rect")) == len(BINS) + 1
    assert "0.041" in "".join(picture.itertext())
