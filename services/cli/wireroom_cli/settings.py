"""Settings of the command: flags first, then the environment (``WIREROOM_…``), then the defaults."""

from pathlib import Path

from wireroom_cli.embedded import default_data_dir
from wireroom_dedup.settings import DedupSettings


class CliSettings(DedupSettings):
    """Where the command keeps its data, and what its stages can be told."""

    database_url: str | None = None
    data_dir: Path | None = None

    @property
    def data_folder(self) -> Path:
        """The folder of everything that the command keeps."""
        return self.data_dir or default_data_dir()

    @property
    def raw_folder(self) -> Path:
        """The folder of the originals."""
        return self.raw_dir or self.data_folder / "raw"
