"""When an outlet is open: hours, Tết, holidays, market days."""
