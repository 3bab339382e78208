"""Goods sold in several sizes. The first size is what the product itself says."""

from dataclasses import dataclass

from ..shapes import NOT_CERTIFIED, Award, valid


@dataclass(frozen=True)
class Size:
    """One more size of `product`; `award` is a certificate for this size only."""

    product: str
    pack: str
    net: str
    unit: str
    price: int
    stock: int
    award: Award = NOT_CERTIFIED


SIZES = (
    Size("mat-ong-sao-la", "Chai 1 lít", "1", "l", 360000, 40),
    Size("mat-ong-sao-la", "Lọ 250 ml", "250", "ml", 105000, 65),
    Size("mat-ong-hoa-cam-ngan-truoi", "Chai 700 ml", "700", "ml", 275000, 24, valid(3, "tinh-moi-2")),
    Size("gao-thom-dong-sen", "Bao 10 kg", "10", "kg", 265000, 30),
)
