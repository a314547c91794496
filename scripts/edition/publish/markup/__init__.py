"""Builders of markup, one for each language; each escapes what it is given."""
