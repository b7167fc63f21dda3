"""A project on a network drive is told from one on this computer."""

from pathlib import Path

import pytest

from app.store import remote
from app.store.remote import caution, file_system, listed, numbered

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:35 / /mnt/desk rw,relatime shared:20 - nfs4 server:/desk rw,vers=4.2
41 22 0:36 / /mnt/My\\040Desk rw,relatime - cifs //server/desk rw
42 40 0:37 / /mnt/desk/here rw - tmpfs tmpfs rw
43 22 0:38 / /home/jo/away rw - fuse.sshfs jo@host: rw
not a line of mounts
"""

MAC = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
//jo@server/desk on /Volumes/My on Desk (old) (smbfs, nodev, nosuid, mounted by jo)
server:/desk on /Volumes/desk (nfs)
/dev/disk4s1 on /Volumes/STICK (msdos, local, nodev, nosuid, noowners)
not a line of mounts
"""
"""As mount(8) of macOS prints it."""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/jo/story.gegenlesen", "ext4"),
        ("/mnt/desk/a/story.gegenlesen", "nfs4"),
        ("/mnt/desktop/story.gegenlesen", "ext4"),
        ("/mnt/desk/here/story.gegenlesen", "tmpfs"),
        ("/mnt/My Desk/story.gegenlesen", "cifs"),
        ("/home/jo/away/story.gegenlesen", "fuse.sshfs"),
    ],
)
def test_a_file_lies_on_the_deepest_mount_that_holds_it(path, kind):
    assert file_system(Path(path), numbered(MOUNTS)) == kind


def test_what_is_mounted_over_another_counts():
    assert file_system(Path("/a/b"), numbered("1 0 0:1 / /a rw - ext4 x rw\n2 1 0:2 / /a rw - nfs y rw\n")) == "nfs"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/Users/jo/story.gegenlesen", "apfs"),
        ("/Volumes/My on Desk (old)/a/story.gegenlesen", "smbfs"),
        ("/Volumes/desk/story.gegenlesen", "nfs"),
        ("/Volumes/STICK/story.gegenlesen", "msdos"),
    ],
)
def test_a_mac_lists_its_mounts_in_words(path, kind):
    assert file_system(Path(path), listed(MAC)) == kind


def test_one_sentence_says_what_to_keep_in_mind(tmp_path, monkeypatch):
    mounts = tmp_path / "mountinfo"
    monkeypatch.setattr(remote, "_MOUNTS", mounts)
    project = tmp_path / "story.gegenlesen"

    mounts.write_text(f"1 0 0:1 / {tmp_path.resolve()} rw - nfs4 server:/desk rw\n", encoding="utf-8")
    assert "one computer at a time" in caution(project).render()

    mounts.write_text("1 0 0:1 / / rw - ext4 /dev/sda1 rw\n", encoding="utf-8")
    assert caution(project) is None
    mounts.unlink()
    assert caution(project) is None


def test_a_share_of_windows_is_known_by_its_name():
    assert remote._is_remote_drive(r"\\server\desk")
    assert not remote._is_remote_drive("C:")
