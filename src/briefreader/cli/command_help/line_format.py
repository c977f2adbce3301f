"""The option by which commands print each line as a person wants it."""

from briefreader.cli.arguments import Option


def by_template(example: str) -> Option:
    """Return the option with an example of a template."""
    return Option("--format", f"print each line by a template such as '{example}'", value="TEMPLATE")


FORMAT = by_template("{date}\\t{id}\\t{title}")
