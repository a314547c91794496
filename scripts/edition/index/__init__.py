"""Where things are in the text: quotations resolved, mentions, words, and what the detectors find."""
