"""How many words there are, as scores and reading times count them."""


def word_count(text: str) -> int:
    """The number of runs between white space that hold a letter or a digit."""
    return sum(any(map(str.isalnum, word)) for word in text.split())
