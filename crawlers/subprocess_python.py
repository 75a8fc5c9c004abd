"""Python processes of our own, which import this very installation whatever the working directory is."""

import os
import subprocess
import sys
from pathlib import Path

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def start_python(module: str) -> "subprocess.Popen[bytes]":
    """Start `python -m module` with pipes for input and output.

    It is put in a group of its own: Ctrl-C on the terminal reaches the parent alone, which ends it in order
    by closing its input. That works the same way on every system.
    """
    root = str(Path(__file__).resolve().parent.parent)
    path = os.pathsep.join(part for part in (root, os.environ.get("PYTHONPATH", "")) if part)
    no_proxy = ",".join(part for part in (os.environ.get("no_proxy", ""), *_LOOPBACK) if part)
    environment = {
        **os.environ,
        "PYTHONPATH": path,
        # A proxy of the operator's is no way to the sample site on this machine.
        "no_proxy": no_proxy,
        # Workers are many: libraries beneath them shall not each start a thread per core.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }
    command = [sys.executable, "-P", "-m", module]
    if sys.platform == "win32":
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            creationflags=subprocess.CREATE_NEW_PROCESS_GROUP,
        )
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, start_new_session=True
    )
