"""An engine for digital editions: one witness and its editorial YAML in, Markdown pages and data out."""
