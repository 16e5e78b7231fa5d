"""Takes the README's picture, `docs/picture.png`: a member asks, and three people are found."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from playwright.sync_api import Browser, expect  # noqa: E402

from tests.browser.chromium import chromium  # noqa: E402
from tests.browser.demo import Demo  # noqa: E402
from tests.browser.person import Person  # noqa: E402


def main() -> None:
    """Start a fresh demonstration, hold the conversation, take the picture."""
    with TemporaryDirectory() as folder, chromium() as browser:
        demo = Demo(Path(folder))
        demo.start("--fresh")
        try:
            demo.wait_for_morning()
            take(browser, demo.url)
        finally:
            demo.stop()


def take(browser: Browser, url: str) -> None:
    """One member asks for help in French."""
    page = browser.new_page(
        viewport={"width": 1200, "height": 800}, locale="fr-FR", timezone_id="Europe/Paris",
        color_scheme="light",
    )  # fmt: skip
    person = Person(page, url, "fr").opens("/?as=veronique")
    person.says("Bonjour ! Qui peut m’aider avec un site WordPress ?")
    found = person.hears("ask-who", need="site WordPress", people=3)
    expect(found.get_by_test_id("option")).to_have_count(5)
    expect(page.get_by_test_id("pending")).to_have_count(0)
    page.screenshot(path=HERE / "picture.png")


if __name__ == "__main__":
    main()
