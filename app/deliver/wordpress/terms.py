"""Tags, categories and pictures of a site by their names."""

import html
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from app.deliver.wordpress.site import RestError, Site


def term_ids(site: Site, kind: str, names: tuple[str, ...], *, make: bool) -> tuple[int, ...]:
    """The numbers of ``tags`` or ``categories`` with these names; with `make`, missing ones are made where the user may."""
    found = (_term_id(site, kind, name, make=make) for name in names)
    return tuple(number for number in found if number)


def _term_id(site: Site, kind: str, name: str, *, make: bool) -> int:
    listed = site.call("GET", f"wp/v2/{kind}", params={"search": name, "per_page": "100", "_fields": "id,name"})
    known = next((term["id"] for term in listed if _plain(term["name"]) == _plain(name)), 0)
    if known or not make:
        return int(known)
    try:
        return int(site.call("POST", f"wp/v2/{kind}", {"name": name})["id"])
    except RestError as error:
        if error.status in {400, 403}:  # made by somebody meanwhile, or not for this user to make: said when it is read back
            return 0
        raise


def _plain(name: str) -> str:
    """Names come back with their signs escaped."""
    return html.unescape(name).casefold().strip()


def picture_id(site: Site, wanted: str) -> int:
    """The number of a picture in the site's library, by its number or file name; 0 when the site has none like it."""
    if wanted.isdecimal():
        return int(wanted)
    return int(picture(site, wanted).get("id", 0)) if wanted else 0


def picture(site: Site, address: str) -> dict[str, Any]:
    """What the site's library says about the picture at this address or with this file name; empty when it has none."""
    name = PurePosixPath(urlsplit(address).path).name
    stem = PurePosixPath(name).stem
    if not stem:
        return {}
    listed = site.call("GET", "wp/v2/media", params={"search": stem, "per_page": "20", "context": "edit"})
    return next((dict(each) for each in listed if PurePosixPath(urlsplit(each["source_url"]).path).name == name), {})


def describe_picture(site: Site, address: str, alt: str) -> bool:
    """Give a picture of the site's library its alt text; returns whether the site has the picture."""
    known = picture(site, address)
    if known and known.get("alt_text") != alt:
        site.call("POST", f"wp/v2/media/{known['id']}", {"alt_text": alt})
    return bool(known)
