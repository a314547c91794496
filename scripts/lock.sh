#!/bin/sh
# Renews requirements/*.txt from pyproject.toml: every version pinned, every file hashed, no index named.
set -eu
bin=$1
compile() {
    "$bin/python" -m uv pip compile --quiet --universal --python-version 3.11.2 --generate-hashes --no-emit-index-url \
        --no-emit-find-links --no-annotate --no-header pyproject.toml "$@"
}
compile --group dev --output-file requirements/dev.txt
compile --constraint requirements/dev.txt --output-file requirements/site.txt
echo "zensical==0.0.73" | "$bin/python" -m uv pip compile --quiet --universal --python-version 3.11.2 --generate-hashes \
    --no-emit-index-url --no-emit-find-links --no-annotate --no-header - --output-file requirements/zensical.txt
compile --group bench --group dev --constraint requirements/dev.txt --output-file requirements/bench.txt
