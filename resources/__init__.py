"""What the program ships beside its code: words, styles, texts, pictures."""
