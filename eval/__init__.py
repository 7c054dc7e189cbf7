"""Measures the other rooms; nothing in them knows of it."""
