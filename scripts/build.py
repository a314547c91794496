"""Writes the generated part of docs/: `python scripts/build.py` is `edition build`."""

import sys

from edition.cli import main

sys.exit(main(["build", *sys.argv[1:]]))
