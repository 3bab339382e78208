"""Addresses of the catalogue, by subject. `/san-pham/` itself is routed by the app config, as Oscar does."""
