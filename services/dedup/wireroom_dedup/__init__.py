"""Dedup: the ordered decider on redeliveries, revisions, copies and near copies."""
