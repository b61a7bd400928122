"""Tests of what pages claim."""
