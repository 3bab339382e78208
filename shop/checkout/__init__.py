"""Our fork of Oscar's checkout app."""
