import os
import sys
import tempfile

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.services"]

# the whole suite works in folders of its own, never in those of the person who runs it
os.environ["GEGENLESEN_HOME"] = tempfile.mkdtemp(prefix="gegenlesen-tests-")

settings.register_profile("suite", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


REACHED: list[str] = []
"""What the running test tried to reach beyond this computer."""


def _stays_here(event: str, arguments: tuple) -> None:
    """Let no test speak to another computer: nothing leaves the one of the person who works."""
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in {"socket.connect", "socket.sendto", "socket.bind"} and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    host = host.decode() if isinstance(host, bytes) else host
    if host not in {None, "", "localhost", "::1"} and not str(host).startswith("127."):
        REACHED.append(f"{event} {host}")
        raise PermissionError(f"a test wanted to reach {host}")


sys.addaudithook(_stays_here)


@pytest.fixture(autouse=True)
def nothing_reached():
    """Fail a test that wanted to reach another computer, also when what it got was taken for a network that is down."""
    REACHED.clear()
    yield
    assert not REACHED


@pytest.fixture(autouse=True)
def english_interface():
    from app.i18n import use_language

    use_language("en")
