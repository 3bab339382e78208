"""What the house owes its producers: from the delivered parcel to the line in the bank's statement."""
