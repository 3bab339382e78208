"""Pages: home, handbook, news, brand kit. Speaks of fairs and outlets."""
