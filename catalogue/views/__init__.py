"""What visitors see of the catalogue."""
