"""How a visitor finds an outlet, and tells us where its page is wrong."""
