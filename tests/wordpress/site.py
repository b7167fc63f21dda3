#!/usr/bin/env python3
"""A real WordPress with MariaDB and PHP on loopback, for tests: `python tests/wordpress/site.py up|down FOLDER`.

Debian's packages are downloaded and unpacked into the folder; nothing is installed, no service is registered. MariaDB listens
on a socket in the folder, PHP on a free port of 127.0.0.1, and the site may not open a connection to anywhere. `up` prints the
address and one application password for each user as JSON.
"""

import getpass
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

HERE = Path(__file__).parent
PACKAGES = (
    "wordpress php8.2-cli php8.2-common php8.2-mysql php8.2-xml php8.2-mbstring php8.2-curl php8.2-gd mariadb-server-core mariadb-client-core"
).split()
NEEDLESS = re.compile(r"apache2|libapache2|libapr|liblua")
MODULES = "mysqlnd mysqli ctype tokenizer dom xml simplexml xmlreader xmlwriter mbstring curl exif fileinfo gd iconv phar posix".split()
PATIENCE = 60.0


class UnavailableError(Exception):
    """The packages cannot be had here."""


class Site:
    """One site in one folder; `start` gives its address and passwords, `stop` ends exactly what was started."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root, self.pages, self.data, self.run = (folder / name for name in ("root", "site", "mysql", "run"))
        self.socket = self.run / "m.sock"
        self.started: list[subprocess.Popen] = []

    def start(self) -> dict[str, str]:
        self.run.mkdir(parents=True, exist_ok=True)
        self._unpack()
        self._database()
        port = free_port()
        address = f"http://127.0.0.1:{port}"
        self._lay_out(address)
        said = self._php(str(HERE / "install.php"), str(self.pages), address, capture=True)
        self._start("php", [*self._php_words(), "-S", f"127.0.0.1:{port}", "-t", str(self.pages), str(HERE / "router.php")])
        wait_for(lambda: answers(port))
        return {"url": address, **dict(line.split("=", 1) for line in said.splitlines() if "=" in line)}

    def stop(self) -> None:
        for path in self.run.glob("*.pid"):
            with suppress(ProcessLookupError):
                os.killpg(int(path.read_text()), signal.SIGTERM)
            path.unlink()
        for process in self.started:
            process.wait(PATIENCE)

    def _unpack(self) -> None:
        if (self.root / "usr/share/wordpress/wp-load.php").exists():
            return
        if not all(map(shutil.which, ("apt-get", "dpkg"))):
            raise UnavailableError("needs Debian's package tools")
        debs = self.folder / "debs"
        debs.mkdir(exist_ok=True)
        plan = subprocess.run(
            ["apt-get", "install", "-s", "--no-install-recommends", *PACKAGES], capture_output=True, text=True, check=False
        )
        wanted = {line.split()[1] for line in plan.stdout.splitlines() if line.startswith("Inst ")} | set(PACKAGES)
        wanted = sorted(name for name in wanted if not NEEDLESS.match(name))
        done = subprocess.run(["apt-get", "download", *wanted], cwd=debs, capture_output=True, text=True, check=False)
        if done.returncode:
            raise UnavailableError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "apt-get download failed")
        for deb in sorted(debs.glob("*.deb")):
            subprocess.run(["dpkg", "-x", str(deb), str(self.root)], check=True)

    def _database(self) -> None:
        binaries = self.root / "usr"
        if not (self.data / "mysql").is_dir():
            self.data.mkdir(exist_ok=True)
            make = [binaries / "bin/mariadb-install-db", "--no-defaults", f"--basedir={binaries}", f"--datadir={self.data}"]
            make += [f"--user={getpass.getuser()}", "--auth-root-authentication-method=normal", "--skip-test-db", "--force"]
            subprocess.run(list(map(str, make)), check=True, capture_output=True, env=self._environment())
        server = [binaries / "sbin/mariadbd", "--no-defaults", f"--user={getpass.getuser()}", f"--basedir={binaries}"]
        server += [f"--datadir={self.data}", f"--socket={self.socket}", "--skip-networking", f"--plugin-dir={binaries}/lib/mysql/plugin"]
        server += [f"--lc-messages-dir={binaries}/share/mysql", f"--character-sets-dir={binaries}/share/mysql/charsets"]
        server += ["--innodb-buffer-pool-size=64M", "--innodb-log-file-size=16M", "--innodb-flush-log-at-trx-commit=0"]
        self._start("mariadb", list(map(str, server)))
        client = [str(binaries / "bin/mariadb"), "--no-defaults", "-uroot", "-S", str(self.socket), "-e"]
        grant = "create database if not exists wp character set utf8mb4; create user if not exists wp@localhost identified by 'wp';"
        statement = f"{grant} grant all on wp.* to wp@localhost"
        wait_for(lambda: subprocess.run([*client, statement], check=False, capture_output=True, env=self._environment()).returncode == 0)

    def _lay_out(self, address: str) -> None:
        if not (self.pages / "wp-load.php").exists():
            shutil.copytree(self.root / "usr/share/wordpress", self.pages, symlinks=False, ignore_dangling_symlinks=True)
            extras = self.root / "var/lib/wordpress/wp-content"
            if extras.is_dir():
                shutil.copytree(extras, self.pages / "wp-content", dirs_exist_ok=True, ignore_dangling_symlinks=True)
            (self.pages / "wp-content/uploads").mkdir(parents=True, exist_ok=True)
            (self.pages / ".htaccess").unlink(missing_ok=True)
        config = (HERE / "config.php").read_text(encoding="utf-8")
        config = config.replace("@SOCKET@", str(self.socket)).replace("@ADDRESS@", address)
        (self.pages / "wp-config.php").write_text(config, encoding="utf-8")

    def _php_words(self) -> list[str]:
        extensions = next((self.root / "usr/lib/php").glob("2*"))
        words = [str(self.root / "usr/bin/php8.2"), "-n", "-d", f"extension_dir={extensions}", "-d", "display_errors=stderr"]
        words += ["-d", "memory_limit=256M", "-d", "upload_max_filesize=32M", "-d", "post_max_size=40M", "-d", f"sys_temp_dir={self.run}"]
        return words + [word for name in MODULES for word in ("-d", f"extension={name}.so")]

    def _php(self, *words: str, capture: bool = False) -> str:
        done = subprocess.run([*self._php_words(), *words], check=False, capture_output=capture, text=True, env=self._environment())
        if done.returncode:
            raise RuntimeError(done.stderr or done.stdout)
        return done.stdout or ""

    def _start(self, name: str, words: list[str]) -> None:
        log = (self.run / f"{name}.log").open("w")
        environment = self._environment() | {"PHP_CLI_SERVER_WORKERS": "2"}
        started = subprocess.Popen(words, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True, env=environment)
        log.close()
        self.started.append(started)
        (self.run / f"{name}.pid").write_text(str(started.pid))

    def _environment(self) -> dict[str, str]:
        libraries = next((self.root / "usr/lib").glob("*-linux-gnu"), self.root)
        return dict(os.environ, LD_LIBRARY_PATH=str(libraries))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait_for(ready) -> None:
    end = time.monotonic() + PATIENCE
    while not ready():
        if time.monotonic() > end:
            raise TimeoutError("the site does not answer")
        time.sleep(0.1)


if __name__ == "__main__":
    word, folder = sys.argv[1:3]
    site = Site(Path(folder).absolute())
    if word == "up":
        sys.stdout.write(json.dumps(site.start()) + "\n")
    else:
        site.stop()
