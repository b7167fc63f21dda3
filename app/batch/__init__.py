"""Many pairs: JSON lines in, JSON lines or a project out, on as many processes or computers as wanted."""

from app.batch.checking import check_line, check_pair
from app.batch.filling import Filled, fill, fill_open
from app.batch.folder import keep_folder
from app.batch.inputs import Input, read_input
from app.batch.running import run
from app.batch.task import Setting
from app.batch.writing import check_file, check_lines

__all__ = [
    "Filled",
    "Input",
    "Setting",
    "check_file",
    "check_line",
    "check_lines",
    "check_pair",
    "fill",
    "fill_open",
    "keep_folder",
    "read_input",
    "run",
]
