"""The customer display: a second window that shows the customer what the till is doing."""
