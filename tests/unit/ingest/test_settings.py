from pathlib import Path

import pytest
from pydantic import ValidationError

from tests.intake import ingest_settings
from wireroom_ingest.settings import IngestSettings


def test_by_default_nothing_is_watched_and_pushes_are_taken_on_this_machine_alone(tmp_path: Path) -> None:
    settings = ingest_settings(tmp_path)
    assert (settings.inbox_dir, settings.sources_file, settings.state_dir) == (None, None, None)
    assert (settings.http_host, settings.keys()) == ("127.0.0.1", {})
    assert (settings.push_bytes, settings.push_lines, settings.push_in_flight) == (16 << 20, 5000, 2)


def test_all_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIREROOM_INBOX_DIR", "/inbox")
    monkeypatch.setenv("WIREROOM_HTTP_PORT", "0")
    monkeypatch.setenv("WIREROOM_RAW_DIR", "/originals")
    monkeypatch.setenv("WIREROOM_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092")
    monkeypatch.setenv("WIREROOM_API_KEYS", '{"key-b": "De Bode"}')
    settings = IngestSettings()
    assert (settings.inbox_dir, settings.http_port) == (Path("/inbox"), 0)
    assert settings.keys() == {"key-b": "De Bode"}
    assert "key-b" not in repr(settings)


@pytest.mark.parametrize(
    "given",
    [
        "key-b",
        '["key-b"]',
        '{"key-b": 1}',
        '{"key-b": "!"}',
        '{"": "B", "key-b": "B"}',
        '{"key-b ": "B"}',
        '{"key-bé": "B"}',
    ],
)
def test_wrong_keys_are_refused_and_never_shown(given: str) -> None:
    with pytest.raises(ValidationError, match=r"wanted|stands for") as refused:
        IngestSettings.model_validate({"api_keys": given, "raw_dir": "x", "kafka_bootstrap_servers": "x"})
    assert "key-b" not in str(refused.value)
