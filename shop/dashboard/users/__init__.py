"""Oscar's pages of customers, with our names of where their orders stand."""
