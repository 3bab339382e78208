"""The catalogue, Oscar's: products, their producers, search, and the yearly cycle of the stars."""
