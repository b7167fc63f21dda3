import msgspec
import pytest
from msgspec.structs import replace

from app import settings
from app.errors import UserError
from app.settings import Appearance, Export, Language, Reviewer, Settings, Theme


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv(settings.HOME, str(tmp_path))
    return tmp_path


def test_settings_come_back_as_they_were_saved():
    chosen = replace(Settings(), appearance=Appearance(Language.GERMAN, Theme.DARK, 150))

    settings.save(chosen)

    assert settings.load() == (chosen, None)


def test_the_first_start_has_the_defaults():
    assert settings.load() == (Settings(), None)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b'{"appearance": {"theme": "\xc1"}}',
        b'{"appearance": {"theme": "pink"}}',
        b'{"appearance": {"text_percent": 9999}}',
    ],
)
def test_a_damaged_file_is_kept_aside_and_the_defaults_are_used(home, data):
    settings.save(Settings())
    (home / "config" / "settings.json").write_bytes(data)

    found, message = settings.load()

    assert found == Settings()
    assert "settings.damaged.json" in message.render()
    assert (home / "config" / "settings.damaged.json").read_bytes() == data
    assert settings.load() == (Settings(), None)


def test_a_setting_of_a_later_version_does_no_harm(home):
    settings.save(Settings())
    (home / "config" / "settings.json").write_text('{"appearance": {"theme": "dark", "sparkle": 3}, "moon": {}}', encoding="utf-8")

    assert settings.load() == (Settings(appearance=Appearance(theme=Theme.DARK)), None)


def test_settings_that_cannot_be_written_are_said_to_be(home):
    (home / "config").write_text("a file where the folder should be", encoding="utf-8")

    with pytest.raises(UserError):
        settings.save(Settings())


def test_settings_that_cannot_be_read_are_said_to_be(home):
    (home / "config" / "settings.json").mkdir(parents=True)

    found, message = settings.load()

    assert found == Settings()
    assert "could not be read" in message.render()


def test_a_damaged_file_that_cannot_be_kept_aside_does_not_stop_the_program(home):
    settings.save(Settings())
    (home / "config" / "settings.json").write_bytes(b"{")
    (home / "config" / "settings.damaged.json" / "in the way").mkdir(parents=True)

    found, message = settings.load()

    assert found == Settings()
    assert message is not None


@pytest.mark.parametrize("group", [Reviewer, Appearance, Export])
def test_every_setting_has_a_title_and_an_explanation(group):
    described = msgspec.json.schema(group)["$defs"][group.__name__]["properties"]

    assert described
    assert all(setting["title"] and setting["description"] for setting in described.values())


def test_without_a_home_the_folders_of_the_system_are_used(monkeypatch):
    monkeypatch.delenv(settings.HOME)

    folders = {settings.config_folder(), settings.data_folder(), settings.log_folder()}

    assert len(folders) >= 2
    assert all("gegenlesen" in str(folder) for folder in folders)
