"""Rules about what pages claim, compared over the whole site."""
