"""The demo's illustrations: one motif per kind of product, a palette per area, drawn as SVG, rendered by resvg."""

from .motifs import MOTIFS, draw, motifs
from .palettes import PALETTES, palettes
from .places import landscape, portrait
from .rendering import jpeg, png
from .shopfronts import shopfront

__all__ = [
    "MOTIFS",
    "PALETTES",
    "draw",
    "jpeg",
    "landscape",
    "motifs",
    "palettes",
    "png",
    "portrait",
    "shopfront",
]
