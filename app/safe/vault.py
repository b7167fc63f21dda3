"""Passwords of services and sites, in the system's own safe: never in a project, a setting, a log or an export."""

from app.errors import UserError
from app.i18n import N_
from app.safe.web import host_of

OWNER = "Gegenlesen"
"""What the system's safe calls us."""


class NoVaultError(UserError):
    """This system has no safe that may be used now; the password can be held for this session only."""


def site_name(address: str, user: str) -> str:
    """The name under which the password of a user of a site is kept."""
    return f"{host_of(address)} {user}"


def secret(name: str) -> str | None:
    """The password kept under this name; None when there is none, or no safe to look into."""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(OWNER, name)
    except KeyringError:
        return None


def keep(name: str, password: str) -> None:
    """Keep a password under this name. Raises NoVaultError where the system has no safe, or keeps it locked."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(OWNER, name, password)
    except KeyringError:
        raise NoVaultError(
            N_("This system has no safe place for passwords, so this one is kept only until the program is closed.")
        ) from None


def forget(name: str) -> None:
    """Forget the password under this name, if there is one."""
    import keyring
    from keyring.errors import KeyringError, PasswordDeleteError

    try:
        keyring.delete_password(OWNER, name)
    except PasswordDeleteError:
        return  # there was none
    except KeyringError:
        raise NoVaultError(N_("The system’s safe for passwords cannot be opened: unlock it and try again.")) from None
