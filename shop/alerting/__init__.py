"""Those who asked to be told when something sold out is there again: Oscar's product alerts, our own acts."""
