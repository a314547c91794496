"""The citation record, and what is made of it: styles, and formats of reference managers."""
