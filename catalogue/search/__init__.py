"""Finding products by words and facets: what is asked, what comes back, and the engine behind."""
