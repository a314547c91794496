"""What every stage shares: values, places and codes of diagnostics, dates, tracked text, slugs."""
