"""The pages of a site: which files below its root are to be read."""

from sverka.discovery.walk import (
    FOLDER_TAGS,
    NO_PAGE,
    PAGE_SUFFIXES,
    SKIPPED_FOLDERS,
    Found,
    Skipped,
    Why,
    find_files,
    survey,
)

__all__ = [
    "FOLDER_TAGS",
    "NO_PAGE",
    "PAGE_SUFFIXES",
    "SKIPPED_FOLDERS",
    "Found",
    "Skipped",
    "Why",
    "find_files",
    "survey",
]
