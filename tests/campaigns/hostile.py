"""Files made to do harm: what they name is not opened, and what they cost is bounded: ``python -m tests.campaigns.hostile [pages]``.

Every reader gets pages and documents that name files, other computers and UNC paths in some 60 ways, entity bombs, packed bombs
and very long or very deep texts, each in a process of its own over `calls.c`, which sees every file that is opened and every socket that
is made, by Python or by C. Prints a line of JSON; the exit status is 1 when a file outside is opened, a socket made, a bomb takes
500 MB, or a file more than a second of the processor for every MB. Needs Linux and a C compiler.
"""

import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from tests.campaigns import preload

MEGABYTES = 500

CARRIERS = (
    "img src|img srcset|img longdesc|img lowsrc|img dynsrc|img usemap|link rel=stylesheet href|link rel=icon href|link rel=preload href|"
    "link rel=prefetch href|link rel=dns-prefetch href|link rel=preconnect href|link rel=manifest href|link rel=import href|script src|"
    "iframe src|iframe srcdoc|embed src|object data|object codebase|object classid|param value|audio src|video src|video poster|source src|"
    "source srcset|track src|input type=image src|body background|table background|td background|th background|form action|"
    "button formaction|a href|a ping|area href|base href|blockquote cite|q cite|del cite|ins cite|html manifest|frame src|applet code|"
    "applet archive|bgsound src|isindex action|layer src|xml src|image href|use href|feImage href|svg:image xlink:href|math href|"
    "menuitem icon|command icon|div style=background:url|div style=list-style-image:url|meta http-equiv=refresh content|noscript data"
).split("|")

SCHEMES = (
    "http://127.0.0.1:9/{name}",
    "file://{outside}",
    "{outside}",
    "//attacker.invalid/share/{name}",
    "\\\\attacker.invalid\\share\\{name}",
)

TEXT = "Der Rat hat die Brücke geschlossen. "


def _pages(outside: str) -> Iterator[tuple[str, bytes]]:
    for scheme in SCHEMES:
        url = scheme.format(name="x.png", outside=outside)
        body = "".join(f'<{carrier}="{url}">x</{carrier.split()[0]}>' for carrier in CARRIERS)
        style = f"<style>@import url({url}); @font-face {{ src: url({url}) }} p {{ background: url({url}) }}</style>"
        page = f'<?xml-stylesheet href="{url}"?><!DOCTYPE html SYSTEM "{url}"><html><head>{style}</head><body><p>{TEXT}</p>{body}</body></html>'
        yield "page.html", page.encode()
        yield "page.md", f'{TEXT} ![a]({url}) <img src="{url}">\n\n[x]: {url}\n'.encode()
        yield "page.xlf", f'<?xml version="1.0"?><!DOCTYPE xliff SYSTEM "{url}"><xliff version="2.0" srcLang="en" trgLang="de"/>'.encode()
        yield "page.tmx", f'<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY x SYSTEM "{url}">]><tmx version="1.4">&x;</tmx>'.encode()
        yield (
            "page.tmx",
            (
                '<tmx version="1.4" xmlns:xi="http://www.w3.org/2001/XInclude"><header/><body><tu>'
                f'<xi:include href="{url}"/></tu></body></tmx>'
            ).encode(),
        )
        kinds = ("image", "styles", "header", "attachedTemplate", "oleObject", "frame", "hyperlink", "subDocument")
        links = "".join(f'<Relationship Id="r{n}" Type="x/{kind}" Target="{url}" TargetMode="External"/>' for n, kind in enumerate(kinds))
        yield (
            "page.docx",
            document(
                f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>", {"word/_rels/document.xml.rels": f"<Relationships>{links}</Relationships>"}
            ),
        )


def _bombs() -> Iterator[tuple[str, bytes]]:
    lol = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    declared = f'<!DOCTYPE x [<!ENTITY a0 "lol">{lol}]>'
    long = f'<!DOCTYPE x [<!ENTITY a "{"x" * 500_000}">]>'
    yield "bomb.xlf", f"{declared}<xliff>&a11;</xliff>".encode()
    yield "bomb.tmx", f"{long}<tmx>{'&a;' * 50_000}</tmx>".encode()
    yield "bomb.html", f"{declared}<p>&a11;</p>".encode()
    yield "bomb.docx", document("<w:p/>", prologue=declared)
    for size in (64, 512):
        yield "bomb.docx", document(f"<w:p><w:r><w:t>{'a' * (size << 20)}</w:t></w:r></w:p>")
    yield "wide.docx", document(f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>" * 30_000)
    yield "deep.html", b"<div>" * 100_000 + b"x"
    yield "deep.xlf", b"<a>" * 100_000
    yield "deep.docx", document("<w:sdt><w:sdtContent>" * 5_000)
    yield "deep.md", b"> " * 50_000 + b"x"
    yield "deep.md", b"[" * 50_000
    yield "line.txt", TEXT.encode() * 130_000
    yield "line.md", ("*a **b " * 700_000).encode()
    yield "line.html", f"<p>{TEXT * 130_000}</p>".encode()
    yield "dots.txt", b"." * 5_000_000
    yield "quotes.txt", "„".encode() * 1_500_000
    yield "breaks.txt", b"\n" * 5_000_000
    yield "blanks.txt", b" " * 5_000_000 + b"x"
    yield "zeros.txt", b"\0" * 5_000_000
    yield "attributes.html", ("<p " + "a=b " * 500_000 + f">{TEXT}</p>").encode()
    yield "links.html", ("<p>" + "<a href=x>y</a>" * 200_000 + "</p>").encode()
    yield "objects.jsonl", b"[" * 3_000_000
    yield "slip.docx", document("<w:p/>", {"../../../../../../tmp/slip": "x", "/etc/slip": "x", "C:\\slip": "x"})


def document(body: str, others: dict[str, str] | None = None, prologue: str = "") -> bytes:
    """A DOCX with these paragraphs."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml",
            f'{prologue}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>',
        )
        for name, text in (others or {}).items():
            archive.writestr(name, text)
    return stream.getvalue()


def _read_all(folder: Path) -> Iterator[dict[str, object]]:
    """Read every file, warm, and tell what each took: seconds are of the processor."""
    from app import formats
    from app.errors import UserError
    from app.pipeline import from_file, rows_of

    def read(path: Path) -> str:
        try:
            data = path.read_bytes()
            if formats.aligned_format_for(data, path):
                formats.read_aligned(data, path)
            else:
                document = from_file(path, "de").document
                if len(document.text.plain) < 100_000:
                    rows_of(document, document)
        except UserError as error:
            return "refused" if "\n" not in str(error) else "wrong"
        return "read"

    import_module("urllib3.util.connection")  # comes with a library that cleans pages, and tries IPv6 by a socket that leads nowhere
    for ending in ("html", "md", "txt", "docx", "xlf", "tmx", "jsonl"):
        path = folder / f"warm.{ending}"
        path.write_bytes(document("<w:p/>") if ending == "docx" else b"<p>Ein Satz.</p>")
        read(path)
    for path in sorted(folder.glob("*-*"), key=lambda path: int(path.name.split("-")[0])):
        Path(os.environ["CALLS_LOG"]).write_bytes(b"")
        child = os.fork()
        if not child:
            os._exit(("read", "refused", "wrong").index(read(path)))
        _, status, usage = os.wait4(child, 0)
        diary = Path(os.environ["CALLS_LOG"]).read_text(encoding="utf-8", errors="replace").splitlines()
        yield {
            "file": path.name,
            "bytes": path.stat().st_size,
            "result": ("read", "refused", "wrong")[status >> 8] if not status & 0xFF else "died",
            "s": round(usage.ru_utime + usage.ru_stime, 2),
            "MB": usage.ru_maxrss >> 10,
            "calls": _outside(diary, path),
        }


def _outside(diary: list[str], path: Path) -> list[str]:
    """What a reader opened that is neither the file nor a part of the program, and sockets."""
    own = (
        str(path),
        os.environ["CALLS_LOG"],
        str(Path(__file__).parents[2]),
        sys.prefix,
        sys.base_prefix,
        "/usr/lib",
        "/lib",
        "/proc/self",
        "/dev/null",
        "/etc/ld.so",
    )
    return sorted({line for line in diary if not line.startswith(tuple(f"open {each}" for each in own))})


def main(*, bombs: bool = True) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        outside = folder / "outside" / "x.png"
        outside.parent.mkdir()
        outside.write_text("GEHEIM", encoding="utf-8")
        for number, (file, data) in enumerate((*_pages(str(outside)), *(_bombs() if bombs else ()))):
            (folder / f"{number}-{file}").write_bytes(data)
        environment = preload.environment(preload.compiled(folder), log=folder / "diary")
        words = [sys.executable, "-m", "tests.campaigns.hostile", "inside", str(folder)]
        done = subprocess.run(
            words, env={**environment, "GEGENLESEN_HOME": str(folder / "home")}, capture_output=True, text=True, check=False
        )
    if done.returncode:
        sys.stderr.write(done.stderr)
        return 1
    files = [json.loads(line) for line in done.stdout.splitlines()]
    large = [each for each in files if each["MB"] > MEGABYTES]
    slow = [each for each in files if each["s"] > max(1.0, each["bytes"] / 1_000_000)]
    called = [each for each in files if each["calls"]]
    wrong = [each for each in files if each["result"] in {"wrong", "died"}]
    figures = {
        "files": len(files),
        "refused": sum(each["result"] == "refused" for each in files),
        "opened outside": called[:3],
        "slow": slow[:5],
        "wrong": wrong[:3],
        "large": large[:3],
        "most MB": max(each["MB"] for each in files),
    }
    sys.stdout.write(json.dumps(figures) + "\n")
    return 1 if slow or called or wrong or large else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["inside"]:
        place = Path(sys.argv[2])
        for line in _read_all(place):
            sys.stdout.write(json.dumps(line) + "\n")
        raise SystemExit(0)
    raise SystemExit(main(bombs=sys.argv[1:] != ["pages"]))
