"""Price and availability for Oscar's own code: the producer's stock record, the price as it stands.

It looks at nobody: Oscar's own would read the session of every visitor, and no proxy could keep a page.
"""

from oscar.apps.partner import strategy


class Strategy(strategy.UseFirstStockRecord, strategy.NoTax, strategy.StockRequired, strategy.Structured):
    """Prices include VAT where it is due: no tax is added."""


class Selector:
    def strategy(self, request=None, user=None, **kwargs):
        return Strategy()
