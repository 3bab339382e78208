"""The demo's illustrations: every motif draws in every palette, the same each time, unlike for another seed."""

import io

import pytest
from PIL import Image

from shop.management.demo import drawings


def _opened(data):
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


@pytest.mark.parametrize("motif", drawings.motifs())
def test_drawing_a_motif_in_every_palette_gives_a_picture(motif):
    for palette in drawings.palettes():
        picture = _opened(drawings.png(drawings.draw(motif, palette=palette, seed=1), 96))
        assert (picture.format, picture.size) == ("PNG", (96, 96))
        assert len(picture.convert("RGB").getcolors(96 * 96)) > 20


@pytest.mark.parametrize("motif", drawings.motifs())
def test_drawing_twice_gives_the_same_and_seeds_differ(motif):
    palette = next(iter(drawings.palettes()))
    first = drawings.draw(motif, palette=palette, seed=5)
    assert drawings.draw(motif, palette=palette, seed=5) == first
    assert len({drawings.draw(motif, palette=palette, seed=seed) for seed in range(6)}) > 3


def test_saving_as_jpeg_keeps_the_size():
    svg = drawings.draw("pomelo", palette="huong-khe", seed=2)
    picture = _opened(drawings.jpeg(svg, 480))
    assert (picture.format, picture.size) == ("JPEG", (480, 480))


@pytest.mark.parametrize("kind", ["coast", "tea", "orchard", "river", "field"])
def test_drawing_a_landscape_gives_a_wide_picture(kind):
    picture = _opened(drawings.png(drawings.landscape(kind, palette="ky-anh"), 320))
    assert picture.size == (320, 200)


def test_drawing_a_portrait_varies_with_the_seed():
    pictures = {drawings.portrait("woman", palette="duc-tho", seed=seed) for seed in range(8)}
    assert len(pictures) > 3
    assert _opened(drawings.png(pictures.pop(), 96)).size == (96, 96)


def test_drawing_an_unknown_motif_says_which():
    with pytest.raises(KeyError, match="spaceship"):
        drawings.draw("spaceship", palette="ky-anh", seed=1)
