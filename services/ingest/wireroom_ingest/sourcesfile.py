"""``sources.yaml`` read from its file; needs PyYAML (the extra ``kafka``)."""

from pathlib import Path

import yaml

from wireroom_core.errors import FatalError
from wireroom_ingest.sources import Sources, declared


def load(path: Path) -> Sources:
    """What ``path`` declares. Raises FatalError, with the file's name, where it cannot be read or is wrong."""
    try:
        return declared(yaml.safe_load(path.read_bytes()))
    except FatalError as error:
        raise FatalError(f"{path}: {error}") from None
    except OSError as error:
        raise FatalError(f"{path} cannot be read: {error.strerror}") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise FatalError(f"{path} is no YAML: {_one_line(error)}") from None


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
