"""Who may come in: the user, by phone or e-mail, and sign-in through allauth."""
