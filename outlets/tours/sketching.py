"""A tour on the picture of the province: what is seen without a script, and on paper."""

from ..finding import mapping

TONES = 6  # looks of a day, as in tours.css and tour_map.js


def sketch(guide):
    """The stops on the picture of the province: points with their numbers, a line a day, and the part to show."""
    marks = [(mapping.on_picture(*halt.plan.point), halt) for halt in guide.halts if halt.plan.point]
    marks = [(point, halt) for point, halt in marks if point]
    if len(marks) < 2:
        return None
    lines = {}
    for (x, y), halt in marks:
        lines.setdefault(halt.stop.day, []).append(f"{x:.1f},{y:.1f}")
    xs, ys = [x for (x, _y), _halt in marks], [y for (_x, y), _halt in marks]
    wide, high = max(max(xs) - min(xs) + 90, 300), max(max(ys) - min(ys) + 90, 200)
    left = min(max((max(xs) + min(xs) - wide) / 2, 0), max(mapping.WIDTH - wide, 0))
    top = min(max((max(ys) + min(ys) - high) / 2, 0), max(mapping.HEIGHT - high, 0))
    return {
        "marks": gathered(marks, wide / 16),
        "lines": [
            ((day - 1) % TONES + 1, " ".join(points)) for day, points in lines.items() if len(points) > 1
        ],
        "window": f"{left:.0f} {top:.0f} {wide:.0f} {high:.0f}",
        "radius": round(wide / 32, 1),
        "width": mapping.WIDTH,
        "height": mapping.HEIGHT,
    }


def gathered(marks, near):
    """[(point, text, tone of its day)]: marks that would lie on each other are one, with their numbers."""
    found = []
    for (x, y), halt in marks:
        group = next((each for each in found if abs(each[0] - x) < near and abs(each[1] - y) < near), None)
        if group:
            group[2].append(halt)
        else:
            found.append((x, y, [halt]))
    return [
        ((x, y), "·".join(str(halt.number) for halt in halts), (halts[0].stop.day - 1) % TONES + 1)
        for x, y, halts in found
    ]
