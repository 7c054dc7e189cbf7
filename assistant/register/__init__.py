"""The register of decisions: what the documents tell of them put together, selected, written out and asked."""
