"""Reading and writing the disk: the inputs, docs/ and its lock.

Only this package, `release`, `serve` and `cli` touch files. The engine owns a list of paths below docs/
(`publish.plan.OWNED`); what is written by hand beside them is never opened, linked, moved or removed.
"""

from edition.store.lock import locked
from edition.store.tree import pending, read_inputs, read_tree, recover, write_tree

__all__ = ["locked", "pending", "read_inputs", "read_tree", "recover", "write_tree"]
