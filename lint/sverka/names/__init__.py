"""Names of people, places, brands: found in a text, and looked for in its translation."""
