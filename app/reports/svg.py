"""Charts as inline SVG: colours by class, so that the page's light, dark and printed colours reach them; figures said in words."""

from collections.abc import Sequence

from lxml import etree

from app.reports.page import Bars, Chart, Curve, Strip, Tone, number
from app.reports.visible import visible

WIDTH = 720.0
LABEL, GAP, BAR = 214.0, 10.0, 26.0
LEFT, RIGHT, TOP, BOTTOM = 56.0, 18.0, 30.0, 44.0
FACE = 7.2
"""The width of a letter of the labels, on average and generously."""


def drawn(chart: Chart, language: str) -> etree._Element:
    """A chart as an SVG element, named for those who do not see it."""
    match chart:
        case Bars():
            return _bars(chart, language)
        case Strip():
            return _strip(chart, language)
        case Curve():
            return _curve(chart, language)


def legend(chart: Chart) -> list[tuple[Tone, str]]:
    """The tones of a chart and what they mean."""
    return [(series.tone, series.name) for series in chart.series if any(series.values)] if isinstance(chart, Bars) else []


def _svg(title: str, height: float) -> etree._Element:
    root = etree.Element("svg", {"viewBox": f"0 0 {WIDTH:g} {height:g}", "role": "img", "class": "chart"})
    root.set("aria-label", visible(title))
    return root


def _put(parent: etree._Element, name: str, text: str = "", **attributes: float | str) -> etree._Element:
    shape = etree.SubElement(parent, name)
    for key, value in attributes.items():
        shape.set(key.rstrip("_").replace("_", "-"), f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value))
    if text:
        shape.text = visible(text)
    return shape


def _bars(chart: Bars, language: str) -> etree._Element:
    sums = [sum(series.values[at] for series in chart.series) for at in range(len(chart.names))]
    scale = (WIDTH - LABEL - 60) / max([*sums, 1])
    root = _svg(chart.title, len(chart.names) * (BAR + GAP) + GAP)
    for at, name in enumerate(chart.names):
        y = GAP + at * (BAR + GAP)
        _put(root, "text", _short(name, 30), x=LABEL - 12, y=y + BAR * 0.68, class_="label end")
        x = LABEL
        for series in chart.series:
            value = series.values[at]
            if not value:
                continue
            width = value * scale
            bar = _put(root, "rect", x=x, y=y, width=max(1.0, width - 1.5), height=BAR, rx=2.0, class_=f"fill {series.tone}")
            _put(bar, "title", f"{name}, {series.name}: {number(value, language)}")
            if width > 22:
                _put(root, "text", number(value, language), x=x + (width - 1.5) / 2, y=y + BAR * 0.68, class_="inside middle")
            x += width
        _put(root, "text", f"{number(sums[at], language)}{chart.unit}", x=x + 8, y=y + BAR * 0.68, class_="label strong")
    return root


def _strip(chart: Strip, language: str) -> etree._Element:
    height = 206.0
    root = _svg(chart.title, height)
    _axes(root, height, [(share / 4, f"{25 * share} %") for share in range(5)], chart.up)
    count = max(1, len(chart.values))
    step = (WIDTH - LEFT - RIGHT) / count
    for at, (value, tone) in enumerate(zip(chart.values, chart.tones, strict=True)):
        bar_height = max(2.0, value * (height - TOP - BOTTOM))
        y = height - BOTTOM - bar_height
        gap = min(3.0, step * 0.15)
        bar = _put(root, "rect", x=LEFT + at * step + gap / 2, y=y, width=max(0.6, step - gap), height=bar_height, class_=f"fill {tone}")
        _put(bar, "title", f"{chart.names[at]}: {number(100 * value, language, 0)} %")
    every = max(1, -(-count * 38 // int(WIDTH - LEFT - RIGHT)))
    for at in range(0, count, every):
        _put(root, "text", chart.names[at], x=LEFT + (at + 0.5) * step, y=height - BOTTOM + 16, class_="tick middle")
    _put(root, "text", chart.across, x=(LEFT + WIDTH - RIGHT) / 2, y=height - 6, class_="axis middle")
    return root


def _curve(chart: Curve, language: str) -> etree._Element:
    height = 310.0
    root = _svg(chart.title, height)
    unit = " %" if chart.percent else ""
    across = _ticks(max([x for x, _y in chart.points], default=0.0), chart.percent)
    up = _ticks(max([*(y for _x, y in chart.points), chart.limit or 0.0]), chart.percent)
    _axes(root, height, [(value / up[-1], f"{number(value, language)}{unit}") for value in up], chart.up)
    left, right = (min([x for x, _y in chart.points], default=0.0), across[-1]) if chart.names else (0.0, across[-1])

    def at(x: float, y: float) -> tuple[float, float]:
        share = (x - left) / (right - left) if right > left else 0.5
        return LEFT + share * (WIDTH - LEFT - RIGHT), height - BOTTOM - y / up[-1] * (height - TOP - BOTTOM)

    named = list(zip((x for x, _y in chart.points), chart.names, strict=False)) or [(x, f"{number(x, language)}{unit}") for x in across]
    for x, name in _thinned(named, 8):
        _put(root, "text", _short(name, 14), x=at(x, 0)[0], y=height - BOTTOM + 17, class_="tick middle")
    if chart.limit is not None:
        y = at(0, chart.limit)[1]
        _put(root, "line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, class_="limit")
    _line(root, [at(x, y) for x, y in chart.points])
    for x, y, words, tone in chart.notes:
        place = at(x, y)
        dot = _put(root, "circle", cx=place[0], cy=place[1], r=5.0, class_=f"fill dot {tone}")
        _put(dot, "title", words)
        said = number(y, language) if chart.names else words
        if len(chart.notes) <= 12:
            end = place[0] + 12 + len(said) * FACE > WIDTH - RIGHT
            above = 4 if chart.percent else -8  # a falling curve leaves the room beside a point free, and lines are struck through less
            _put(root, "text", said, x=place[0] - 12 if end else place[0] + 12, y=place[1] + above, class_="label end" if end else "label")
    _put(root, "text", chart.across, x=(LEFT + WIDTH - RIGHT) / 2, y=height - 6, class_="axis middle")
    return root


def _line(root: etree._Element, places: Sequence[tuple[float, float]]) -> None:
    if len(places) > 1:
        _put(root, "polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in places), class_="line")


def _axes(root: etree._Element, height: float, levels: Sequence[tuple[float, str]], up: str) -> None:
    for share, name in levels:
        y = height - BOTTOM - share * (height - TOP - BOTTOM)
        _put(root, "line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, class_="grid" if share else "base")
        _put(root, "text", name, x=LEFT - 8, y=y + 4, class_="tick end")
    _put(root, "text", up, x=LEFT, y=14.0, class_="axis")


def _ticks(highest: float, percent: bool) -> list[float]:
    """Round levels from 0 to a little above the highest value; percent stop at 100."""
    if percent and highest > 50:
        return [0.0, 25.0, 50.0, 75.0, 100.0]
    step = 1.0
    while highest / step > 5:
        step *= 2.5 if str(step).startswith("2") or str(step).startswith("0.2") else 2
    count = max(1, -(-int(highest * 1000) // int(step * 1000)))
    return [step * at for at in range(count + 1)]


def _thinned(named: Sequence[tuple[float, str]], most: int) -> list[tuple[float, str]]:
    every = max(1, -(-len(named) // most))
    return list(named[::every])


def _short(name: str, most: int) -> str:
    return name if len(name) <= most else name[: most - 1] + "…"
