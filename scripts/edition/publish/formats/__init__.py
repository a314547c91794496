"""The whole edition in other formats: plain text, TEI, the preview picture."""
