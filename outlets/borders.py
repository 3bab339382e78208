"""Whether a point can lie in Vietnam: a border drawn by hand, to about fifteen kilometres.

It refuses slips of the pen and swapped numbers, not the neighbour's field: each line lies a little outside.
"""

from bisect import bisect
from decimal import Decimal

from .models.outlet import LATITUDES, LONGITUDES

# (latitude, how far west Vietnam reaches there), degrees of WGS 84, from south to north: Cambodia, Laos, China.
WEST = (
    (6.0, 103.0), (9.6, 103.2), (10.3, 103.6), (10.36, 104.2), (10.5, 104.75), (10.85, 104.85), (11.05, 105.75),
    (11.5, 105.6), (11.85, 105.75), (12.15, 106.55), (12.35, 107.1), (13.0, 107.3), (13.6, 107.35), (14.4, 107.15),
    (15.3, 107.3), (15.9, 106.9), (16.3, 106.55), (16.65, 106.35), (17.0, 106.25), (17.4, 105.9), (17.9, 105.4),
    (18.3, 104.95), (18.75, 104.35), (19.2, 103.7), (19.7, 103.75), (20.1, 104.4), (20.35, 104.3), (20.55, 104.1), (20.7, 103.4),
    (20.9, 102.8), (21.6, 102.45), (22.1, 101.95), (22.6, 101.95), (22.9, 103.1), (23.1, 104.2), (23.5, 104.7),
)  # fmt: skip
# (longitude, how far north it reaches there), from west to east: China, then the open sea past Hainan.
NORTH = (
    (102.0, 22.65), (103.3, 22.95), (104.0, 23.0), (104.9, 23.4), (105.4, 23.5), (105.9, 23.35), (106.8, 23.05),
    (106.95, 22.2), (107.6, 21.75), (108.15, 21.7), (108.3, 20.4), (108.5, 18.0), (111.2, 17.9), (118.0, 17.9),
)  # fmt: skip


def in_vietnam(latitude: Decimal | float | str, longitude: Decimal | float | str) -> bool:
    """Whether the point (degrees of WGS 84) lies within the border, its islands included."""
    north, east = float(latitude), float(longitude)
    if not (LATITUDES[0] <= north <= LATITUDES[1] and LONGITUDES[0] <= east <= LONGITUDES[1]):
        return False
    return _on(WEST, north) <= east and north <= _on(NORTH, east)


def _on(line, at):
    """Where the line is at `at`, between its two nearest corners."""
    right = min(max(bisect(line, (at,)), 1), len(line) - 1)
    (x0, y0), (x1, y1) = line[right - 1], line[right]
    return y0 + (y1 - y0) * (at - x0) / (x1 - x0)
