"""What goods come in: bottles, jars, boxes, sacks, bowls. Each returns SVG around (0, 0) = middle of its foot."""


def shadow(width):
    return f'<ellipse cx="0" cy="6" rx="{width * 0.62:.0f}" ry="{width * 0.11:.0f}" fill="#3a2a18" opacity=".2"/>'


def label(x, y, width, height, accent, mark):
    """A paper label with an abstract mark; no letters."""
    middle = x + width / 2
    marks = {
        "wave": f'<path d="M{x + width * 0.2:.0f} {y + height * 0.5:.0f}q{width * 0.15:.0f} -{height * 0.22:.0f} {width * 0.3:.0f} 0t{width * 0.3:.0f} 0" fill="none" stroke="{accent}" stroke-width="9" stroke-linecap="round"/>',
        "sun": f'<circle cx="{middle:.0f}" cy="{y + height * 0.46:.0f}" r="{min(width, height) * 0.2:.0f}" fill="{accent}"/>',
        "leaf": f'<path d="M{middle:.0f} {y + height * 0.2:.0f}q{width * 0.3:.0f} {height * 0.25:.0f} 0 {height * 0.52:.0f}q-{width * 0.3:.0f} -{height * 0.27:.0f} 0 -{height * 0.52:.0f}" fill="{accent}"/>',
        "hill": f'<path d="M{x + width * 0.12:.0f} {y + height * 0.68:.0f}l{width * 0.25:.0f} -{height * 0.4:.0f} {width * 0.18:.0f} {height * 0.24:.0f} {width * 0.13:.0f} -{height * 0.14:.0f} {width * 0.2:.0f} {height * 0.3:.0f}z" fill="{accent}"/>',
    }
    lines = f'<path d="M{x + width * 0.25:.0f} {y + height * 0.84:.0f}h{width * 0.5:.0f}" stroke="{accent}" stroke-width="7" stroke-linecap="round" opacity=".6"/>'
    return f'<rect x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{height:.0f}" rx="8" fill="#fbf4e2"/>{marks[mark]}{lines}'


def bottle(body, cap, accent, mark, *, width=170, height=470):
    w, h = width / 2, height
    return (
        shadow(width)
        + f'<path d="M{-w} 0Q{-w} 8 {-w + 14} 8H{w - 14}Q{w} 8 {w} 0V{-h * 0.56:.0f}Q{w} {-h * 0.68:.0f} {w * 0.36:.0f} {-h * 0.76:.0f}V{-h * 0.9:.0f}H{-w * 0.36:.0f}V{-h * 0.76:.0f}Q{-w} {-h * 0.68:.0f} {-w} {-h * 0.56:.0f}z" fill="{body}"/>'
        + f'<path d="M{w * 0.52:.0f} 8H{w - 14}Q{w} 8 {w} 0V{-h * 0.56:.0f}Q{w} {-h * 0.64:.0f} {w * 0.62:.0f} {-h * 0.7:.0f}z" fill="#1b0d05" opacity=".2"/>'
        + f'<path d="M{-w * 0.72:.0f} {-h * 0.1:.0f}V{-h * 0.54:.0f}" stroke="#fff" stroke-width="13" stroke-linecap="round" opacity=".35"/>'
        + f'<rect x="{-w * 0.42:.0f}" y="{-h:.0f}" width="{w * 0.84:.0f}" height="{h * 0.13:.0f}" rx="9" fill="{cap}"/>'
        + label(-w + 4, -h * 0.46, width - 8, h * 0.32, accent, mark)
    )


def jar(content, lid, accent, mark, *, width=260, height=310):
    w, h = width / 2, height
    return (
        shadow(width)
        + f'<rect x="{-w}" y="{-h * 0.86:.0f}" width="{width}" height="{h * 0.89:.0f}" rx="34" fill="{content}"/>'
        + f'<path d="M{w * 0.55:.0f} {-h * 0.86:.0f}h{w * 0.45 - 34:.0f}a34 34 0 0 1 34 34V{h * 0.03 - 34:.0f}a34 34 0 0 1 -34 34h-{w * 0.45 - 34:.0f}z" fill="#1b0d05" opacity=".14"/>'
        + f'<path d="M{-w + 26:.0f} {-h * 0.12:.0f}V{-h * 0.68:.0f}" stroke="#fff" stroke-width="15" stroke-linecap="round" opacity=".5"/>'
        + f'<rect x="{-w + 12:.0f}" y="{-h:.0f}" width="{width - 24}" height="{h * 0.19:.0f}" rx="13" fill="{lid}"/><rect x="{-w + 12:.0f}" y="{-h * 0.87:.0f}" width="{width - 24}" height="9" fill="#1b0d05" opacity=".18"/>'
        + label(-w * 0.62, -h * 0.62, width * 0.62, h * 0.42, accent, mark)
    )


def box(colour, side, accent, mark, *, width=300, height=330):
    w = width / 2
    return (
        shadow(width)
        + f'<path d="M{w} 6l58 -38v{-height + 26}l-58 12z" fill="{side}"/><rect x="{-w}" y="{-height}" width="{width}" height="{height + 6}" rx="6" fill="{colour}"/><path d="M{-w} {-height}l52 -26h{width + 6}l-58 26z" fill="{side}" opacity=".75"/>'
        + label(-w * 0.66, -height * 0.78, width * 0.66, height * 0.54, accent, mark)
        + f'<path d="M{-w} {-height * 0.12:.0f}h{width}" stroke="{accent}" stroke-width="14"/>'
    )


def sack(colour, shade, accent, mark, *, width=300, height=390):
    w, h = width / 2, height
    return (
        shadow(width)
        + f'<path d="M{-w * 0.92:.0f} 6Q{-w * 1.14:.0f} {-h * 0.45:.0f} {-w * 0.7:.0f} {-h * 0.82:.0f}Q0 {-h * 0.72:.0f} {w * 0.7:.0f} {-h * 0.82:.0f}Q{w * 1.14:.0f} {-h * 0.45:.0f} {w * 0.92:.0f} 6Q0 22 {-w * 0.92:.0f} 6z" fill="{colour}"/>'
        + f'<path d="M{w * 0.42:.0f} 12Q{w * 0.74:.0f} {-h * 0.4:.0f} {w * 0.5:.0f} {-h * 0.78:.0f}L{w * 0.7:.0f} {-h * 0.82:.0f}Q{w * 1.14:.0f} {-h * 0.45:.0f} {w * 0.92:.0f} 6z" fill="{shade}" opacity=".5"/>'
        + f'<path d="M{-w * 0.7:.0f} {-h * 0.82:.0f}q{w * 0.1:.0f} -{h * 0.13:.0f} {w * 0.3:.0f} -{h * 0.1:.0f}t{w * 0.4:.0f} -{h * 0.02:.0f}t{w * 0.4:.0f} {h * 0.01:.0f}t{w * 0.3:.0f} {h * 0.11:.0f}Q0 {-h * 0.7:.0f} {-w * 0.7:.0f} {-h * 0.82:.0f}z" fill="{shade}"/><path d="M{-w * 0.7:.0f} {-h * 0.8:.0f}Q0 {-h * 0.68:.0f} {w * 0.7:.0f} {-h * 0.8:.0f}" stroke="{accent}" stroke-width="13" fill="none"/>'
        + label(-w * 0.55, -h * 0.56, width * 0.55, h * 0.34, accent, mark)
    )


def basket(colour, dark, *, width=420, height=190):
    """A woven bowl to lay things in; its rim is at -height."""
    w = width / 2
    rows = "".join(
        f'<path d="M{-w + 14 + n * 9:.0f} {-height + 34 + n * 38}Q0 {-height + 64 + n * 40} {w - 14 - n * 9:.0f} {-height + 34 + n * 38}" fill="none" stroke="{dark}" stroke-width="6" stroke-dasharray="26 15" stroke-dashoffset="{n * 20}"/>'
        for n in range(4)
    )
    return (
        shadow(width)
        + f'<path d="M{-w} {-height}Q{-w * 0.86:.0f} 8 {-w * 0.5:.0f} 8H{w * 0.5:.0f}Q{w * 0.86:.0f} 8 {w} {-height}z" fill="{colour}"/>{rows}'
        + f'<ellipse cx="0" cy="{-height}" rx="{w}" ry="34" fill="{dark}"/><ellipse cx="0" cy="{-height + 3}" rx="{w - 15:.0f}" ry="24" fill="{colour}" opacity=".45"/>'
    )


def plate(colour="#f8f1e3", edge="#d9cdb6", *, width=470):
    w = width / 2
    return (
        shadow(width)
        + f'<ellipse cx="0" cy="-14" rx="{w:.0f}" ry="56" fill="{edge}"/><ellipse cx="0" cy="-24" rx="{w:.0f}" ry="56" fill="{colour}"/><ellipse cx="0" cy="-24" rx="{w * 0.72:.0f}" ry="36" fill="{edge}" opacity=".45"/>'
    )
