"""Our fork of Oscar's offers: who bears a discount, and which goods the law keeps out of them."""
