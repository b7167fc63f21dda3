"""A real WordPress for the tests of this folder; where its packages cannot be had, they say so and are skipped."""

import importlib.util
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

spec = importlib.util.spec_from_file_location("wordpress_site", Path(__file__).with_name("site.py"))
wordpress_site = importlib.util.module_from_spec(spec)
sys.modules[spec.name] = wordpress_site
spec.loader.exec_module(wordpress_site)


@pytest.fixture(scope="session")
def wordpress():
    """Address, folder and application passwords of a fresh site."""
    folder = Path(tempfile.mkdtemp(prefix="gegenlesen-wp-"))
    made = wordpress_site.Site(folder)
    try:
        yield made.start() | {"pages": str(made.pages)}
    except wordpress_site.UnavailableError as why:
        pytest.skip(f"no WordPress here: {why}")
    finally:
        made.stop()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def fault(wordpress):
    """Make the site fail as sites do: a status and a body, or "slow"."""
    path = Path(wordpress["pages"], "fault")
    yield path.write_text
    path.unlink(missing_ok=True)
