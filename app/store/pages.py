"""The rows of a SQLite file read without SQLite, which refuses a file that is not whole.

Only what a project file uses: table leaves, overflow pages, text in UTF-8. See "Database File Format" on sqlite.org.
"""

from collections.abc import Iterator

PAGE = 4096
_HEADER = 100
_TABLE_LEAF = 0x0D
_LOCAL = PAGE - 35
_LEAST = (PAGE - 12) * 32 // 255 - 23
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}

Row = tuple[str | int | bytes | None, ...]


def rows(data: bytes) -> Iterator[Row]:
    """Every row that stands on any leaf, also on one that no other page leads to any more; older versions among them.

    A column that is the row's number holds that number. What cannot be read is left out.
    """
    for start in range(0, len(data), PAGE):
        at = start + (_HEADER if start == 0 else 0)
        if data[at : at + 1] == bytes([_TABLE_LEAF]):
            for cell in range(_integer(data, at + 3, 2)):
                try:
                    yield _row(data, start + _integer(data, at + 8 + 2 * cell, 2))
                except (IndexError, ValueError):  # damage: ValueError is also that of text that is not UTF-8
                    continue


def _row(data: bytes, at: int) -> Row:
    size, at = _varint(data, at)
    number, at = _varint(data, at)
    values = _values(_payload(data, at, size))
    return tuple(number if value is None and column == 0 else value for column, value in enumerate(values))


def _payload(data: bytes, at: int, size: int) -> bytes:
    """The bytes of a row: those in its cell and those on the chain of overflow pages behind it."""
    if size > len(data):
        raise ValueError("a row longer than the file")
    if size <= _LOCAL:
        return data[at : at + size]
    local = _LEAST + (size - _LEAST) % (PAGE - 4)
    local = local if local <= _LOCAL else _LEAST
    pieces, left, page = [data[at : at + local]], size - local, _integer(data, at + local, 4)
    while left > 0:
        start = (page - 1) * PAGE
        page = _integer(data, start, 4)
        pieces.append(data[start + 4 : start + 4 + min(left, PAGE - 4)])
        left -= PAGE - 4
    return b"".join(pieces)


def _values(payload: bytes) -> Iterator[str | int | bytes | None]:
    end, at = _varint(payload, 0)
    body = end
    while at < end:
        kind, at = _varint(payload, at)
        value, body = _value(payload, body, kind)
        yield value


def _value(payload: bytes, at: int, kind: int) -> tuple[str | int | bytes | None, int]:
    if kind == 0:
        return None, at
    if kind in {8, 9}:
        return kind - 8, at
    if kind in _INTEGERS:
        end = at + _INTEGERS[kind]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind < 12:
        raise ValueError("a kind of value that a project file does not hold")
    end = at + (kind - 12) // 2
    return (payload[at:end].decode() if kind % 2 else payload[at:end]), end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, seven bits each, and where it ends."""
    number = 0
    for place in range(at, at + 8):
        number = number << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return number, place + 1
    number = number << 8 | data[at + 8]
    return number - (1 << 64 if number >= 1 << 63 else 0), at + 9


def _integer(data: bytes, at: int, size: int) -> int:
    if not 0 <= at <= len(data) - size:
        raise IndexError(at)
    return int.from_bytes(data[at : at + size], "big")
