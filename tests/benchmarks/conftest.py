def pytest_addoption(parser):
    parser.addoption(
        "--corpus", action="append", default=[], help="a JSONL file of article pairs with gold sentences and rows; may be repeated"
    )
