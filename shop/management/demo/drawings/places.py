"""Makers and their land: portraits without faces one could mistake for somebody, and wide landscapes."""

import random

from . import foods, vessels
from .palettes import PALETTES

SKIN = ("#d9a066", "#c98d55", "#e2b07c")
CLOTH = ("#2f6b3c", "#7a3e1d", "#27508a", "#8f3325", "#5b3f7d", "#14606b")


def portrait(kind, *, palette, seed):
    """A maker at the place of work (960 × 960); `kind` chooses figure and hair. A `workshop` shows the place itself."""
    wall, shade, table, edge, accent = PALETTES[palette]
    chance = random.Random(f"portrait-{kind}-{seed}")  # noqa: S311
    body = _workshop(chance, accent) if kind == "workshop" else _people(kind, chance)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 960"><rect width="960" height="960" fill="{wall}"/>'
        f'<circle cx="480" cy="430" r="360" fill="{shade}"/><path d="M0 760Q260 640 520 740T960 700V960H0z" fill="{table}"/><path d="M0 860Q300 770 620 850T960 830V960H0z" fill="{edge}" opacity=".6"/>{body}</svg>'
    )


def _people(kind, chance):
    people = 3 if kind in {"team", "family"} else 2 if kind == "couple" else 1
    return "".join(
        f'<g transform="translate({480 + (n - (people - 1) / 2) * 260:.0f} {900 if n != 1 or people == 1 else 860}) scale({1.0 if people == 1 else 0.72})">{_figure(kind, chance)}</g>'
        for n in range(people)
    )


def _workshop(chance, accent):
    """Where a company works: its house, with what it fills standing in front."""
    roof = chance.choice(("#8f3325", "#7a3e1d", "#27508a", "#14606b"))
    side = chance.choice((-1, 1))
    fill = chance.choice(("#8a3d1b", "#d9862a", "#4a2a1a", "#dfc25a"))
    jar = vessels.jar(fill, "#3d2413", accent, chance.choice(("wave", "sun", "leaf", "hill")))
    return (
        f'<g transform="translate(480 770) scale(1.25)">{foods.house(roof, "#f4ead6", "#6b4526")}</g>'
        f'<g transform="translate({480 + side * 250} 900) scale(.72)">{jar}</g><g transform="translate({480 + side * 110} 920) scale(.58)">{jar}</g>'
    )


def _figure(kind, chance):
    skin, cloth = chance.choice(SKIN), chance.choice(CLOTH)
    hair = "#5e5a55" if "elder" in kind else "#231a14"
    hat = chance.random() < 0.2
    head = f'<ellipse cx="0" cy="-470" rx="104" ry="124" fill="{skin}"/><path d="M-106 -480Q-110 -610 0 -612T106 -480Q70 -560 0 -560T-106 -480z" fill="{hair}"/>'
    if "woman" in kind or kind in {"team", "family"}:
        head = (
            f'<path d="M-124 -470Q-136 -620 0 -622T124 -470Q132 -400 118 -372L0 -420L-118 -372Q-132 -400 -124 -470z" fill="{hair}"/>'
            + head
        )
    cone = (
        '<path d="M0 -690L260 -500Q0 -430 -260 -500z" fill="#ecd59a"/><path d="M0 -690L260 -500Q160 -474 90 -466z" fill="#c7a35a" opacity=".55"/>'
        if hat
        else ""
    )
    smile = '<path d="M-36 -424Q0 -396 36 -424" stroke="#7a4526" stroke-width="9" fill="none" stroke-linecap="round"/><path d="M-52 -478q14 -12 28 0M24 -478q14 -12 28 0" stroke="#4a2b16" stroke-width="9" fill="none" stroke-linecap="round"/>'
    return (
        f'<path d="M-250 80Q-250 -260 -90 -310H90Q250 -260 250 80z" fill="{cloth}"/><path d="M-46 -320h92v50q-46 40 -92 0z" fill="{skin}"/>'
        f'<path d="M-60 -312Q0 -250 60 -312L30 -320H-30z" fill="#fff" opacity=".3"/>{head}{smile}{cone}'
    )


def landscape(kind, *, palette):
    """A wide picture (1600 × 1000) of the province: `coast`, `tea`, `orchard`, `river` or `field`."""
    wall, shade, table, _edge, _accent = PALETTES[palette]
    sky = f'<rect width="1600" height="1000" fill="{wall}"/><circle cx="1180" cy="330" r="150" fill="#f4bd37" opacity=".9"/>'
    hills = f'<path d="M0 520Q200 330 430 470T880 400T1260 470T1600 380V1000H0z" fill="{shade}"/><path d="M0 600Q300 460 640 570T1240 540T1600 560V1000H0z" fill="#8fb09a"/>'
    rows = "".join(
        f'<path d="M{-80 + n * 30} {700 + n * 42}Q{420 + n * 10} {620 + n * 44} {840 + n * 8} {720 + n * 40}" stroke="{"#2f6b3c" if n % 2 else "#3f8048"}" stroke-width="36" fill="none" stroke-linecap="round"/>'
        for n in range(8)
    )
    sea = '<path d="M700 640Q1100 600 1600 650V1000H760Q900 820 700 640z" fill="#5f9db3"/><path d="M860 740q60 -22 120 0t120 0t120 0M980 840q60 -22 120 0t120 0t120 0" stroke="#fff" stroke-width="8" fill="none" opacity=".5" stroke-linecap="round"/>'
    boat = '<g transform="translate(1230 760)"><path d="M-150 -20H150Q110 50 60 50H-70Q-120 50 -150 -20z" fill="#8f3325"/><path d="M-150 -20H150L140 -2H-140z" fill="#f4bd37"/><path d="M0 -20V-190M0 -180L110 -50H0z" stroke="#4a2b16" stroke-width="9" fill="#fdf3dc"/></g>'
    land = {
        "coast": sea + boat + rows,
        "river": sea + rows,
        "tea": rows,
        "orchard": rows,
        "field": f'<rect y="650" width="1600" height="350" fill="{table}"/>' + rows,
    }
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1000">{sky}{hills}<path d="M0 680Q360 600 760 690T1000 1000H0z" fill="#4f8b55"/>{land.get(kind, rows)}</svg>'
