"""What the engine tells others about an article: the JSON contract, text and HTML pages."""
