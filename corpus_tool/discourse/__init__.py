"""discourse."""
