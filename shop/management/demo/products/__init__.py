"""The demo's goods, by kind."""

from .crafts import CRAFTS, LIVING, STAYS
from .drinks import DRINKS
from .fruit import FRUIT
from .grain import GRAIN
from .herbs import HERBS
from .honey_deer import DEER, HONEY
from .meat import MEAT
from .sea import SEA
from .sweets import SWEETS

PRODUCTS = SWEETS + FRUIT + HONEY + DEER + SEA + GRAIN + MEAT + HERBS + DRINKS + CRAFTS + LIVING + STAYS
