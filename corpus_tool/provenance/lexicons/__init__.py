"""Word lists of the provenance room, as data. Each file's header names its sources."""
