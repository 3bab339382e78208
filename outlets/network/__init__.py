"""The network's life: registering, verifying, recognition, reports."""
