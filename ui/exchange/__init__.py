"""How customers come in from tables and everything goes out: opened from pages, and like ui/paper none itself."""
