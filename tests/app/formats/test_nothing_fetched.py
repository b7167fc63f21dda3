"""Whatever a file names, nothing is fetched and no other file is opened."""

import io
import select
import socket
import zipfile
from contextlib import closing

import pytest

from app.errors import UserError
from app.formats import FORMATS, format_named
from app.formats.body import body_html

TEXT = "Der Rat hat die Brücke geschlossen."
CARRIERS = [
    "img src",
    "img srcset",
    "img longdesc",
    "link rel=stylesheet href",
    "script src",
    "iframe src",
    "embed src",
    "object data",
    "audio src",
    "video poster",
    "source src",
    "track src",
    "input type=image src",
    "body background",
    "table background",
    "td background",
    "form action",
    "button formaction",
    "a href",
    "a ping",
    "area href",
    "base href",
    "blockquote cite",
    "q cite",
    "del cite",
    "html manifest",
    "frame src",
    "applet code",
    "svg xlink:href",
    "image href",
    "use href",
    "div style=background:url",
    "meta http-equiv=refresh content",
]


@pytest.fixture
def listener():
    with closing(socket.socket()) as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server


def address(listener):
    return f"http://127.0.0.1:{listener.getsockname()[1]}/x"


def was_called(listener):
    return bool(select.select([listener], [], [], 0)[0])


def written(document):
    for known in FORMATS:
        if known.write:
            known.write(document)
    return body_html(document)


def test_a_page_fetches_nothing_while_it_is_read_or_written(listener):
    url = address(listener)
    body = "".join(f'<{carrier}="{url}">' for carrier in CARRIERS) + f"<style>@import url({url}); p {{ background: url({url}) }}</style>"
    for page in (f"<p>{TEXT}</p>{body}", f'<!DOCTYPE html SYSTEM "{url}"><?xml-stylesheet href="{url}"?><p>{TEXT}</p>{body}'):
        html = written(format_named("html").read(page.encode(), "").document)
        assert TEXT in html
    assert not was_called(listener)


def test_markdown_fetches_nothing(listener):
    markdown = f"{TEXT} ![a]({address(listener)}) <img src={address(listener)}>\n\n[x]: {address(listener)}\n"
    assert TEXT in written(format_named("md").read(markdown.encode(), "").document)
    assert not was_called(listener)


def test_a_word_document_fetches_neither_template_nor_picture_nor_entity(listener, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("GEHEIM")
    url = address(listener)
    main = f'<w:document xmlns:w="w" xmlns:r="r"><w:body><w:p><w:r><w:t>{TEXT}</w:t></w:r><w:r><w:drawing><blip r:link="a"/></w:drawing></w:r></w:p></w:body></w:document>'
    links = "".join(
        f'<Relationship Id="{name}" Type="x/{kind}" Target="{url}" TargetMode="External"/>'
        for name, kind in [("a", "image"), ("b", "styles"), ("c", "header"), ("d", "attachedTemplate")]
    )
    for prologue in (
        "",
        f'<!DOCTYPE x SYSTEM "{url}">',
        f'<!DOCTYPE x [<!ENTITY t SYSTEM "{secret.as_uri()}">]>',
        f'<!DOCTYPE x [<!ENTITY % t SYSTEM "{url}"> %t;]>',
    ):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("word/document.xml", prologue + main)
            archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{links}</Relationships>")
        if prologue:
            with pytest.raises(UserError) as caught:
                format_named("docx").read(stream.getvalue(), "")
            assert "GEHEIM" not in str(caught.value)
        else:
            assert TEXT in written(format_named("docx").read(stream.getvalue(), "").document)
    assert not was_called(listener)
