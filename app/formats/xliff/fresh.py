"""New XLIFF files, of version 2.1 and 1.2: a block of the story is a unit, a row a segment."""

from collections.abc import Iterator, Sequence
from functools import partial

from app.formats.coded import characters
from app.formats.codes import Tags, fresh_ids
from app.formats.codes.fresh import Fresh
from app.formats.format import Bilingual, Pair
from app.formats.xliff import one, two
from app.formats.xliff.formatting import ONE, TWO
from app.formats.xliff.states import to_one, to_two
from app.model import BlockKind, Mark, State, Text
from app.safe.places import escaped, quoted

UNTOUCHED = Pair(source=Text(), target=Text())


def units(story: Bilingual) -> Iterator[list[Pair]]:
    """The pairs of a story, block by block; those without a source are a translation of nothing and go with their block."""
    held = list[Pair]()
    for pair in story.pairs:
        if pair.between is None and held:
            yield held
            held = []
        held.append(pair)
    if held:
        yield held


def write_two(stories: Sequence[Bilingual]) -> bytes:
    """A file of version 2.1, UTF-8; all stories must be of the same two languages."""
    files = "".join(_file_two(number, story) for number, story in enumerate(stories, 1))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1"'
    languages = f'srcLang="{quoted(stories[0].source_language or "en")}" trgLang="{quoted(stories[0].target_language or "de")}"'
    return f'{head} {languages} xml:space="preserve">\n{files}</xliff>\n'.encode()


def _file_two(number: int, story: Bilingual) -> str:
    inner = "".join(_unit_two(number, pairs) for number, pairs in enumerate(units(story), 1))
    return f' <file id="f{number}" original="{quoted(story.title)}">\n{inner} </file>\n'


def _unit_two(number: int, pairs: Sequence[Pair]) -> str:
    kind = "" if pairs[0].kind is BlockKind.PARAGRAPH else f' type="{two.KIND}{pairs[0].kind.value}"'
    notes = "".join(f"    <note>{escaped(pair.note)}</note>\n" for pair in pairs if pair.note)
    notes = f"   <notes>\n{notes}   </notes>\n" if notes else ""
    fresh = Fresh(TWO, _sign_two, fresh_ids(()))
    parts = "".join(_between_two(pair) + _segment_two(at, pair, fresh) for at, pair in enumerate(pairs, 1))
    return f'  <unit id="u{number}"{kind}>\n{notes}{parts}  </unit>\n'


def _between_two(pair: Pair) -> str:
    if pair.between is None or not any(text.plain for text in pair.between):
        return ""
    source, target = (escaped(characters(text)) for text in pair.between)
    return f"   <ignorable>\n    <source>{source}</source>\n    <target>{target}</target>\n   </ignorable>\n"


def _segment_two(number: int, pair: Pair, fresh: Fresh) -> str:
    state = "".join(f' {name}="{value}"' for name, value in to_two(UNTOUCHED, pair) if value)
    source, target = fresh.written(pair.source, pair.target)
    translation = f"    <target>{target}</target>\n" if pair.target.plain else ""
    return f'   <segment id="s{number}"{state}>\n    <source>{source}</source>\n{translation}   </segment>\n'


def _signed(span: str, point: str, says: str, kind: str, mark: Mark, name: str, paired: bool) -> Tags:
    """A mark as an element around words, or as one that stands for a thing: by the names of a version."""
    values = dict(mark.attributes)
    if paired:
        return Tags(f'<{span} id="{name}">', f"</{span}>")
    shown = values.get("shows") or values.get("alt", "")
    said = f' {says}="{quoted(shown)}"' if shown else ""
    image = f' {kind}="image"' if "src" in values else ""
    return Tags(f'<{point} id="{name}"{image}{said}/>')


_sign_two = partial(_signed, "pc", "ph", "equiv", "type")
_sign_one = partial(_signed, "g", "x", "equiv-text", "ctype")


def write_one(stories: Sequence[Bilingual]) -> bytes:
    """A file of version 1.2, UTF-8."""
    files = "".join(map(_file_one, stories))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">\n'
    return f"{head}{files}</xliff>\n".encode()


def _file_one(story: Bilingual) -> str:
    inner = "".join(_unit_one(number, pairs) for number, pairs in enumerate(units(story), 1))
    languages = f'source-language="{quoted(story.source_language or "en")}" target-language="{quoted(story.target_language or "de")}"'
    original = quoted(story.title or "story")
    return f' <file original="{original}" {languages} datatype="plaintext" xml:space="preserve">\n  <body>\n{inner}  </body>\n </file>\n'


def _unit_one(number: int, pairs: Sequence[Pair]) -> str:
    kind = "" if pairs[0].kind is BlockKind.PARAGRAPH else f' restype="{one.KIND}{pairs[0].kind.value}"'
    fresh = Fresh(ONE, _sign_one, fresh_ids(()))
    texts = [fresh.written(pair.source, pair.target) for pair in pairs]
    gaps = [[escaped(characters(text)) for text in pair.between or (Text(), Text())] for pair in pairs]
    whole = "".join(gap[0] + text[0] for gap, text in zip(gaps, texts, strict=True))
    source, target = (
        "".join(
            gap[side] + f'<mrk mtype="seg" mid="{at}">{text[side]}</mrk>' for at, (gap, text) in enumerate(zip(gaps, texts, strict=True), 1)
        )
        for side in (0, 1)
    )
    segmented = f"    <seg-source>{source}</seg-source>\n" if len(pairs) > 1 else ""
    state = to_one(min((pair.state for pair in pairs), key=list(State).index), any(pair.needs_work for pair in pairs))
    translation = f'    <target state="{state}">{target if segmented else texts[0][1]}</target>\n'
    notes = "".join(f"    <note>{escaped(pair.note)}</note>\n" for pair in pairs if pair.note)
    return f'   <trans-unit id="u{number}"{kind}>\n    <source>{whole}</source>\n{segmented}{translation}{notes}   </trans-unit>\n'
