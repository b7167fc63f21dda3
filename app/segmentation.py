"""Blocks to segments: English and German sentences. Pure: knows neither files nor alignment."""

import sentencex

from app.model import Document, Segment, Span


def segments(document: Document) -> list[Segment]:
    """The sentences of all blocks, in order; each lies inside one block, without white space at either end."""
    language = document.language[:2]
    found = []
    for block in document.blocks:
        text, at = block.span.of(document.text.plain), 0
        for sentence in sentencex.segment(language, text):
            start = text.index(sentence, at)
            at = start + len(sentence)
            left = start + len(sentence) - len(sentence.lstrip())
            if sentence.strip():
                found.append(Segment(Span(left, left + len(sentence.strip())).shifted(block.span.start)))
    return found
