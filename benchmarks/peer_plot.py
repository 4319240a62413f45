"""Peer plot: wall seconds by engine and size, as SVG, on a scale where every step is ten times the one before."""

import math
from collections.abc import Mapping
from html import escape

LEFT, WIDTH, LINE, TOP = 280, 420, 20, 34  # of the scale and its lines, in points
PRESS, PEER, RULE = "#8a1c1c", "#555", "#ddd"


def plot(results: Mapping[int, Mapping[str, float]]) -> str:
    """A dot for each run, a group for each size."""
    rows = [(pages, name, wall) for pages, walls in results.items() for name, wall in walls.items()]
    walls = [wall for *_, wall in rows]
    low, high = math.floor(math.log10(min(walls))), math.ceil(math.log10(max(walls)))
    high += low == high
    height = TOP + LINE * (len(rows) + len(results)) + 12

    def place(seconds: float) -> float:
        return round(LEFT + WIDTH * (math.log10(seconds) - low) / (high - low), 1)

    made = [(f'<svg xmlns="http://www.w3.org/2000/svg" font-family="serif" font-size="13" role="img" '
            f'aria-label="Wall seconds by engine and pages" viewBox="0 0 {LEFT + WIDTH + 70} {height}">'),
            f'<rect width="{LEFT + WIDTH + 70}" height="{height}" fill="#fff"/>']
    for power in range(low, high + 1):
        x = place(10.0 ** power)
        made.append(f'<path d="M{x} {TOP - 8}V{height - 8}" stroke="{RULE}"/>'
                    f'<text x="{x}" y="{TOP - 14}" text-anchor="middle" fill="{PEER}">{10.0 ** power:g} s</text>')
    y, before = TOP - LINE // 2, 0
    for pages, name, wall in rows:
        if pages != before:
            y, before = y + LINE, pages
            made.append(f'<text x="8" y="{y}" font-weight="bold">{pages} pages</text>')
        y += LINE
        x, ink = place(wall), PRESS if name.startswith("press") else PEER
        made.append(f'<text x="{LEFT - 12}" y="{y}" text-anchor="end" fill="{ink}">{escape(name)}</text>'
                    f'<path d="M{LEFT} {y - 4}H{x}" stroke="{ink}" stroke-opacity=".3"/>'
                    f'<circle cx="{x}" cy="{y - 4}" r="4.5" fill="{ink}"/>'
                    f'<text x="{x + 9}" y="{y}" fill="{ink}">{wall:.1f}</text>')
    return "\n".join([*made, "</svg>\n"])
