"""What came of a question, as a picture: Vega-Altair draws it, vl-convert makes a PNG of it.

Nothing here needs a display, a browser or the network. What is on it is also said in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from community.files import File

WIDTH, BAR = 420, 34
"""Points: a phone shows it whole."""
COLOUR = "#2f6f8f"
SCALE, FONT = 2, 13
"""Pixels a point, and points a letter."""
LINE, LABEL = 56, 28
"""Characters in a line of the title, and beside a bar."""


def bars(question: str, labels: Sequence[str], shares: Sequence[int], *, around: int = 0) -> File:
    """Shares in per cent, one bar each, in their order; 0 and 100 are so but for `around`."""
    import altair

    rows = [
        {
            "label": "\n".join(wrap(label, LABEL)),
            "share": share,
            "told": _told(share, around),
            "n": n,
        }
        for n, (label, share) in enumerate(zip(labels, shares, strict=True))
    ]
    across = altair.X("share:Q", axis=None, scale=altair.Scale(domain=[0, 100]))
    down = altair.Y("label:N", title=None, sort=altair.EncodingSortField("n", op="min")).axis(
        labelLimit=220, labelExpr="split(datum.label, '\\n')", ticks=False, domain=False
    )
    base = altair.Chart(altair.InlineData(values=rows)).encode(across, down)
    beside = base.mark_text(align="left", dx=5, fontSize=FONT).encode(text="told:N")
    chart = (base.mark_bar(color=COLOUR) + beside).properties(
        width=WIDTH, height=BAR * len(rows),
        title=altair.Title(wrap(question, LINE), anchor="start"),
    )  # fmt: skip
    quiet = chart.configure_view(stroke=None).configure_axis(labelFontSize=FONT)
    return File("results.png", "image/png", _png(quiet.to_json()))


def _told(share: int, around: int) -> str:
    marks = {0: f"≤ {around} %", 100: f"≥ {100 - around} %"} if around else {}
    return marks.get(share, f"{share} %")


def _png(spec: str) -> bytes:
    import vl_convert

    return bytes(vl_convert.vegalite_to_png(spec, scale=SCALE))
