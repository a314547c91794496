"""What is made after the pages, from the pages: EPUB, PDF, the ZIP. Unlike the core, this touches disk and tools."""
