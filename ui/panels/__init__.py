"""What stands beside the text: articles, findings, changes."""
