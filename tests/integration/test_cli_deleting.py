"""`prune` and `purge`: what goes, what stays, and that it is told."""


def test_everything_goes_and_what_is_not_ours_stays(cli, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    own = cli.home / "holiday.txt"
    own.write_text("mine")
    assert cli.json("purge").code == 2
    assert (cli.home / "ringodesk.db").is_file()
    done = cli.json("purge", "--yes")
    assert done.code == 4, "there is no key store here, and that is told"
    left = [line for line in done.lines if line["became"] == "left"]
    assert [line["what"].partition("#")[0][:15] for line in left] == ["key store: ngro", "key store: http"]
    assert all("key store" in line["reason"] for line in left), "what is stored is meant, not what the process is given"
    assert [one.name for one in cli.home.iterdir()] == ["holiday.txt"]


def test_a_dry_run_tells_what_would_go(cli):
    done = cli.json("prune", "--older-than", "30", "--dry-run")
    assert done.code == 0, done
    assert done.lines == [
        {"is_dry_run": True, "messages": 0, "files": 0, "size_bytes": 0, "oldest": None, "newest": None, "waiting": 0}
    ]
    assert cli.json("prune", "--older-than", "soon").code == 2
