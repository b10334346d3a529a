from pathlib import Path

from generator.reading.walk import walk


def test_names_use_slashes_and_odd_files_are_findings(tmp_path: Path) -> None:
    (tmp_path / "national" / "signs").mkdir(parents=True)
    (tmp_path / "national" / "place.yaml").write_text("a: 1\n")
    (tmp_path / "national" / "signs" / "b.yaml").write_text("a: 1\n")
    (tmp_path / "national" / "notes.docx").write_text("x")
    (tmp_path / "national" / "con.yaml").write_text("x")
    (tmp_path / "LICENSE").write_text("x")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "national" / "place.yaml")
    files, findings = walk(tmp_path, "catalog")
    assert [name for name, _ in files] == ["catalog/national/place.yaml", "catalog/national/signs/b.yaml"]
    assert sorted(f"{f.position.file} {f.code}" for f in findings) == [
        "catalog/link.yaml X105",
        "catalog/national/con.yaml X104",
        "catalog/national/notes.docx X104",
    ]
