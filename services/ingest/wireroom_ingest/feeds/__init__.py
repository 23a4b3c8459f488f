"""Feeds, polled at a fixed interval."""
