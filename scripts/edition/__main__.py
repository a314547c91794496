"""`python -m edition` is the command `edition`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line. Ctrl-C while its modules are still being loaded ends it as it does later."""
    try:
        from edition.cli import main as run

        return run()
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
