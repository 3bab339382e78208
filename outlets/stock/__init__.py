"""What lies on the shelf, in commission or for sale, and what was sold of it."""
