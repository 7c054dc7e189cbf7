"""Passages into vectors and terms, and a question into hits. It knows nothing of answers or screens."""
