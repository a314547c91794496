#!/bin/sh
# Builds the tree with Zensical, the other successor, and compares pages and anchors. Informs; stops no release.
set -eu
bin=$1 venv=.venv-zensical
[ -x "$venv/bin/zensical" ] || {
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r requirements/zensical.txt
}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -r docs overrides mkdocs.yml "$folder"
(cd "$folder" && "$OLDPWD/$venv/bin/zensical" build)
"$bin/mkdocs" build --quiet --strict --site-dir "$folder/mkdocs"
"$bin/python" - "$folder" <<'PYTHON'
import sys
from pathlib import Path

sys.path.insert(0, "tests/portability")
from compare import differences, skeleton

folder = Path(sys.argv[1])
found = differences(folder / "mkdocs", folder / "site")
print(f"{len(skeleton(folder / 'mkdocs'))} pages compared, {len(found)} differences", *found[:20], sep="\n")
sys.exit(bool(found))
PYTHON
