"""The Qt window of Loyalty Desk: pages see the desk, the model and the refusals, and never each other."""
