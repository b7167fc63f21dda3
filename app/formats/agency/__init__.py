"""What the formats of news agencies have in common: the head of a story, NITF's words, XML that is read and kept, HTML inside a string."""
