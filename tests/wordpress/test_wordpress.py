"""Stories to a real WordPress and back: exactly, once, and never over anybody's head."""

import hashlib
import json
import os
import random
import re
from pathlib import Path

import pytest

from app.article.restraint import EMBARGO
from app.cli import main
from app.deliver.wordpress import (
    ChangedError,
    Draft,
    Known,
    PublishedError,
    RestError,
    Site,
    describe_picture,
    discovered,
    draft_of,
    fetch,
    found,
    reading,
    send,
)
from app.errors import UserError
from app.formats import format_named
from app.formats.blockmarkup import block_markup
from app.model.fields import SLUG, TEASER, value
from app.safe import web
from app.store import Store

STORIES = int(os.environ.get("GEGENLESEN_STORIES", "20"))
"""How many stories go to the site and back; a hundred take a minute or two."""

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf5000000386018059a359ad0000000049454e44ae426082"
)


@pytest.fixture
def site(wordpress):
    return Site(discovered(wordpress["url"]), "redaktion", wordpress["redaktion"])


def as_user(wordpress, name):
    return Site(discovered(wordpress["url"]), name, wordpress[name])


def story(html, language="de"):
    return format_named("html").read(html.encode(), language).document


def posts(site, slug):
    return site.call("GET", "wp/v2/posts", params={"slug": slug, "status": "draft,pending,publish,future,private", "context": "edit"})


def test_stories_come_back_as_they_were_sent(site):
    words = "Rat Brücke „Nein“ – 5 € & Co. <Tor> Straße 10.000 Euro, sagte sie. O’Neill 😀 \\n \\u00e4 [kurz] [gallery] %s".split()
    dice = random.Random(20)
    for number in range(STORIES):
        body = "".join(
            dice.choice(
                [
                    "<p>{}</p>",
                    "<h2>{}</h2>",
                    "<h3>{}</h3>",
                    "<ul><li>{}</li><li>b</li></ul>",
                    "<blockquote><p>{}</p></blockquote>",
                    "<p><b>{}</b> und <a href='/x?a=1&amp;b=2'>mehr</a></p>",
                ]
            ).format(" ".join(dice.choices(words, k=9)).replace("&", "&amp;").replace("<", "&lt;"))
            for _ in range(6)
        )
        draft = draft_of(story(f"<h1>Nummer {number} – „so“ &amp; so</h1>{body}"))
        sent = send(site, draft)
        assert (sent.post.title, sent.post.content, sent.ignored) == (draft.title, draft.content, ())
        assert sent.post.status == "draft"


def test_the_site_knows_every_block(site, wordpress):
    """WordPress itself parses the markup into registered blocks, writes it again the same, and nothing is left over."""
    everything = story(
        "<h1>Alles</h1><p>Ein <em>Wort</em>.</p><h2>Zwei</h2><h4>Vier</h4><ol><li>eins<ul><li>innen</li></ul></li></ol><blockquote><p>„Ja“</p></blockquote>"
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table><figure><img src='https://x.example/a.png' alt='Bild'><figcaption>Unter</figcaption></figure>"
        "<pre>x &lt; y</pre>"
    )
    content = send(site, draft_of(everything)).post.content
    assert content == block_markup(everything)
    names = set(re.findall(r"<!-- wp:([a-z-]+)", content))
    registered = {
        each["name"].removeprefix("core/")
        for each in as_user(wordpress, "chef").call("GET", "wp/v2/block-types", params={"per_page": "100"})
    }
    assert names == {"paragraph", "heading", "list", "list-item", "quote", "table", "image", "code"}
    assert names <= registered


def test_a_second_delivery_renews_the_same_draft(site):
    first = send(site, draft_of(story("<h1>Die Fähre fährt</h1><p>Heute.</p>")))
    again = send(site, draft_of(story("<h1>Die Fähre fährt</h1><p>Morgen.</p>")), first.known)
    assert (first.created, again.created, again.post.id) == (True, False, first.post.id)
    assert "Morgen." in again.post.content


def test_teaser_slug_and_tags_arrive_and_what_does_not_is_said(site, monkeypatch):
    draft = Draft(
        "Hafen",
        "<!-- wp:paragraph -->\n<p>Der Hafen.</p>\n<!-- /wp:paragraph -->",
        "Kurz gesagt: Hafen.",
        "hafen-neu",
        ("Fähre", "Hafen"),
        ("Politik", "Gibtsnicht"),
    )
    asked = []
    call = Site.call
    monkeypatch.setattr(
        Site, "call", lambda self, method, route, *more, **rest: asked.append(route) or call(self, method, route, *more, **rest)
    )
    sent = send(site, draft)
    assert asked.count("wp/v2/categories") == len(draft.categories)
    assert (sent.post.excerpt, sent.post.slug, len(sent.post.tags), len(sent.post.categories)) == ("Kurz gesagt: Hafen.", "hafen-neu", 2, 1)
    assert [message.render() for message in sent.ignored] == [f"{site.host} does not have all of these categories: Politik, Gibtsnicht."]


def test_nobody_s_change_is_written_over_unseen(site, wordpress):
    sent = send(site, draft_of(story("<h1>Geändert</h1><p>Unser Satz.</p>")))
    colleague = as_user(wordpress, "chef")
    colleague.call("POST", f"wp/v2/posts/{sent.post.id}", {"content": "<p>Ihr Satz.</p>"})
    ours = draft_of(story("<h1>Geändert</h1><p>Unser neuer Satz.</p>"))
    with pytest.raises(ChangedError) as stop:
        send(site, ours, sent.known)
    assert "Ihr Satz." in stop.value.theirs.content
    assert fetch(site, sent.post.id).content == "<p>Ihr Satz.</p>"
    assert "Unser neuer Satz." in send(site, ours, sent.known, over=stop.value.theirs).post.content
    colleague.call("POST", f"wp/v2/posts/{sent.post.id}", {"content": "<p>Noch ein Satz.</p>"})
    with pytest.raises(ChangedError):
        send(site, ours, sent.known, over=stop.value.theirs)


def test_somebody_else_s_draft_of_the_same_slug_is_shown_first(site, wordpress):
    as_user(wordpress, "chef").call(
        "POST", "wp/v2/posts", {"title": "Fremd", "content": "<p>Fremd</p>", "slug": "gleicher-name", "status": "draft"}
    )
    draft = Draft("Eigen", "<!-- wp:paragraph -->\n<p>Eigen</p>\n<!-- /wp:paragraph -->", slug="gleicher-name")
    with pytest.raises(ChangedError):
        send(site, draft)
    assert len(posts(site, "gleicher-name")) == 1


def test_a_published_post_is_left_alone(site, wordpress):
    sent = send(site, draft_of(story("<h1>Erschienen</h1><p>Satz.</p>")))
    as_user(wordpress, "chef").call("POST", f"wp/v2/posts/{sent.post.id}", {"status": "publish"})
    with pytest.raises(PublishedError, match="is published"):
        send(site, draft_of(story("<h1>Erschienen</h1><p>Neuer Satz.</p>")), sent.known)


def test_a_draft_in_the_bin_is_not_doubled_and_one_deleted_for_good_is_made_anew(site):
    draft = draft_of(story("<h1>Weg damit</h1><p>Satz.</p>"))
    sent = send(site, draft)
    site.call("DELETE", f"wp/v2/posts/{sent.post.id}")
    with pytest.raises(PublishedError, match="in the bin"):
        send(site, draft, sent.known)
    site.call("DELETE", f"wp/v2/posts/{sent.post.id}", params={"force": "true"})
    assert send(site, draft, sent.known).created


def test_a_contributor_sends_a_draft_and_an_author_is_told_what_was_stripped(wordpress):
    sent = send(as_user(wordpress, "gast"), draft_of(story("<h1>Von einem Gast</h1><p>Satz.</p>")))
    assert sent.post.status == "draft"
    stripped = send(as_user(wordpress, "autor"), Draft("Mit Skript", '<p onclick="x()">Satz.</p>', slug="mit-skript"))
    assert "may not use all of its markup" in stripped.ignored[0].render()


def test_a_draft_that_arrived_without_an_answer_is_found_again(site, fault, monkeypatch):
    draft = draft_of(story("<h1>Abgerissene Verbindung</h1><p>Satz.</p>"))
    fault("slow")
    monkeypatch.setitem(web.ask.__kwdefaults__, "seconds", 1.0)
    sent = send(site, draft)
    assert sent.post.content == draft.content
    monkeypatch.setitem(web.ask.__kwdefaults__, "seconds", 30.0)
    assert len(posts(site, draft.slug)) == 1
    assert send(site, draft).post.id == sent.post.id


@pytest.mark.parametrize(
    ("failure", "sentence"),
    [
        ('401 {"code":"incorrect_password"}', "application password"),
        ("403 <html>Blocked</html>", "firewall"),
        ('403 {"code":"rest_cannot_create"}', "role of an author"),
        ("200 <html>Log in</html>", "something other than data"),
        ("413 too large", "larger than"),
        ("502 <html>Bad gateway</html>", "out of order"),
        ("302 ", "another address"),
    ],
)
def test_each_way_of_failing_is_one_sentence(site, fault, failure, sentence):
    fault(failure)
    with pytest.raises(UserError, match=sentence) as caught:
        send(site, draft_of(story("<h1>Störung</h1><p>Satz.</p>")))
    assert site.password not in str(caught.value)


def test_a_wrong_password_is_told_from_a_missing_right(wordpress, site):
    with pytest.raises(RestError, match="does not accept") as caught:
        send(Site(site.root, "redaktion", "falsch"), Draft("x", "y", slug="x"))
    assert caught.value.status == 401


def test_plain_permalinks_are_found_too(wordpress, site):
    assert site.root == wordpress["url"] + "/wp-json/"
    plain = Site(wordpress["url"] + "/?rest_route=/", site.user, site.password)
    sent = send(plain, draft_of(story("<h1>Ohne schöne Adressen</h1><p>Satz.</p>")))
    assert found(plain, str(sent.post.id)) == fetch(site, sent.post.id)


def test_a_host_without_wordpress_says_so(wordpress, fault):
    fault("404 nothing")
    with pytest.raises(UserError, match="no interface for WordPress"):
        discovered(wordpress["url"])
    with pytest.raises(web.UnreachableError):
        discovered("http://127.0.0.1:9")
    with pytest.raises(web.UnsafeAddressError):
        discovered("http://cms.example")


def test_a_post_is_opened_by_number_address_or_slug(site, wordpress):
    sent = send(
        site,
        Draft(
            "Öffnen & lesen", "<!-- wp:paragraph -->\n<p>Ein <em>Satz</em>.</p>\n<!-- /wp:paragraph -->", "Der Teaser.", "oeffnen-und-lesen"
        ),
    )
    names = (
        str(sent.post.id),
        f"{wordpress['url']}/?p={sent.post.id}",
        f"{wordpress['url']}/wp-admin/post.php?post={sent.post.id}&action=edit",
        "oeffnen-und-lesen",
    )
    assert {found(site, name) for name in names} == {sent.post}
    read, _page = reading(sent.post, "de")
    document = read.document
    assert (document.title, value(document, TEASER), value(document, SLUG)) == ("Öffnen & lesen", "Der Teaser.", "oeffnen-und-lesen")
    assert block_markup(document) == sent.post.content
    with pytest.raises(UserError, match="no post"):
        found(site, "gibt-es-nicht")


def test_a_picture_of_the_site_gets_its_alt_text_and_can_be_featured(site):
    headers = {"Content-Type": "image/png", "Content-Disposition": 'attachment; filename="faehre.png"'}
    made = site.call("POST", "wp/v2/media", data=PIXEL, headers=headers)
    assert describe_picture(site, made["source_url"], "Die Fähre im Hafen")
    assert site.call("GET", f"wp/v2/media/{made['id']}")["alt_text"] == "Die Fähre im Hafen"
    assert not describe_picture(site, "https://other.example/nichts.png", "x")
    sent = send(site, Draft("Mit Bild", "<p>Satz.</p>", slug="mit-bild", featured="faehre.png"))
    assert sent.post.featured == made["id"]


def test_what_is_remembered_of_a_delivery_survives_as_text(site):
    sent = send(site, draft_of(story("<h1>Merken</h1><p>Satz.</p>")))
    kept = json.loads(json.dumps({"id": sent.known.id, "digest": sent.known.digest}))
    assert Known(**kept) == sent.known


@pytest.fixture
def project(tmp_path, capsys):
    (tmp_path / "s.txt").write_text("Ferry\n\nIt cost $4 million. Nobody minds.", encoding="utf-8")
    (tmp_path / "t.txt").write_text("Fähre am Kai\n\nSie kostete 4 Milliarden Dollar. Niemand stört sich daran.", encoding="utf-8")
    assert main(["create", str(tmp_path / "s.txt"), str(tmp_path / "t.txt"), "-o", str(tmp_path / "p.gegenlesen")]) == 0
    capsys.readouterr()
    return str(tmp_path / "p.gegenlesen")


def test_the_command_line_sends_through_the_gate_and_renews_the_draft(project, wordpress, site, monkeypatch, capsys):
    words = ["send", project, "--to", "wordpress", "--site", wordpress["url"], "--user", "redaktion"]
    monkeypatch.setenv("GEGENLESEN_PASSWORD", wordpress["redaktion"])
    assert main(words) == 3
    assert main(["findings", project]) == 0
    capsys.readouterr()
    main(["findings", project])
    name = capsys.readouterr().out.split()[0]
    assert main(["accept", project, name, "--reason", "checked"]) == 0
    assert main(words) == 0
    assert main(words) == 0
    assert "The draft was renewed" in capsys.readouterr().out
    (post,) = posts(site, "faehre-am-kai")
    site.call("POST", f"wp/v2/posts/{post['id']}", {"content": "<p>Anders.</p>"})
    assert main(words) == 4
    assert "<p>Anders.</p>" in capsys.readouterr().err
    assert main([*words, "--over"]) == 0
    assert "Milliarden" in fetch(site, post["id"]).content


def test_a_story_under_embargo_is_sent_for_a_reason_and_goes_where_it_went_before(project, wordpress, site, monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("GEGENLESEN_PASSWORD", wordpress["redaktion"])
    store, opened = Store.open(Path(project))
    store.record(opened.articles[0].edit(1, "Fähre unter Sperrfrist"))
    store.record(opened.articles[0].note_field(EMBARGO, "2099-12-01"))
    store.close()
    words = ["send", project, "--to", "wordpress"]
    there = ["--site", wordpress["url"], "--user", "redaktion"]
    assert main([*words, *there]) == 2
    assert "under embargo" in capsys.readouterr().err
    assert main([*words, *there, "--accept", "a draft for Monday", "--manifest", str(tmp_path / "m.json")]) == 0
    record = json.loads((tmp_path / "m.json").read_text("utf-8"))
    (post,) = posts(site, "faehre-unter-sperrfrist")
    assert post["status"] == "draft"
    assert record["hashes"]["payload"] == hashlib.sha256(post["content"]["raw"].encode()).hexdigest()
    assert record["waved_through"]["embargo 2099-12-01"] == "a draft for Monday"
    assert main(words) == 0
    assert "The draft was renewed" in capsys.readouterr().out
