"""What asks or tells apart from the desk."""
