"""The pages of settling: what producers read, what the shop manager pays and reports."""
