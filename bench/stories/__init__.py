"""How well and how fast documents are grouped into stories, and how the weights for it are made."""
