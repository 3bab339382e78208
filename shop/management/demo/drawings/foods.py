"""Things that are seen themselves: fruit, fish, cakes, leaves. SVG around (0, 0) = middle of the foot."""

from .vessels import shadow


def leaf(x, y, angle, size, colour="#4d8b3a"):
    return f'<g transform="translate({x:.0f} {y:.0f}) rotate({angle:.0f}) scale({size:.2f})"><path d="M0 0C26 -34 80 -40 120 -10 84 22 30 26 0 0z" fill="{colour}"/><path d="M6 -1C40 -10 80 -12 112 -10" stroke="#fff" stroke-width="4" fill="none" opacity=".4"/></g>'


def fruit(colour, shade, radius, *, neck=0.0, dots=True, chance=None):
    """A round fruit; `neck` lifts its top like a pomelo's."""
    r = radius
    top = -2 * r - r * neck
    spots = ""
    if dots and chance:
        spots = "".join(
            f'<circle cx="{chance.uniform(-0.6, 0.6) * r:.0f}" cy="{-r + chance.uniform(-0.6, 0.6) * r:.0f}" r="{chance.uniform(3, 5):.1f}" fill="{shade}" opacity=".7"/>'
            for _ in range(22)
        )
    return (
        shadow(r * 1.7)
        + f'<path d="M0 4C{-r * 0.75:.0f} 6 {-r:.0f} {-r * 0.5:.0f} {-r:.0f} {-r * 0.95:.0f}C{-r:.0f} {-r * 1.6:.0f} {-r * 0.5:.0f} {top:.0f} 0 {top:.0f}C{r * 0.5:.0f} {top:.0f} {r:.0f} {-r * 1.6:.0f} {r:.0f} {-r * 0.95:.0f}C{r:.0f} {-r * 0.5:.0f} {r * 0.75:.0f} 6 0 4z" fill="{colour}"/>'
        + f'<path d="M{r * 0.2:.0f} 3C{r * 0.95:.0f} -{r * 0.1:.0f} {r * 1.02:.0f} {-r * 0.9:.0f} {r * 0.86:.0f} {-r * 1.4:.0f}C{r * 0.9:.0f} {-r * 0.8:.0f} {r * 0.72:.0f} {-r * 0.25:.0f} {r * 0.2:.0f} 3z" fill="{shade}" opacity=".75"/>{spots}'
        + f'<path d="M{-r * 0.62:.0f} {-r * 0.75:.0f}Q{-r * 0.66:.0f} {-r * 1.3:.0f} {-r * 0.32:.0f} {-r * 1.62:.0f}" stroke="#fff" stroke-width="{r * 0.11:.0f}" stroke-linecap="round" fill="none" opacity=".5"/>'
        + f'<path d="M0 {top + 5:.0f}q2 -22 14 -30" stroke="#6b4a22" stroke-width="11" stroke-linecap="round" fill="none"/>'
    )


def slice_(colour, rim, radius):
    """A cut fruit, seen from the front."""
    wedges = "".join(
        f'<path d="M0 0L{radius * 0.74:.0f} -{radius * 0.24:.0f}Q{radius * 0.86:.0f} 0 {radius * 0.74:.0f} {radius * 0.24:.0f}z" fill="{colour}" transform="rotate({n * 40})"/>'
        for n in range(9)
    )
    return f'<g transform="translate(0 {-radius})"><circle r="{radius}" fill="{rim}"/><circle r="{radius * 0.88:.0f}" fill="#fdf6e3"/>{wedges}</g>'


def cracker(colour, filling, *, width=330, tilt=0):
    """Cu đơ: molasses and peanuts between two rice crackers with sesame."""
    w = width / 2
    seeds = "".join(
        f'<ellipse cx="{((n * 67) % 100 - 50) / 50 * w * 0.8:.0f}" cy="{-96 + ((n * 37) % 34) - 17:.0f}" rx="7" ry="4" fill="#4a2e14" transform="rotate({n * 31 % 60 - 30} {((n * 67) % 100 - 50) / 50 * w * 0.8:.0f} -96)"/>'
        for n in range(17)
    )
    nuts = "".join(
        f'<ellipse cx="{-w * 0.86 + n * w * 0.215:.0f}" cy="{-38 + (n % 3) * 7}" rx="19" ry="13" fill="#e9bf85"/>'
        for n in range(9)
    )
    return (
        f'<g transform="rotate({tilt})">{shadow(width)}<path d="M{-w} -40v26Q0 52 {w} -14v-26z" fill="{colour}"/><path d="M{-w} -66v40Q0 36 {w} -26v-40z" fill="{filling}"/>{nuts}'
        f'<ellipse cx="0" cy="-84" rx="{w}" ry="46" fill="#b9803c"/><ellipse cx="0" cy="-94" rx="{w}" ry="46" fill="{colour}"/><ellipse cx="-20" cy="-102" rx="{w * 0.78:.0f}" ry="30" fill="#fff" opacity=".16"/>{seeds}</g>'
    )


def fish(colour, belly, *, length=430, tilt=0, stripes=True):
    half = length / 2
    scales = "".join(
        f'<path d="M{-half * 0.25 + n * half * 0.19:.0f} -92q18 22 0 46" stroke="#fff" stroke-width="5" fill="none" opacity=".35"/>'
        for n in range(6)
    )
    return (
        f'<g transform="rotate({tilt})"><ellipse cx="0" cy="4" rx="{half * 0.9:.0f}" ry="18" fill="#3a2a18" opacity=".18"/><path d="M{-half} -62Q{-half * 0.5:.0f} -150 {half * 0.5:.0f} -86L{half:.0f} -140Q{half * 0.86:.0f} -62 {half:.0f} 10L{half * 0.5:.0f} -42Q{-half * 0.5:.0f} 20 {-half} -62z" fill="{colour}"/>'
        f'<path d="M{-half} -62Q{-half * 0.5:.0f} 20 {half * 0.5:.0f} -42Q{-half * 0.3:.0f} -40 {-half} -62z" fill="{belly}"/>{scales if stripes else ""}<circle cx="{-half * 0.72:.0f}" cy="-78" r="13" fill="#fff"/><circle cx="{-half * 0.73:.0f}" cy="-78" r="7" fill="#20170d"/><path d="M{-half * 0.52:.0f} -112q22 44 0 88" stroke="#20170d" stroke-width="6" fill="none" opacity=".3"/></g>'
    )


def squid(colour, shade):
    legs = "".join(
        f'<path d="M{-60 + n * 30} -70q{-26 + n * 12} 60 {-10 + n * 4} 128" stroke="{shade}" stroke-width="17" stroke-linecap="round" fill="none"/>'
        for n in range(5)
    )
    return f'<g transform="translate(0 -80)">{legs}<path d="M0 -400C120 -330 128 -170 92 -60H-92C-128 -170 -120 -330 0 -400z" fill="{colour}"/><path d="M0 -400C70 -350 92 -240 60 -60H92C128 -170 120 -330 0 -400z" fill="{shade}" opacity=".5"/><path d="M0 -400L-120 -300Q-60 -290 0 -330Q60 -290 120 -300z" fill="{shade}"/><path d="M0 -330V-110" stroke="#fff" stroke-width="8" opacity=".35"/><circle cx="-42" cy="-82" r="11" fill="#2a1a0d"/><circle cx="42" cy="-82" r="11" fill="#2a1a0d"/></g>'


def shrimp(colour, shade):
    rings = "".join(
        f'<path d="M{-120 + n * 44} {-150 + abs(n - 2.5) * 10:.0f}q24 40 6 {86 - n * 4}" stroke="{shade}" stroke-width="8" fill="none"/>'
        for n in range(6)
    )
    return f'<path d="M-170 -90Q-140 -200 20 -186Q190 -170 170 -20Q150 20 110 6Q140 -80 20 -92Q-90 -100 -170 -90z" fill="{colour}"/>{rings}<path d="M110 6l70 34-24-52 58 16-40-50" fill="{shade}"/><path d="M-166 -96q-90 -70 -120 10M-160 -104q-60 -110 -130 -70" stroke="{shade}" stroke-width="6" fill="none"/><circle cx="-128" cy="-122" r="10" fill="#20170d"/>'


def heap(colours, chance, *, width=380, height=150, size=22, long=1.0):
    """A heap of grains, nuts or leaves."""
    grains = []
    for row in range(9):
        y = -height * row / 9
        half = width / 2 * (1 - row / 9.6)
        for _ in range(max(3, int(half / size * 1.8))):
            x = chance.uniform(-half, half)
            grains.append((y + chance.uniform(-8, 8), x, chance.choice(colours), chance.uniform(-70, 70)))
    return shadow(width) + "".join(
        f'<ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{size * long:.0f}" ry="{size * 0.62:.0f}" fill="{c}" transform="rotate({a:.0f} {x:.0f} {y:.0f})"/>'
        for y, x, c, a in sorted(grains)
    )


def antler(colour, shade):
    return f'{shadow(240)}<g stroke-linecap="round" fill="none"><path d="M-20 0C-20 -140 -60 -230 -150 -330" stroke="{colour}" stroke-width="62"/><path d="M-26 -120C20 -190 60 -240 70 -330" stroke="{colour}" stroke-width="52"/><path d="M-96 -264C-140 -250 -180 -250 -214 -262" stroke="{colour}" stroke-width="44"/><path d="M-6 -10C-4 -130 -40 -210 -120 -310M40 -230C58 -270 66 -300 68 -330" stroke="{shade}" stroke-width="14" opacity=".55"/></g><ellipse cx="-20" cy="2" rx="44" ry="16" fill="#7a3b22"/>'


def house(roof, wall, wood):
    return f'{shadow(460)}<rect x="-190" y="-200" width="380" height="206" fill="{wall}"/><path d="M-260 -190L0 -390 260 -190z" fill="{roof}"/><path d="M0 -390L260 -190H150z" fill="#1b0d05" opacity=".18"/><g fill="{wood}"><rect x="-40" y="-140" width="80" height="146"/><rect x="-158" y="-130" width="76" height="70"/><rect x="82" y="-130" width="76" height="70"/></g><path d="M-120 -130v70M-158 -95h76M120 -130v70M82 -95h76" stroke="{wall}" stroke-width="6"/><path d="M-236 6V-190M236 6V-190" stroke="{wood}" stroke-width="16"/>'


def tree(pot, trunk, crown, flower, chance):
    blobs = "".join(
        f'<circle cx="{x}" cy="{y}" r="{r}" fill="{crown}"/>'
        for x, y, r in ((-110, -300, 70), (0, -360, 90), (116, -310, 72), (-30, -290, 66), (60, -260, 56))
    )
    flowers = "".join(
        f'<circle cx="{chance.uniform(-160, 170):.0f}" cy="{chance.uniform(-430, -240):.0f}" r="{chance.uniform(10, 17):.0f}" fill="{flower}"/>'
        for _ in range(22)
    )
    return f'{shadow(260)}<path d="M-10 -96C-30 -170 40 -190 0 -300M-4 -180C40 -200 70 -230 90 -270M-6 -150C-60 -190 -80 -230 -96 -270" stroke="{trunk}" stroke-width="30" stroke-linecap="round" fill="none"/>{blobs}{flowers}<path d="M-130 -110H130L104 8H-104z" fill="{pot}"/><rect x="-144" y="-124" width="288" height="32" rx="8" fill="{pot}"/><rect x="-144" y="-98" width="288" height="7" fill="#1b0d05" opacity=".2"/>'
