"""How time and memory grow with hostile texts and pages."""
