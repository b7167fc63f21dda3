"""Which articles of a lot are read, and what reading them can promise."""
