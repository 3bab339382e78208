"""One scene per kind of product, varied by seed, coloured by the palette of the area."""

import random

from . import foods as f
from . import things as t
from . import vessels as v
from .palettes import PALETTES


def _at(x, y, body, scale=1.0, turn=0):
    return f'<g transform="translate({x} {y}) scale({scale}) rotate({turn})">{body}</g>'


def _fruits(colour, shade, radius, rim, pulp, neck=0.0):
    def scene(c, mark, accent):
        one = f.fruit(colour, shade, radius, neck=neck, chance=c) + f.leaf(
            14, -2 * radius - radius * neck - 22, -28, 1.15
        )
        back = f.fruit(colour, shade, radius * 0.86, neck=neck, chance=c)
        cut = f.slice_(pulp, rim, radius * 0.62)
        side = c.choice((-1, 1))
        return (
            _at(480 + side * radius * 1.05, 690, back)
            + _at(480 - side * radius * 0.5, 750, one)
            + _at(480 + side * radius * 0.95, 790, cut)
        )

    return scene


def _bottle(body, cap, extra=None, width=170):
    def scene(c, mark, accent):
        side = c.choice((-1, 1))
        two = c.random() < 0.55
        parts = (
            _at(480 + side * 150, 710, v.bottle(body, cap, accent, mark, width=width), 0.92) if two else ""
        )
        parts += _at(
            480 - side * (70 if two else 10), 770, v.bottle(body, cap, accent, mark, width=width), 1.1
        )
        return parts + (_at(480 + side * 190, 800, extra(c), 0.8) if extra else "")

    return scene


def _jar(content, lid, extra=None):
    def scene(c, mark, accent):
        side = c.choice((-1, 1))
        jar = v.jar(content, lid, accent, mark, width=c.choice((250, 270, 290)))
        parts = _at(480 + side * 170, 700, jar, 0.8) if c.random() < 0.5 else ""
        return (
            parts
            + _at(480 - side * 80, 770, jar, 1.18)
            + (_at(480 + side * 180, 800, extra(c), 0.85) if extra else "")
        )

    return scene


def _sack(colour, shade, grains):
    def scene(c, mark, accent):
        side = c.choice((-1, 1))
        heap = f.heap(grains, c, width=330, height=110)
        return _at(480 - side * 90, 750, v.sack(colour, shade, accent, mark), 1.12) + _at(
            480 + side * 190, 800, heap, 0.95
        )

    return scene


def _box(colour, side_colour, extra=None):
    def scene(c, mark, accent):
        side = c.choice((-1, 1))
        return _at(480 - side * 70, 760, v.box(colour, side_colour, accent, mark), 1.15) + (
            _at(480 + side * 200, 800, extra(c), 0.85) if extra else ""
        )

    return scene


def _plate(extra):
    def scene(c, mark, accent):
        return _at(480, 770, v.plate(), 1.35) + extra(c)

    return scene


def _in_basket(extra):
    def scene(c, mark, accent):
        return _at(480, 790, v.basket("#d7a95f", "#a97632"), 1.3) + _at(480, 572, extra(c), 1.25)

    return scene


def _cu_do(c, mark, accent):
    side = c.choice((-1, 1))
    stack = "".join(
        _at(480 - side * 40, 780 - n * 92, f.cracker("#e6b566", "#6b2f10"), 1.12 - n * 0.03)
        for n in range(c.choice((2, 3)))
    )
    return stack + _at(
        480 + side * 210, 800, f.cracker("#e9bc72", "#7a3815", width=260, tilt=side * -18), 0.8
    )


def _rolls(c):
    return "".join(
        _at(
            350 + n * 90,
            760 - (n % 2) * 26,
            '<rect x="-58" y="-84" width="116" height="84" rx="40" fill="#6f9a45"/><path d="M-30 -84v84M24 -84v84" stroke="#e8d9a8" stroke-width="9"/>',
            1.2,
        )
        for n in range(4)
    )


def _grains(*colours, long=1.0, size=20):
    return lambda c: f.heap(colours, c, width=330, height=120, size=size, long=long)


def _incense(c):
    sticks = "".join(
        f'<path d="M{x} 0L{x * 2.4:.0f} -420" stroke="#7b3f1d" stroke-width="9"/><path d="M{x * 1.3:.1f} -60L{x * 2.4:.0f} -420" stroke="#a86a3a" stroke-width="13" stroke-linecap="round"/>'
        for x in range(-30, 31, 12)
    )
    smoke = '<path d="M40 -440c-50 -60 60 -90 0 -160s40 -80 20 -120" stroke="#fff" stroke-width="14" fill="none" opacity=".45" stroke-linecap="round"/>'
    return f'{v.shadow(240)}{sticks}{smoke}<path d="M-110 -130H110L86 8H-86z" fill="#8d5a36"/><ellipse cx="0" cy="-130" rx="110" ry="24" fill="#6d4225"/>'


def _hat(c):
    rings = "".join(
        f'<path d="M{-n * 62} {-330 + n * 72}Q0 {-300 + n * 84} {n * 62} {-330 + n * 72}" stroke="#b98f4a" stroke-width="5" fill="none"/>'
        for n in range(1, 5)
    )
    return f'{v.shadow(520)}<path d="M0 -360L290 -40Q0 60 -290 -40z" fill="#eed9a0"/><path d="M0 -360L290 -40Q180 0 90 10z" fill="#c9a55c" opacity=".5"/>{rings}'


def _chair(c):
    return f'{v.shadow(360)}<g fill="#8b5a33"><rect x="-150" y="-420" width="34" height="426" rx="8"/><rect x="116" y="-420" width="34" height="426" rx="8"/><rect x="-160" y="-200" width="320" height="44" rx="10"/></g><g fill="#a97344"><rect x="-116" y="-400" width="232" height="34"/><rect x="-116" y="-330" width="232" height="34"/><rect x="-116" y="-260" width="232" height="34"/></g>'


def _pot(c):
    return f'{v.shadow(300)}<path d="M-70 -400H70Q60 -350 90 -330Q190 -250 150 -110Q130 8 80 8H-80Q-130 8 -150 -110Q-190 -250 -90 -330Q-60 -350 -70 -400z" fill="#a6532e"/><path d="M60 8H80Q130 8 150 -110Q190 -250 90 -330Q150 -200 60 8z" fill="#5d2610" opacity=".45"/><path d="M-158 -200Q0 -150 158 -200M-156 -170Q0 -118 156 -170" stroke="#f0d9b0" stroke-width="9" fill="none"/><ellipse cx="0" cy="-400" rx="70" ry="17" fill="#5d2610"/>'


def _eggs(c):
    return "".join(
        _at(
            (n % 4 - 1.5) * 92,
            -(n // 4) * 70,
            f'<ellipse cx="0" cy="-60" rx="50" ry="64" fill="{c.choice(("#f3dcc0", "#e8c8a2", "#f7e8d3"))}"/><ellipse cx="-16" cy="-84" rx="12" ry="18" fill="#fff" opacity=".55"/>',
        )
        for n in (4, 5, 6, 7, 0, 1, 2, 3)
    )


def _hen(c):
    return f'{v.shadow(340)}<path d="M-190 -250Q-150 -120 -60 -140Q60 -240 170 -300Q250 -120 110 -20Q0 30 -110 -20Q-210 -90 -190 -250z" fill="#b5652b"/><path d="M170 -300Q230 -330 240 -260L210 -180z" fill="#b5652b"/><path d="M-190 -250Q-250 -300 -236 -200Q-220 -120 -120 -60L-90 -150Q-150 -170 -190 -250z" fill="#7c3d14"/><path d="M206 -250q-8 44 14 46q20 -10 8 -44z" fill="#c22f1f"/><path d="M-60 -120Q20 -40 110 -110Q90 -190 10 -190Q-40 -180 -60 -120z" fill="#9a5120"/><path d="M176 -330q10 -40 28 -10q22 -30 28 10l-10 30h-46z" fill="#c22f1f"/><path d="M240 -272l52 18-50 16z" fill="#e8a52c"/><circle cx="212" cy="-276" r="8" fill="#1b0d05"/><path d="M-60 -120Q20 -40 110 -110" stroke="#7c3d14" stroke-width="16" fill="none"/><path d="M-20 0v60M40 0v60" stroke="#e8a52c" stroke-width="13"/>'


def _mushrooms(c):
    def one(cap, shade):
        return (
            f'{v.shadow(150)}<path d="M-34 4Q-22 -70 -30 -130H30Q22 -70 38 4Q0 18 -34 4z" fill="#f3e6d0"/><path d="M10 8Q6 -70 12 -130H30Q22 -70 38 4z" fill="#c9b089" opacity=".6"/>'
            f'<ellipse cx="0" cy="-128" rx="118" ry="30" fill="#e2cba4"/><path d="M-124 -132Q-112 -270 0 -274T124 -132Q0 -96 -124 -132z" fill="{cap}"/>'
            f'<path d="M30 -271Q116 -250 124 -132Q90 -120 50 -116Q100 -190 30 -271z" fill="{shade}"/><path d="M-84 -176Q-68 -232 -14 -244" stroke="#fff" stroke-width="13" fill="none" opacity=".45" stroke-linecap="round"/>'
        )

    cap, shade = c.choice((("#a3714a", "#7a4f30"), ("#8a5c3a", "#643f25"), ("#c08f5c", "#976a3d")))
    side = c.choice((-1, 1))
    return (
        _at(480 + side * 40, 700, one(cap, shade), 1.25, side * 4)
        + _at(480 - side * 170, 765, one(cap, shade), 0.95, -side * 8)
        + _at(480 + side * 215, 790, one(cap, shade), 0.72, side * 10)
    )


def _soap(c):
    bar = '<rect x="-130" y="-100" width="260" height="106" rx="26" fill="#cfe0b4"/><rect x="-130" y="-100" width="260" height="34" rx="17" fill="#e6f0d2"/>'
    return (
        _at(480, 780, v.shadow(360) + bar, 1.3)
        + _at(440, 650, bar, 1.15)
        + _at(640, 640, f.leaf(0, 0, -30, 1.4))
    )


def _standing(body, scale=1.35):
    return lambda c, mark, accent: _at(480, 790, body(c), scale)


MOTIFS = {
    "cu_do": _cu_do,
    "peanut_candy": _plate(
        lambda c: "".join(
            _at(
                360 + n * 80,
                740 - (n % 2) * 40,
                '<rect x="-62" y="-46" width="124" height="52" rx="8" fill="#c27a33"/><g fill="#eccb95"><ellipse cx="-30" cy="-28" rx="20" ry="12"/><ellipse cx="14" cy="-18" rx="20" ry="12"/><ellipse cx="36" cy="-34" rx="16" ry="10"/></g>',
                1.15,
                c.uniform(-12, 12),
            )
            for n in range(4)
        )
    ),
    "pomelo": _fruits("#d8c23f", "#a99422", 170, "#c9cf5e", "#f3b7a4", 0.28),
    "orange": _fruits("#ee9a2e", "#c96f14", 140, "#e78a1f", "#f7b34c"),
    "mandarin": _fruits("#ea7b24", "#bd5410", 122, "#e0701c", "#f69a3c"),
    "lime": _fruits("#8fb83a", "#63891f", 112, "#86ae34", "#cfe08a"),
    "honey": _jar("#e59a1f", "#4a3018"),
    "deer_velvet": lambda c, mark, accent: (
        _at(380, 780, f.antler("#b4683f", "#f0c9a6"), 1.2)
        + _at(650, 780, v.jar("#e9d3b8", "#6b3a1c", accent, mark, width=220), 0.95)
    ),
    "velvet_wine": _bottle("#b5561f", "#2b1a0e"),
    "rice_wine": _bottle(
        "#e7e3d4",
        "#7a2a1a",
        lambda c: (
            '<path d="M-60 -90H60L44 8H-44z" fill="#7d4a2a"/><ellipse cx="0" cy="-90" rx="60" ry="15" fill="#e9e4d2"/>'
        ),
        200,
    ),
    "fish_sauce": _bottle("#7d2f10", "#231913"),
    "shrimp_paste": _jar("#9c4a5c", "#5b2330"),
    "dried_squid": lambda c, mark, accent: (
        _at(370, 800, f.squid("#e3b98c", "#c18a5a"), 1.05, -9)
        + _at(610, 800, f.squid("#ddb083", "#b97f50"), 1.0, 10)
    ),
    "fresh_fish": _plate(
        lambda c: (
            _at(480, 760, f.fish("#6f94a8", "#dfe9ec"), 1.35, c.uniform(-7, 7))
            + _at(500, 690, f.leaf(140, -40, -20, 1.1))
        )
    ),
    "dried_fish": _in_basket(
        lambda c: "".join(
            _at(-40 + n * 34, -n * 32, f.fish("#c99a5c", "#e8cfa0", length=380, tilt=c.uniform(-12, 8)), 1.0)
            for n in range(3)
        )
    ),
    "shrimp": _plate(
        lambda c: (
            _at(420, 760, f.shrimp("#ee8a5c", "#c85a30"), 1.05, -6)
            + _at(570, 800, f.shrimp("#f19a6c", "#c85a30"), 0.9, 10)
        )
    ),
    "salt": _sack("#f1eee4", "#d4cebd", ("#ffffff", "#f0f3f5", "#e3e9ee")),
    "tea_tin": _jar("#2f5d3a", "#c9a24b", _grains("#4f6b2a", "#3b5420", "#6a8436", long=1.5, size=15)),
    "green_tea": _in_basket(
        lambda c: "".join(
            f.leaf(
                c.uniform(-190, 120),
                c.uniform(-70, 40),
                c.uniform(-60, 30),
                c.uniform(0.9, 1.4),
                c.choice(("#5f8f3a", "#4a7a2c", "#78a64c")),
            )
            for _ in range(26)
        )
    ),
    "agarwood_incense": _standing(_incense, 1.25),
    "agarwood_oil": _bottle("#5b3b22", "#c9a24b", width=150),
    "peanuts": _in_basket(_grains("#d9a765", "#c8924e", "#e7bf85", long=1.5, size=24)),
    "sesame": _sack("#e6d3ab", "#c9ae78", ("#2d241b", "#463829", "#1f1812")),
    "peanut_oil": _bottle("#e8b93a", "#3f6b2c"),
    "rice": _sack("#efe2c4", "#d2bd90", ("#fbf6e8", "#f1e8cf", "#e8dcba")),
    "noodles": _plate(
        lambda c: "".join(
            f'<path d="M{300 + n * 15} {740 - (n % 4) * 16}q60 {-90 - (n % 5) * 14} 150 -10t160 -20" stroke="{c.choice(("#f4ead2", "#e9dab8", "#fbf5e4"))}" stroke-width="13" fill="none" stroke-linecap="round"/>'
            for n in range(16)
        )
    ),
    "sausage": lambda c, mark, accent: _at(480, 800, v.plate(), 1.35) + _rolls(c),
    "beef_jerky": _plate(
        lambda c: "".join(
            _at(
                c.uniform(330, 630),
                c.uniform(700, 770),
                '<path d="M-90 0Q-60 -46 0 -38T92 -20Q60 20 0 14T-90 0z" fill="#7d2c1a"/><path d="M-70 -8Q0 -30 74 -16" stroke="#b5553a" stroke-width="7" fill="none"/>',
                1.1,
                c.uniform(-40, 40),
            )
            for _ in range(9)
        )
    ),
    "eggs": _in_basket(_eggs),
    "chicken": _standing(_hen, 1.25),
    "mushrooms": lambda c, mark, accent: _mushrooms(c),
    "melon": _fruits("#7fa74a", "#557a2a", 176, "#6f9740", "#e8694f"),
    "turmeric": _jar("#e2a11c", "#f3ead6", _grains("#e7ab25", "#d8951a", "#f2c04e")),
    "herbal_tablets": _box(
        "#f4efe2",
        "#d9cfb8",
        lambda c: "".join(f'<circle cx="{x}" cy="-20" r="24" fill="#7c4a26"/>' for x in (-60, 0, 60)),
    ),
    "soap": lambda c, mark, accent: _soap(c),
    "bamboo_basket": lambda c, mark, accent: (
        _at(480, 790, v.basket("#d7a95f", "#9c6c2c", width=440, height=300), 1.35)
        + '<path d="M200 390Q480 60 760 390" stroke="#9c6c2c" stroke-width="26" fill="none"/>'
    ),
    "hat_mat": _standing(_hat, 1.3),
    "pottery": _standing(_pot, 1.35),
    "wood_furniture": _standing(_chair, 1.4),
    "bonsai": lambda c, mark, accent: _at(
        480, 800, f.tree("#7c4a30", "#5c3d22", "#4f8b3f", "#f3c63a", c), 1.45
    ),
    "homestay": lambda c, mark, accent: _at(480, 800, f.house("#8d5a32", "#ecd9b8", "#6b4526"), 1.45),
    "seedling": lambda c, mark, accent: _at(
        480, 800, f.tree("#8b5a3a", "#6b4a2a", "#6fa84c", "#d8e58a", c), 1.2
    ),
    "molasses": _jar("#5d2c10", "#c9a24b"),
    "pollen": _jar("#e8b834", "#4a3018", _grains("#e5a91f", "#f0c552", "#cf8f17", size=15)),
    "preserve": _jar("#dfc25a", "#8a3d1b"),
    "dark_paste": _jar("#4a2a1a", "#c9a24b"),
    "powder": _jar("#d8b98f", "#5d4126", _grains("#cfa878", "#e0c29b", "#b88f5f", size=14)),
    "seasoning": _jar("#9a8b70", "#7a2a1a", _grains("#2d241b", "#d9a765", "#efe7d6", size=14)),
    "rice_cracker": lambda c, mark, accent: (
        _at(480, 690, f.cracker("#ecd9ad", "#d3b071", width=380), 1.1)
        + _at(480, 790, f.cracker("#e6cf9c", "#c9a263", width=400, tilt=c.choice((-3, 3))), 1.15)
    ),
    "juice": _bottle("#f1c45f", "#3f6b2c"),
    "green_juice": _bottle("#7fa548", "#2f5d3a"),
    "water": _bottle("#bcdfe8", "#2b6f93", width=160),
    "shampoo": _bottle("#5d3b22", "#e8dcba", width=205),
    "fresh_meat": _plate(
        lambda c: "".join(
            _at(
                370 + n * 74,
                762 - (n % 2) * 44,
                '<path d="M-84 -8Q-70 -66 4 -62T88 -16Q72 28 0 24T-84 -8z" fill="#a8352c"/><path d="M-84 -8Q-70 -66 4 -62T88 -16Q60 -44 4 -42T-84 -8z" fill="#f1d9c8"/><path d="M-46 -6q40 -16 86 0M-30 8q26 -8 58 0" stroke="#d98a7a" stroke-width="6" fill="none"/>',
                1.15,
                c.uniform(-10, 10),
            )
            for n in range(4)
        )
    ),
    "coffee": _sack("#6a4529", "#4a2e1a", ("#3b2212", "#52311b", "#2c180c")),
    "wooden_tray": _standing(lambda c: t.tray("#a2693a", "#6b3f1e"), 1.2),
    "bamboo_lamp": _standing(lambda c: t.lamp("#c99a4d", "#7d5524"), 1.05),
    "sedge_bag": _standing(
        lambda c: t.bag("#dcb877", "#9c7436", c.choice(("#0e5a45", "#a12d1b", "#1f4e79"))), 1.3
    ),
    "fish_bowl": _standing(t.fish_bowl, 1.3),
}


def motifs():
    return list(MOTIFS)


def draw(motif, *, palette, seed, scene="card"):
    """The SVG (960 × 960) of a motif. The same arguments give the same text. Raises `KeyError` naming an unknown one."""
    if motif not in MOTIFS:
        raise KeyError(f"No motif {motif!r}; there are: {', '.join(sorted(MOTIFS))}")
    wall, shade, table, edge, accent = PALETTES[palette]
    chance = random.Random(f"{motif}-{seed}")  # noqa: S311  (a drawing, not a secret)
    mark = chance.choice(("wave", "sun", "leaf", "hill"))
    label = chance.choice((accent, "#a12d1b", "#0e5a45", "#1f4e79", "#8a5a12"))
    body = MOTIFS[motif](chance, mark, label)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 960">'
        + _backdrop(chance, wall, shade)
        + f'<rect y="700" width="960" height="260" fill="{table}"/><rect y="700" width="960" height="16" fill="{edge}" opacity=".5"/>'
        + _cloth(chance, accent)
        + f'<g transform="translate(480 800) scale(1.2) translate(-480 -790)">{body}</g>'
        + "</svg>"
    )


def _backdrop(chance, wall, shade):
    kind = chance.choice(("sun", "arch", "hills", "weave"))
    ground = f'<rect width="960" height="960" fill="{wall}"/>'
    if kind == "sun":
        return ground + f'<circle cx="{chance.choice((300, 480, 660))}" cy="430" r="330" fill="{shade}"/>'
    if kind == "arch":
        return ground + f'<path d="M150 720V420a330 330 0 0 1 660 0V720z" fill="{shade}"/>'
    if kind == "hills":
        return (
            ground
            + f'<path d="M0 560Q180 330 380 520T760 430T960 520V720H0z" fill="{shade}"/><path d="M0 640Q260 500 520 630T960 590V720H0z" fill="{shade}" opacity=".7"/>'
        )
    dashes = "".join(
        f'<path d="M{(n % 2) * 34 - 20} {40 + n * 44}H960" stroke="{shade}" stroke-width="20" stroke-dasharray="46 22"/>'
        for n in range(15)
    )
    return ground + dashes


def _cloth(chance, accent):
    if chance.random() < 0.45:
        return ""
    x, width = chance.choice((120, 240, 330)), chance.choice((420, 500))
    seams = f"M{x - 4} 800h{width + 2}M{x - 26} 850h{width + 40}"  # within its slanting edges
    return f'<path d="M{x} 760h{width}l60 200H{x - 90}z" fill="{accent}" opacity=".28"/><path d="{seams}" stroke="#fff" stroke-width="7" opacity=".35" stroke-dasharray="22 14"/>'
