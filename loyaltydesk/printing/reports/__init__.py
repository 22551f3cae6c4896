"""Reports for the desk drawer on A4 paper and on slips."""
