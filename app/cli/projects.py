"""The commands on project files: `create`, `export`, `verify`, `recover`."""

import argparse
import sys

from app import deliver, pipeline, store
from app.article import Project, composed
from app.errors import UserError
from app.i18n import N_, _
from app.reports.text import findings_as_text

EXPORTS = ("html", "md", "txt", "docx")
STOPPED, DAMAGED = 3, 1
