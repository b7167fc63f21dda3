"""Passwords go into the system's safe or nowhere."""

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import PasswordDeleteError

from app.safe import vault


class Drawer(KeyringBackend):
    """A safe in memory, at the border to the system."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def system():
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def test_a_password_is_kept_and_forgotten(system):
    system(Drawer())
    vault.keep("deepl", "k3y")
    assert vault.secret("deepl") == "k3y"
    vault.forget("deepl")
    vault.forget("deepl")
    assert vault.secret("deepl") is None


def test_without_a_safe_nothing_is_kept_and_one_is_told(system):
    system(NoKeyring())
    assert vault.secret("deepl") is None
    with pytest.raises(vault.NoVaultError, match="until the program is closed"):
        vault.keep("deepl", "k3y")
