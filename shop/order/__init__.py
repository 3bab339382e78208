"""Our fork of Oscar's order app."""
