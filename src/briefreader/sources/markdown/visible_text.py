"""Reads what a person sees of Markdown, without paragraphs or structure."""

import re

_TAG = re.compile(r"</?[A-Za-z][^<>]*+>")
_ADDRESS = (
    r"\(\s*+(?:<[^<>]*+>|(?:[^()\[\]\s]|\([^()\[\]\s]*+\)|\()*)"
    r"(?:\s++(?:\"[^\"\n]*+\"|'[^'\n]*+'))?\s*+\)(?:\{[^{}]*+\})?"
)
_IMAGE = re.compile(rf"!\[[^\[\]]*+\]{_ADDRESS}")
_DESTINATION = re.compile(rf"\]{_ADDRESS}")
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]^][^\[\]]*\]:.*$", re.MULTILINE)
_REFERENCE = re.compile(r"\]\[[^\[\]]*+\]")
_TASK = re.compile(r"^[ >]*+[-*+] \[[xX]\]", re.MULTILINE)


def read(body: str) -> str:
    """Return what a person sees of a Markdown text without comments: all but addresses, images and tags."""
    if "<" in body:
        body = _TAG.sub(" ", body)
    if "](" in body:
        body = _DESTINATION.sub("] ", _IMAGE.sub(" ", body))
    if "]:" in body:
        body = _REFERENCE.sub("]", _DEFINITION.sub(" ", body))
    return _TASK.sub("", body) if "[x]" in body or "[X]" in body else body
