import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.safe.clean import clean_html
from app.safe.links import IMAGE_SCHEMES, safe_address


@pytest.mark.parametrize(
    "address",
    ["https://news.example/a?b=1&c=ü#d", "mailto:desk@news.example", "tel:+49301234", "/local", "story.html", "#part", "//cdn.example/x"],
)
def test_ordinary_addresses_stay_as_they_are(address):
    assert safe_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "java\u2029script:x",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "\\\\attacker.example\\share",
        "/\\attacker.example/share".replace("/", "\\"),
    ],
)
def test_addresses_that_run_or_open_something_are_dropped(address):
    assert safe_address(address) == ""


def test_a_picture_is_not_fetched_by_mail():
    assert safe_address("mailto:x@y.example", IMAGE_SCHEMES) == ""


@given(st.text())
def test_an_address_that_passed_once_passes_unchanged(address):
    once = safe_address(address)
    assert safe_address(once) == once


def test_the_gate_drops_scripts_handlers_and_foreign_elements():
    dirty = '<p onclick="x()" style="a" class="b">Gut<script>x()</script><iframe src="x"></iframe><span>!</span></p><a href="javascript:x()">a</a>'
    assert clean_html(dirty) == "<p>Gut!</p><a>a</a>"
