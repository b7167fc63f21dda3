"""Many articles under review: the queue, what reviewers mark and decide, the lot they answer for."""
