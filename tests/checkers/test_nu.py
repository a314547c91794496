"""The W3C's Nu checker finds no error on any page."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from served import tool


def test_no_error_in_the_html(published: Path) -> None:
    jar = tool("vnu-jar/build/dist/vnu.jar")
    command = [
        "java",
        "-Xss4m",
        "-jar",
        str(jar),
        "--errors-only",
        "--format",
        "json",
        "--skip-non-html",
        str(published),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = [f"{m.get('url', '')}:{m.get('lastLine')}: {m['message']}" for m in json.loads(done.stderr)["messages"]]
    assert not found, "\n".join(found[:40])
