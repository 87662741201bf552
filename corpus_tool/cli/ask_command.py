"""``corpus-tool trace``, ``why`` and ``show``: questions about the last run."""
