"""The Settings page: the shop, the look, this till with its printers and scanner, the file, and the program."""
