"""`python -m briefreader` is the command `briefreader`."""

import sys

from briefreader.cli import main

sys.exit(main())
