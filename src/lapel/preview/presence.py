"""The address of a preview of a job that is open already: one small file a job in the cache
folder.
"""

import json
from hashlib import sha256
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from msgspec import Struct, to_builtins

from lapel.preview.guarding import ADDRESS
from lapel.store.writing import write_atomically

PATIENCE_S = 5.0
WHO_PATH = "/who"
"""The path at which a preview answers with the job it shows."""


class Presence(Struct, frozen=True):
    """A preview that is, or was, at a port of this machine; ``job`` is the file's whole path."""

    job: str
    port: int

    @property
    def address(self) -> str:
        """The address to type into the browser."""
        return f"http://{ADDRESS}:{self.port}/"

    def is_there(self) -> bool:
        """Tell whether a preview answers there, and shows this very job."""
        connection = HTTPConnection(ADDRESS, self.port, timeout=PATIENCE_S)
        try:
            connection.request("GET", WHO_PATH)
            answer = json.loads(connection.getresponse().read())
        except (OSError, HTTPException, ValueError):
            return False
        finally:
            connection.close()
        return isinstance(answer, dict) and answer.get("job") == self.job


def last_presence(cache: Path, job: Path) -> Presence | None:
    """Return where the job was shown last, whether it is still shown or not."""
    try:
        kept = json.loads(_file_for(cache, job).read_bytes())
        return Presence(str(kept["job"]), int(kept["port"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def note_presence(cache: Path, job: Path, port: int) -> Presence:
    """Write down where the job is shown now."""
    presence = Presence(str(job.resolve()), port)
    file = _file_for(cache, job)
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(file, json.dumps(to_builtins(presence)).encode())
    return presence


def _file_for(cache: Path, job: Path) -> Path:
    name = sha256(str(job.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return cache / "previews" / f"{name}.json"
