"""The pages of the account; each shows its own person's rows only."""
