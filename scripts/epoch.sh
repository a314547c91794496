#!/bin/sh
# The time of the last commit, in seconds since 1970: of the checkout; of the commit that `git archive` has put into
# commit-time.txt; or else that of the first day a ZIP can name.
cd "$(dirname "$0")/.." || exit
{ [ -e .git ] && git log -1 --format=%ct 2>/dev/null; } || grep -x '[0-9][0-9]*' scripts/commit-time.txt || echo 315532800
