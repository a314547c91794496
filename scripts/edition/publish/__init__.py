"""From the edition to files. `view_of` plans them, `everything` writes them; both are pure."""
