"""The customer's account: orders, addresses, wish list, alerts, devices."""
