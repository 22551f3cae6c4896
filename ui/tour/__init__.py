"""The tour: drives the real windows by keys and scans through a day of work, and leaves pictures and papers of it."""
