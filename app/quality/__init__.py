"""How good a translation is: risk of rows and articles, scores from marks, sampling plans."""
