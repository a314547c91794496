"""The W3C's Nu checker finds no error on any page, of the report's site and of the tiny one, and would find one."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from served import tool

BROKEN = "<!doctype html><html lang=en><title>Control</title><p><div>A div in a p.</div></p></html>"
# One start for all pages; it ends before the thorough compiler would have paid off.
JAVA = ("java", "-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar")
OPTIONS = ("--errors-only", "--format", "json", "--skip-non-html")


def test_no_error_in_the_html(published: Path, tiny_site: Path, tmp_path: Path) -> None:
    control = tmp_path / "control.html"
    control.write_text(BROKEN, encoding="utf-8")
    command = [*JAVA, str(tool("vnu-jar/build/dist/vnu.jar")), *OPTIONS, *map(str, (published, tiny_site, control))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = [(m.get("url", ""), m.get("lastLine"), m["message"]) for m in json.loads(done.stderr)["messages"]]
    errors = [f"{url}:{line}: {message}" for url, line, message in found if not url.endswith("/control.html")]
    assert not errors, "\n".join(errors[:40])
    assert found, "the checker did not find the error in the control page"
