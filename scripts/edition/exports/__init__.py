"""The edition in formats to take away: text made from the edition alone, by the same ids and numbers as the pages."""
