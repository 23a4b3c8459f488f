"""Persons, organisations, places and demonyms in a text."""
