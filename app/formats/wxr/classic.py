"""Content as WordPress kept it before it had blocks: a blank line begins a paragraph, and no tag says so."""

import re

from app.formats.xhtml import BLOCKS, PLAIN_BLOCKS

BLOCK = "<!-- wp:"
BLANK = re.compile(r"(\n[ \t\r]*\n\s*)")
WHOLE = re.compile(r"<(pre|script|style|table|ul|ol|blockquote|div|figure)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
"""What a blank line inside does not cut."""
TAG = re.compile(rf"<(?:{'|'.join(sorted({*BLOCKS, *PLAIN_BLOCKS, 'hr'}, key=len, reverse=True))})\b", re.IGNORECASE)


def is_classic(content: str) -> bool:
    """Whether content has no blocks."""
    return BLOCK not in content


def with_paragraphs(content: str) -> str:
    """The same content with the tags of the paragraphs that blank lines make; nothing else is added or taken away."""
    whole = [found.span() for found in WHOLE.finditer(content)]
    cuts = [found for found in BLANK.finditer(content) if not any(start < found.start() < end for start, end in whole)]
    ends = [*(cut.start() for cut in cuts), len(content)]
    starts = [0, *(cut.end() for cut in cuts)]
    gaps = [*(cut[0] for cut in cuts), ""]
    return "".join(_paragraph(content[start:end]) + gap for start, end, gap in zip(starts, ends, gaps, strict=True))


def _paragraph(chunk: str) -> str:
    return chunk if TAG.search(chunk) or not re.sub(r"<!--.*?-->", "", chunk, flags=re.DOTALL).strip() else f"<p>{chunk}</p>"
