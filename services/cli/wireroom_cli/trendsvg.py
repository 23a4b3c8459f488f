"""Small multiples of trends as one SVG, which follows the reader's light or dark."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from html import escape
from typing import Any

from wireroom_cli.sparklines import Curve

Row = Mapping[str, Any]

COLUMNS = 3
WIDTH, HEIGHT, GAP = 280, 154, 24
LEFT, TOP, PLOT_WIDTH, PLOT_HEIGHT = 34, 46, 236, 76
MARGIN, HEAD = 24, 56
LONGEST = 34
LEGEND = "original articles an hour; dashed: the same hours of the six days before; ▲: it was told that it rises"
STYLE = """
    :root { color-scheme: light dark; }
    .ground { fill: #ffffff; } .panel { fill: #f5f6f8; }
    text { font-family: system-ui, "Segoe UI", "DejaVu Sans", sans-serif; fill: #1c2430; }
    .title { font-size: 18px; font-weight: 600; } .name { font-size: 13px; font-weight: 600; }
    .small { font-size: 10.5px; fill: #5a6472; } .axis { stroke: #c3c9d2; stroke-width: 1; }
    .area { fill: #2f6fd0; fill-opacity: .18; } .line { fill: none; stroke: #2f6fd0; stroke-width: 2; }
    .usual { fill: none; stroke: #7a8494; stroke-width: 1.5; stroke-dasharray: 3 3; }
    .rose { fill: #c2410c; } text.hot { fill: #b23a06; font-weight: 600; }
    @media (prefers-color-scheme: dark) {
      .ground { fill: #12161c; } .panel { fill: #1c222b; } text { fill: #e8ecf2; } .small { fill: #a3adbb; }
      .axis { stroke: #424c5a; } .area { fill: #7ab0ff; fill-opacity: .22; } .line { stroke: #7ab0ff; }
      .usual { stroke: #98a3b3; } .rose { fill: #ff9d5c; } text.hot { fill: #ffac75; }
    }
"""


def drawn(rows: Sequence[Row], now: datetime) -> str:
    """A panel for each row: originals by hour of the last day over its usual ones, a mark where it rose."""
    columns = min(COLUMNS, max(len(rows), 1))
    lines = -(-len(rows) // columns)
    width = 2 * MARGIN + columns * WIDTH + (columns - 1) * GAP
    width = max(width, 620)
    height = MARGIN + HEAD + lines * (HEIGHT + GAP)
    panels = [_panel(row, index % columns, index // columns) for index, row in enumerate(rows)]
    nothing = [] if rows else [_text("Nothing to draw.", MARGIN, MARGIN + HEAD, "small")]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
            ' role="img">',
            f"<title>Trends as of {now:%Y-%m-%d %H:%M} UTC</title>",
            f"<style>{STYLE}</style>",
            f'<rect class="ground" width="{width}" height="{height}"/>',
            _text(f"Trends as of {now:%Y-%m-%d %H:%M} UTC", MARGIN, MARGIN + 14, "title"),
            _text(LEGEND, MARGIN, MARGIN + 34, "small"),
            *nothing,
            *panels,
            "</svg>\n",
        ]
    )


def _panel(row: Row, column: int, line: int) -> str:
    x, y = MARGIN + column * (WIDTH + GAP), MARGIN + HEAD + line * (HEIGHT + GAP)
    curve: Curve = row["curve"]
    hours = _points(curve.hours, curve.top)
    base = TOP + PLOT_HEIGHT
    return "\n".join(
        [
            f'<g transform="translate({x} {y})">',
            f'<rect class="panel" width="{WIDTH}" height="{HEIGHT}" rx="6"/>',
            _text(_shortened(str(row["label"])), 12, 20, "name"),
            _text(_told(row), 12, 36, "small hot" if row["goes_on"] else "small"),
            f'<path class="axis" d="M{LEFT} {base}h{PLOT_WIDTH}"/>',
            _text(f"{curve.top:.0f}", LEFT - 5, TOP + 4, "small", anchor="end"),
            _text("0", LEFT - 5, base + 3, "small", anchor="end"),
            f'<path class="area" d="M{LEFT} {base}L{hours}L{LEFT + PLOT_WIDTH} {base}Z"/>',
            f'<path class="usual" d="M{_points(curve.usual, curve.top)}"/>',
            f'<path class="line" d="M{hours}"/>',
            _mark(row, curve),
            _text(f"{curve.begin:%a %H:%M}", LEFT, base + 21, "small"),
            _text(f"{curve.end:%a %H:%M}", LEFT + PLOT_WIDTH, base + 21, "small", anchor="end"),
            "</g>",
        ]
    )


def _points(values: Sequence[float], top: float) -> str:
    step = PLOT_WIDTH / (len(values) - 1)
    return "L".join(
        f"{LEFT + index * step:.1f} {TOP + PLOT_HEIGHT * (1 - value / top):.1f}" for index, value in enumerate(values)
    )


def _mark(row: Row, curve: Curve) -> str:
    """Where it was told that it rises, if that is in the picture."""
    if row["rose_at"] is None or row["rose_at"] < curve.begin:
        return ""
    place = (row["rose_at"] - curve.begin) / timedelta(hours=1)
    x = LEFT + min(place, len(curve.hours) - 1) * PLOT_WIDTH / (len(curve.hours) - 1)
    shape = f"M{x:.1f} {TOP + PLOT_HEIGHT}l-5 8h10z"
    return f'<path class="rose" d="{shape}"><title>rose {row["rose_at"]:%H:%M}</title></path>'


def _told(row: Row) -> str:
    when = "" if row["rose_at"] is None else f"rose {row['rose_at']:%a %H:%M}: "
    return f"{when}{row['originals']} in an hour, {row['expected']:.1f} expected"


def _shortened(label: str) -> str:
    return label if len(label) <= LONGEST else label[: LONGEST - 1].rstrip() + "…"


def _text(words: str, x: float, y: float, style: str, anchor: str = "start") -> str:
    return f'<text class="{style}" x="{x}" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'
