"""Checks sources and generated pages: `python scripts/check.py` is `edition check`."""

import sys

from edition.cli import main

sys.exit(main(["check", *sys.argv[1:]]))
