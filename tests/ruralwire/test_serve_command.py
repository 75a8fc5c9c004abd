"""`serve`: listens until it is interrupted, and shows pages, claims and captures."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from ruralwire.index_folder import open_index
from ruralwire.service import make_service
from ruralwire.workspace import open_workspace
from tests.ruralwire.conftest import ROOT, Demo, make_settings, run


def test_an_article_leads_to_its_page_and_its_capture(demo: Demo) -> None:
    settings = make_settings(demo.folder)
    with open_workspace(settings) as workspace, open_index(settings) as index:
        client = TestClient(make_service(workspace, index))
        hit = client.get("/articles", params={"q": "potato", "limit": 1}).json()["hits"][0]["article"]
        page = client.get(hit["link"], headers={"Accept": "text/html"})
        assert hit["title"].split()[0] in page.text
        capture = client.get(hit["capture_link"])
        assert capture.status_code == 200
        assert hit["url"] in capture.text
        found = client.get("/claims", params={"place": "Qiandongnan", "facet": "source"}).json()
        assert found["total"]["value"] > 5
        lost = client.get(hit["capture_link"], params={"capture": "0" * 32})
        assert lost.status_code == 404


def test_without_an_index_it_says_what_makes_one_and_leaves_nothing_behind(data_dir: Path) -> None:
    result = run("serve")
    assert (result.exit_code, "ruralwire crawl" in result.stderr) == (2, True)
    assert not data_dir.exists()


def test_a_taken_port_is_told(demo: Demo) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run("--data-dir", str(demo.folder), "serve", "--port", str(taken.getsockname()[1]))
    assert (result.exit_code, "--port 0" in result.stderr) == (3, True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_ctrl_c_ends_it_without_an_error(demo: Demo) -> None:
    command = [sys.executable, "-m", "ruralwire", "--data-dir", str(demo.folder), "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout is not None
    address = process.stdout.readline().split()[-1]
    ready = json.loads(httpx.get(f"{address}readyz").text)
    assert ready["index"]["articles"] > 30
    os.kill(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=20)
    assert (process.returncode, "Traceback" in told) == (0, False)
