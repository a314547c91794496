"""What is written and where: paths, anchors, links and the tree of divisions, known before anything is written."""
