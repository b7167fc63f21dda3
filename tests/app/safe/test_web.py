"""The door to the network."""

import pytest

from app.safe.web import UnsafeAddressError, ask, checked, host_of, on_this_computer


@pytest.mark.parametrize("address", ["https://cms.example/x", "http://127.0.0.1:8080/", "http://localhost/", "http://[::1]:5000/"])
def test_what_is_encrypted_or_here_may_be_spoken_to(address):
    assert checked(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "http://cms.example/",
        "ftp://cms.example/",
        "cms.example",
        "",
        "https://",
        "http://127.0.0.1.example/",
        "https://x:99999/",
        "file:///etc/passwd",
        "http://10.0.0.1/",
    ],
)
def test_everything_else_is_refused_before_anything_is_sent(address):
    with pytest.raises(UnsafeAddressError):
        ask("GET", address)


def test_a_host_is_named_without_the_password_in_its_address():
    assert host_of("https://me:secret@cms.example:8443/wp-json") == "cms.example:8443"
    assert not on_this_computer("https://me:127.0.0.1@cms.example/")


def test_no_redirection_is_followed(tmp_path):
    import threading
    from http.server import BaseHTTPRequestHandler, HTTPServer

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.1:9/elsewhere")
            self.end_headers()

        def log_message(self, *_words):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.handle_request)
    thread.start()
    answer = ask("GET", f"http://127.0.0.1:{server.server_port}/", headers={"Authorization": "secret"})
    thread.join()
    server.server_close()
    assert (answer.status, answer.headers["location"]) == (302, "http://127.0.0.1:9/elsewhere")
