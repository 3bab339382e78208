"""A tour on the picture of the province: what is seen without a script, and on paper."""

from ..finding import mapping

TONES = 6  # looks of a day, as in tours.css and tour_map.js


def sketch(guide):
    """The stops on the picture of the province: points with their numbers, a line a day, and the part to show."""
    marks = [(mapping.on_picture(*halt.plan.point), halt) for halt in guide.halts if halt.plan.point]
    marks = [(point, halt) for point, halt in marks if point]
    if len(marks) < 2:
        return None
    lines: dict[int, list[str]] = {}
    for (x, y), halt in marks:
        lines.setdefault(halt.stop.day, []).append(f"{x:.1f},{y:.1f}")
    xs, ys = [x for (x, _y), _halt in marks], [y for (_x, y), _halt in marks]
    wide = max(max(xs) - min(xs) + 110, 300)
    high = max(max(ys) - min(ys) + 90, wide * 0.7)
    left = min(max((max(xs) + min(xs) - wide) / 2, 0), max(mapping.WIDTH - wide, 0))
    top = min(max((max(ys) + min(ys) - high) / 2, 0), max(mapping.HEIGHT - high, 0))
    return {
        "marks": gathered(marks, round(wide / 32, 1)),
        "lines": [
            ((day - 1) % TONES + 1, " ".join(points)) for day, points in lines.items() if len(points) > 1
        ],
        "window": f"{left:.0f} {top:.0f} {wide:.0f} {high:.0f}",
        "radius": f"{wide / 32:.1f}",
        "high": f"{wide / 16:.1f}",
        "width": mapping.WIDTH,
        "height": mapping.HEIGHT,
    }


def look_of(halts):
    """The class of a mark: that of its day, and none for stops of several days."""
    days = {halt.stop.day for halt in halts}
    return "mixed" if len(days) > 1 else f"day-{(days.pop() - 1) % TONES + 1}"


def gathered(marks, radius):
    """[{"x", "y", "text", "look", "left", "wide"}]: marks that would lie on each other are one, with their numbers."""
    found: list[tuple] = []
    for (x, y), halt in marks:
        near = (each for each in found if abs(each[0] - x) < 2.5 * radius and abs(each[1] - y) < 2 * radius)
        group = next(near, None)
        if group:
            group[2].append(halt)
        else:
            found.append((x, y, [halt]))
    return [_mark(x, y, halts, radius) for x, y, halts in found]


def _mark(x, y, halts, radius):
    numbers = [halt.number for halt in halts]
    row = numbers[-1] - numbers[0] == len(numbers) - 1
    text = f"{numbers[0]}–{numbers[-1]}" if row and len(numbers) > 1 else ", ".join(map(str, numbers))
    wide = radius * (2 + 0.6 * (len(text) - 1))
    return {"x": f"{x:.1f}", "y": f"{y:.1f}", "text": text, "look": look_of(halts),
            "wide": f"{wide:.1f}", "left": f"{-wide / 2:.1f}"}  # fmt: skip
