"""The stage on the open half and on longer articles, as the bench measures it."""

import json
from pathlib import Path

import pytest

from bench.gold import __main__ as command
from bench.gold import measures
from bench.gold.run import cases
from bench.gold.speed import speed
from bench.tables import Share


def test_the_stage_is_measured_on_every_dispatch_and_knows_their_languages() -> None:
    found = cases("open")
    assert measures.details(found)["language"] == Share(32, 32)
    assert all(one.marked for one in found)


def test_figures_are_printed_and_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.argv", ["bench.gold", "--errors", "1", "--json", str(tmp_path / "figures.json")])
    command.main()
    written = json.loads((tmp_path / "figures.json").read_text())
    assert (written["half"], written["dispatches"]) == ("open", 32)
    assert written["measures"]["person"]["exact"]["marked"] > 100
    assert written["details"]["language"]["share"] == 1
    assert "organisation" in capsys.readouterr().out


def test_speed_is_measured_in_a_process_of_its_own() -> None:
    found = speed("wireroom", articles=2, runs=1)
    assert set(found.milliseconds) == {"de", "en", "es", "fr", "nl"}
    assert "repair" in found.annotators
    assert all(took >= 0 for took in found.annotators.values())
    assert 0 < found.loaded_bytes <= found.peak_bytes
    assert found.start_seconds > 0
