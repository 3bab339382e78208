"""Trade fairs. Stands on the catalogue, knows nothing of outlets. Built in a later issue."""
