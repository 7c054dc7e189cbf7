"""A question and an index into a cited answer, on screen, on the command line and for other programs."""
