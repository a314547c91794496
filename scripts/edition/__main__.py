"""`python -m edition` is the command `edition`."""

import sys

from .cli import main

sys.exit(main())
