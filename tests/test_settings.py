"""Settings: their defaults, the environment, flags over it, and wrong values named."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, STARTER
from pydantic import ValidationError

from assistant.settings import Settings


def run(*flags: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the application with flags and environment."""
    return subprocess.run(
        [sys.executable, "app.py", *flags],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "NO_COLOR": "1", "COLUMNS": "200", **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"JAUAP_{name.upper()}", raising=False)
    settings = Settings()
    assert settings.documents == STARTER
    assert settings.index == ROOT / "index" / "built" / "starter"
    assert (settings.embedder, settings.passage_size) == ("multilingual-e5-small", 300)
    assert settings.cross_encoder
    assert (settings.host, settings.port) == ("127.0.0.1", 7860)


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAUAP_PORT", "8000")
    monkeypatch.setenv("JAUAP_DOCUMENTS", "/srv/documents")
    settings = Settings()
    assert (settings.port, settings.documents) == (8000, Path("/srv/documents"))


@pytest.mark.parametrize(
    ("name", "value"),
    [("port", "many"), ("port", "0"), ("port", "65536"), ("passage_size", "49"), ("passage_size", "")],
)
def test_a_wrong_value_names_its_setting(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"JAUAP_{name.upper()}", value)
    with pytest.raises(ValidationError) as caught:
        Settings()
    assert [error["loc"] for error in caught.value.errors()] == [(name,)]


def test_an_operator_may_do_without_the_cross_encoder() -> None:
    assert "JAUAP_CROSS_ENCODER=False" in run("--show-settings", JAUAP_CROSS_ENCODER="false").stdout
    assert "JAUAP_CROSS_ENCODER=False" in run("--show-settings", "--no-cross-encoder").stdout


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError):
        Settings().port = 1  # type: ignore[misc]


def test_show_settings_prints_them_all_flags_going_before_the_environment() -> None:
    result = run("--show-settings", "--port", "8001", "--index", "/tmp/index", JAUAP_PORT="8000", JAUAP_HOST="::1")
    assert result.returncode == 0
    assert result.stdout.splitlines() == [
        f"JAUAP_DOCUMENTS={STARTER}",
        "JAUAP_INDEX=/tmp/index",
        "JAUAP_EMBEDDER=multilingual-e5-small",
        "JAUAP_CROSS_ENCODER=True",
        "JAUAP_PASSAGE_SIZE=300",
        "JAUAP_HOST=::1",
        "JAUAP_PORT=8001",
    ]


def test_a_wrong_value_in_the_environment_stops_the_application_and_is_named() -> None:
    result = run(JAUAP_PORT="many")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("JAUAP_PORT or --port: input should be a valid integer")
    assert "'many'" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_wrong_flag_stops_the_application_and_is_named() -> None:
    result = run("--passage-size", "5")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "JAUAP_PASSAGE_SIZE or --passage-size: input should be greater than or equal to 50, not 5\n"
    result = run("--port", "many")
    assert result.returncode == 2
    assert "--port" in result.stderr


def test_a_folder_of_documents_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = run("--documents", str(tmp_path / "none"), "--index", str(tmp_path / "index"))
    assert (result.returncode, result.stdout) == (1, "")
    assert f"{tmp_path / 'none'} is not a folder" in result.stderr


def test_an_embedder_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = run("--embedder", str(tmp_path / "none"), "--index", str(tmp_path / "index"), HF_HUB_OFFLINE="1")
    assert (result.returncode, result.stdout) == (1, "")
    assert str(tmp_path / "none") in result.stderr
    assert "Traceback" not in result.stderr
