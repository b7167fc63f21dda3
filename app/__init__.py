"""The engine of Gegenlesen: reads two language versions of a story, aligns, checks, corrects and writes them. Never imports Qt."""
