"""Orders fetched at an outlet: laid aside, arrived, ready, handed over with a code, or gone back."""
