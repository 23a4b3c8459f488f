"""Wireroom's ingest: news in every format it reads, made into one Article each."""
