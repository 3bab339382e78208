"""Things made and kept: a tray, a lamp, a bag, a bowl with fish. SVG around (0, 0) = middle of the foot."""

from .vessels import shadow


def tray(wood, dark):
    """A tea tray with two cups, seen from above the edge."""
    cups = "".join(
        f'<g transform="translate({x} -52)"><ellipse cx="0" cy="0" rx="62" ry="18" fill="{dark}" opacity=".35"/><path d="M-56 -64H56Q50 2 0 4Q-50 2 -56 -64z" fill="#f4ead6"/><ellipse cx="0" cy="-64" rx="56" ry="17" fill="#e3d3b2"/><ellipse cx="0" cy="-62" rx="44" ry="12" fill="#9b8a3c"/></g>'
        for x in (-92, 92)
    )
    return (
        f'{shadow(520)}<path d="M-270 -70L-224 6H224L270 -70z" fill="{dark}"/><ellipse cx="0" cy="-70" rx="270" ry="84" fill="{wood}"/>'
        f'<ellipse cx="0" cy="-66" rx="240" ry="68" fill="{dark}" opacity=".32"/><path d="M-210 -84q120 -34 260 -18M-190 -48q170 34 360 -4M-150 -66q130 14 300 0" stroke="{dark}" stroke-width="5" fill="none" opacity=".45"/>{cups}'
    )


def lamp(bamboo, dark):
    """A woven lampshade hanging from its cord, lit."""
    ribs = "".join(
        f'<path d="M{n * 22} -392Q{n * 62} -230 {n * 44} -64" stroke="{dark}" stroke-width="7" fill="none"/>'
        for n in range(-4, 5)
    )
    rings = "".join(
        f'<path d="M{-w} {y}Q0 {y + 34} {w} {y}" stroke="{bamboo}" stroke-width="13" fill="none"/>'
        for y, w in ((-350, 150), (-290, 206), (-228, 228), (-166, 222), (-108, 196))
    )
    return (
        f'<ellipse cx="0" cy="10" rx="260" ry="34" fill="#ffe9a8" opacity=".5"/><path d="M0 -640V-400" stroke="#3d2c1a" stroke-width="9"/>'
        f'<path d="M-96 -400H96Q320 -220 190 -64H-190Q-320 -220 -96 -400z" fill="#ffe7a0" opacity=".75"/><circle cx="0" cy="-210" r="62" fill="#fff6d6"/>{ribs}{rings}'
        f'<rect x="-46" y="-426" width="92" height="36" rx="12" fill="{dark}"/><path d="M-190 -64Q0 -26 190 -64" stroke="{dark}" stroke-width="15" fill="none"/>'
    )


def bag(sedge, dark, thread):
    """A sedge bag with an embroidered boat."""
    weave = "".join(
        f'<path d="M{-196 + n * 6} {-60 - n * 48}H{196 - n * 6}" stroke="{dark}" stroke-width="6" stroke-dasharray="22 14" stroke-dashoffset="{n * 18}" opacity=".55"/>'
        for n in range(6)
    )
    return (
        f'{shadow(430)}<path d="M-104 -320C-104 -500 104 -500 104 -320" stroke="{dark}" stroke-width="24" fill="none"/>'
        f'<path d="M-170 -330H170L214 -4Q0 22 -214 -4z" fill="{sedge}"/><path d="M96 -330H170L214 -4Q160 4 128 6z" fill="{dark}" opacity=".28"/>{weave}'
        f'<path d="M-104 -96H104Q74 -44 0 -44T-104 -96z" fill="{thread}"/><path d="M0 -104V-236L84 -116z" fill="{thread}"/><path d="M-10 -226V-116H-70z" fill="{thread}" opacity=".7"/><path d="M-150 -30q38 -20 74 0t74 0t74 0t74 0" stroke="{thread}" stroke-width="8" fill="none"/>'
    )


def fish_bowl(chance):
    """A round bowl of water with two ornamental fish."""

    def one(x, y, size, colour, fin):
        return (
            f'<g transform="translate({x} {y}) scale({size})"><path d="M-70 0Q-20 -52 52 0Q-20 52 -70 0z" fill="{colour}"/><path d="M-60 0L-132 -46Q-112 0 -132 46z" fill="{fin}"/>'
            f'<path d="M-20 -30Q10 -72 30 -20z" fill="{fin}"/><path d="M-16 -4a22 22 0 0 1 30 -12q-6 24 -30 12z" fill="#fff" opacity=".75"/><circle cx="30" cy="-7" r="6" fill="#21170f"/></g>'
        )

    side = chance.choice((1, -1))
    return (
        f'{shadow(400)}<circle cx="0" cy="-206" r="214" fill="#d8ecf0" opacity=".9"/><path d="M-208 -236H208A214 214 0 0 1 -208 -236z" fill="#8cc3d4" opacity=".75"/>'
        f'<path d="M-120 -34q20 -90 -6 -140M-96 -28q8 -60 34 -96" stroke="#4f8b3f" stroke-width="15" fill="none" stroke-linecap="round"/><path d="M-130 -30Q0 -62 132 -30Q70 6 0 8T-130 -30z" fill="#b99b6b"/>'
        f'<g transform="scale({side} 1)">{one(44, -150, 1.1, "#e8642c", "#f29a5c")}{one(-46, -96, 0.72, "#f0ece2", "#d9482b")}</g>'
        '<path d="M-160 -300Q-190 -220 -160 -130" stroke="#fff" stroke-width="17" fill="none" stroke-linecap="round" opacity=".6"/><ellipse cx="0" cy="-404" rx="112" ry="22" fill="none" stroke="#fff" stroke-width="15" opacity=".85"/>'
    )
