"""Where goods are sold: a shop front, a market stand, a counter indoors."""

from . import vessels
from .palettes import PALETTES

STANDS = {"market"}
COUNTERS = {"supermarket", "hotel", "post_office"}


def shopfront(kind, *, palette):
    """A place of sale of this kind (960 × 960), in the colours of an area."""
    wall, shade, table, edge, accent = PALETTES[palette]
    body = (
        _stand(accent) if kind in STANDS else _counter(accent) if kind in COUNTERS else _house(kind, accent)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 960"><rect width="960" height="960" fill="{wall}"/>'
        f'<circle cx="760" cy="190" r="90" fill="#f4bd37" opacity=".85"/><path d="M0 560Q240 430 480 540T960 500V960H0z" fill="{shade}"/>'
        f'<rect y="780" width="960" height="180" fill="{table}"/><rect y="780" width="960" height="14" fill="{edge}"/>{body}</svg>'
    )


def _awning(x, y, width, accent):
    """A striped awning `width` wide whose upper edge starts at (x, y)."""
    stripe = width / 8
    return "".join(
        f'<path d="M{x + n * stripe:.0f} {y}h{stripe:.0f}v80a{stripe / 2:.0f} {stripe / 2:.0f} 0 0 1 -{stripe:.0f} 0z" fill="{accent if n % 2 else "#fdf3dc"}"/>'
        for n in range(8)
    )


def _goods(y, accent, count=4, *, left=300, width=360):
    colours = ("#d9862a", "#8a3d1b", "#dfc25a", "#2f6b3c", "#c2541a")
    return "".join(
        f'<g transform="translate({left + n * width / (count - 1):.0f} {y}) scale(.22)">{vessels.jar(colours[n], "#3d2413", accent, "leaf")}</g>'
        for n in range(count)
    )


def _house(kind, accent):
    upper = f'<rect x="250" y="210" width="460" height="190" fill="#f4ead6"/><path d="M300 260h90v100h-90zM435 260h90v100h-90zM570 260h90v100h-90z" fill="#5f9db3"/><path d="M220 210L480 110L740 210z" fill="{accent}"/>'
    road = '<path d="M40 880h130M260 880h130M480 880h130M700 880h130" stroke="#fff" stroke-width="16" opacity=".8"/>'
    return (
        (upper if kind == "centre" else f'<path d="M170 400L480 250L790 400z" fill="{accent}"/>')
        + '<rect x="200" y="390" width="560" height="400" fill="#fbf4e4"/><rect x="240" y="540" width="330" height="190" fill="#cfe3ea"/><rect x="610" y="530" width="110" height="260" fill="#6b4526"/><circle cx="630" cy="665" r="9" fill="#f4bd37"/>'
        + _goods(728, accent, 3, left=300, width=210)
        + _awning(180, 410, 600, accent)
        + (road if kind == "rest_stop" else "")
    )


def _stand(accent):
    return (
        '<path d="M230 400V790M730 400V790" stroke="#6b4526" stroke-width="22"/>'
        '<rect x="200" y="620" width="560" height="170" fill="#8a5a2b"/><rect x="180" y="604" width="600" height="26" rx="8" fill="#6b4526"/>'
        + _goods(606, accent, 5)
        + _awning(170, 330, 620, accent)
    )


def _counter(accent):
    return (
        f'<rect x="200" y="250" width="560" height="420" rx="12" fill="#fbf4e4"/><rect x="200" y="250" width="560" height="70" rx="12" fill="{accent}"/>'
        '<path d="M220 470h520M220 640h520" stroke="#6b4526" stroke-width="16"/>'
        + _goods(464, accent, 5)
        + _goods(634, accent, 4)
        + f'<rect x="170" y="690" width="620" height="110" rx="10" fill="#6b4526"/><rect x="170" y="690" width="620" height="22" fill="{accent}"/>'
    )
