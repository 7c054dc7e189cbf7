"""Decisions read out of documents: who told whom to do what, by when, and the sentence that says so."""
