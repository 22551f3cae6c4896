"""Which packages are asked of the system, and what is said where they cannot be installed from here."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from installer import Halt, packages


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libGL.so.1", "libgl1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libxcb-render-util.so.0", "libxcb-render-util0"),
        ("libxkbcommon.so.0", "libxkbcommon0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libcups.so.2", "libcups2"),
    ],
)
def test_a_librarys_file_name_tells_its_debian_package(library: str, package: str) -> None:
    assert packages.debian_package(library) == package


def advice(*tools: str, root: bool = False) -> str:
    return packages.advice(["ca-certificates"], ["libGL.so.1", "libEGL.so.1"], root=root, tools=tools.__contains__)


def test_the_command_to_type_on_debian_names_every_package() -> None:
    assert "sudo apt-get update && sudo apt-get install --yes ca-certificates libegl1 libgl1" in advice(
        "apt-get", "sudo"
    )


def test_the_command_to_type_without_sudo_asks_for_roots_password() -> None:
    assert "su -c 'apt-get update && apt-get install --yes ca-certificates libegl1 libgl1'" in advice("apt-get")


def test_root_types_the_command_as_it_is() -> None:
    assert "\n    dnf install 'libGL.so.1()(64bit)' 'libEGL.so.1()(64bit)'\n" in advice("dnf", "sudo", root=True)


def test_a_system_without_a_known_tool_is_told_what_it_lacks() -> None:
    assert advice("sudo").startswith("This computer lacks libGL.so.1, libEGL.so.1, ca-certificates. ")


def test_nothing_to_add_is_no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: pytest.fail("nobody should ask"), raising=False)
    packages.add([], [])


@pytest.mark.parametrize(("user", "apt"), [(1000, "/usr/bin/apt-get"), (0, None)])
def test_nothing_is_installed_without_root_and_apt(monkeypatch: pytest.MonkeyPatch, user: int, apt: str | None) -> None:
    monkeypatch.setattr("os.geteuid", lambda: user, raising=False)
    monkeypatch.setattr("shutil.which", lambda name: apt if name == "apt-get" else None)
    with pytest.raises(Halt, match="This computer lacks"):
        packages.add(libraries=["libGL.so.1"])


@pytest.fixture
def apt(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[list[int]], list[str]]:
    """Makes root of us on a Debian whose installs end with the given statuses; gives the commands that were run."""
    monkeypatch.setattr("os.geteuid", lambda: 0, raising=False)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(packages, "_LISTS", tmp_path)
    ran: list[str] = []

    def prepare(statuses: list[int]) -> list[str]:
        def run(words: tuple[str, ...], **_: object) -> subprocess.CompletedProcess[str]:
            ran.append(" ".join(word for word in words if not word.startswith("--option")))
            status = statuses.pop(0) if "install" in words else 0
            return subprocess.CompletedProcess(words, status, stdout="E: no such luck")

        monkeypatch.setattr("subprocess.run", run)
        return ran

    return prepare


def test_apt_reads_its_lists_first_when_it_has_none(apt: Callable[[list[int]], list[str]]) -> None:
    ran = apt([0])
    packages.add(["ca-certificates"], ["libGL.so.1"])
    assert ran == [
        "apt-get --yes --quiet --no-install-recommends update",
        "apt-get --yes --quiet --no-install-recommends install ca-certificates libgl1",
    ]


def test_apt_mends_what_was_cut_off_and_tries_again(apt: Callable[[list[int]], list[str]], tmp_path: Path) -> None:
    (tmp_path / "deb.debian.org_bookworm_main_binary-amd64_Packages.lz4").touch()
    ran = apt([100, 0])
    packages.add(libraries=["libGL.so.1"])
    assert [line.split()[-1] for line in ran] == ["libgl1", "-a", "update", "libgl1"]
    assert "--fix-broken" in ran[-1]


def test_apts_own_words_are_shown_when_it_fails(apt: Callable[[list[int]], list[str]]) -> None:
    apt([100, 100])
    with pytest.raises(Halt, match=r"could not install libgl1.*\n\nE: no such luck"):
        packages.add(libraries=["libGL.so.1"])
