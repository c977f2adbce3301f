"""The command line: arguments made into a request, the request put to the library, the answer printed."""

from briefreader.cli.main import main

__all__ = ["main"]
