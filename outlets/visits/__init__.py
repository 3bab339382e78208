"""Groups at the door: hosts' conditions, slots, the handshake, group codes."""
