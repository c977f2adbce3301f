"""`python -m briefreader` is the command `briefreader`."""

from briefreader.cli import main

main()
