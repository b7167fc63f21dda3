import os
import tempfile

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.services"]

# the whole suite works in folders of its own, never in those of the person who runs it
os.environ["GEGENLESEN_HOME"] = tempfile.mkdtemp(prefix="gegenlesen-tests-")

settings.register_profile("suite", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


@pytest.fixture(autouse=True)
def english_interface():
    from app.i18n import use_language

    use_language("en")
