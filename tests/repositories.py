"""Small git repositories that tests make up."""

import subprocess
from collections.abc import Mapping
from pathlib import Path


def git(repository: Path, *arguments: str) -> str:
    """Run git in a repository as someone who has no settings; return the output."""
    identity = ("-c", "user.name=Someone", "-c", "user.email=someone@example.org", "-c", "commit.gpgsign=false")
    command = ["git", "-C", str(repository), *identity, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def commit(repository: Path, files: Mapping[str, str]) -> str:
    """Make a commit of a repository that holds these files and no other; return its name."""
    if repository.exists():
        git(repository, "rm", "--quiet", "-r", ".")
    repository.mkdir(parents=True, exist_ok=True)
    git(repository, "init", "--quiet")
    for path, text in files.items():
        (repository / path).parent.mkdir(parents=True, exist_ok=True)
        (repository / path).write_text(text, "utf-8")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "Files")
    return git(repository, "rev-parse", "HEAD")
