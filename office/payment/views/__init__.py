"""Pages of the payments: the payer's, the provider's, the desk's."""
