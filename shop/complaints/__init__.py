"""The complaint desk: from the seller to the shop to the Department of Industry and Trade."""
