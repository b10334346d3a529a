"""What a file of the catalogue may come to, so that none can stop a check: far above what any real file needs."""

MAX_BYTES = 262_144
MAX_DEPTH = 32  # collections within each other
MAX_NODES = 20_000  # keys and values
