"""Files into documents into passages: the first room. It knows nothing of vectors, questions or screens."""
