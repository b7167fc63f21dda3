"""What two texts say to each other: the facts that alignment and checks share."""
