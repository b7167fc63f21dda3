"""Fixtures: a server on this computer that answers as translation services do."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


class Stub:
    """What it was asked, and what it answers: a status, a body, and how long it waits."""

    def __init__(self):
        self.asked = []
        self.status, self.body, self.wait = 200, None, threading.Event()
        self.hangs = False
        self.location = ""


@pytest.fixture
def stub():
    said = Stub()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.answer(b"")

        def do_POST(self):
            self.answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

        def answer(self, question):
            said.asked.append((self.path, dict(self.headers), question))
            if said.hangs:
                said.wait.wait(20)
            body = said.body(question) if callable(said.body) else said.body or b""
            self.send_response(said.status)
            if said.location:
                self.send_header("Location", said.location)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    said.address = f"http://127.0.0.1:{server.server_port}"
    yield said
    said.wait.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def shouted():
    """The answer of a LibreTranslate server that translates into capitals."""
    return lambda question: json.dumps({"translatedText": [text.upper() for text in json.loads(question)["q"]]}).encode()
