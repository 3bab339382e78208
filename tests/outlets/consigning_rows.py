"""Consignments for tests, made through the acts."""

from outlet_rows import outlet

from outlets.stock import consigning, stocking


class Counter:
    """An outlet with its keeper, a producer with its person, and goods of it in commission there at 10 %."""

    def __init__(self, shop, *, commission="10", products=1, pieces=0):
        self.shop = shop
        self.keeper, self.maker = shop.user("keeper", name="Chị Sen"), shop.user("producer", name="Anh Rào")
        self.outlet = outlet(keeper=self.keeper)
        self.producer = shop.producer(people=[self.maker])
        self.goods = [
            shop.product(producer=self.producer, price=50_000, stars=4 if number == 0 else 0)
            for number in range(products)
        ]
        self.jar = self.goods[0]
        self.row = consigning.offer(self.outlet, self.producer, commission=commission, by=self.keeper)
        self.row = consigning.accept(self.row, by=self.maker)
        if pieces:
            stocking.deliver(self.row, dict.fromkeys(self.goods, pieces), by=self.keeper)

    def there(self, product=None):
        return stocking.lying_at(self.row).get(product or self.jar, 0)

    def sell(self, pieces=1, price=50_000, **facts):
        return stocking.sell(self.row, {self.jar: (pieces, price)}, by=self.keeper, **facts)
