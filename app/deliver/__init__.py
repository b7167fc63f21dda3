"""What leaves the house: the gate that critical findings must pass, and payloads for a CMS."""
