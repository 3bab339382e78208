"""SVG to pixels."""

import io

import resvg_py
from PIL import Image


def png(svg, size):
    """`svg` as PNG bytes, `size` pixels wide."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=size))


def jpeg(svg, size, quality=82):
    """`svg` as JPEG bytes, `size` pixels wide."""
    out = io.BytesIO()
    Image.open(io.BytesIO(png(svg, size))).convert("RGB").save(out, "JPEG", quality=quality, progressive=True)
    return out.getvalue()
