"""A reader for each form in which a witness comes."""
