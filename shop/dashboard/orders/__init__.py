"""Oscar's pages of orders, with our names of where an order stands."""
