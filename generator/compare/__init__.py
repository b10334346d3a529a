"""What changes for people between two states of the catalogue, and who must agree to it."""
