"""Our fork of Oscar's shipping app."""
