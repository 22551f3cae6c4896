"""The Products page: what the shop sells, kept by hand or read from a file."""
