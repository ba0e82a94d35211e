"""The page in a real browser: Debian's `apt install chromium`, or any Chrome; driven by playwright.

Without one these tests skip and say so; `playwright install chromium` brings one too.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cvparse.evaluate.report import page
from planted import TEXTS, planted

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

playwright = pytest.importorskip("playwright.sync_api", reason="pip install 'cvparse[test]'")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
HEIGHT = 900


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with playwright.sync_playwright() as driver:
        own = Path(driver.chromium.executable_path)
        found = next(filter(None, map(shutil.which, BROWSERS)), str(own) if own.exists() else None)
        if found is None:
            pytest.skip("no browser: `apt install chromium`, or `playwright install chromium`")
        chromium = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield chromium
        chromium.close()


class Seen:
    """A page, what it asked for, and what it complained about."""

    def __init__(self, tab: Page, address: str) -> None:
        self.tab = tab
        self.asked: list[str] = []
        self.complaints: list[str] = []
        tab.on("request", lambda request: self.asked.append(request.url))
        tab.on("console", lambda message: self.complaints.append(message.text))
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        tab.goto(address)


@pytest.fixture
def report(browser: Browser, tmp_path: Path) -> Iterator[Seen]:
    file = tmp_path / "report.html"
    file.write_text(page(planted(), TEXTS, "planted"), "utf-8")
    context = browser.new_context(viewport={"width": 1200, "height": HEIGHT})
    yield Seen(context.new_page(), file.as_uri())
    context.close()


def test_nothing_is_asked_for_and_nothing_complains(report: Seen) -> None:
    report.tab.wait_for_load_state("networkidle")
    assert len(report.asked) == 1, "only the page itself"
    assert report.complaints == []


def test_what_a_cv_says_does_nothing(report: Seen) -> None:
    assert report.tab.title() == "planted: accuracy"
    assert report.tab.locator("script, img, #owned").count() == 0
    assert report.tab.get_by_text("<script>document.title='owned'</script>").count() > 0


def test_an_error_is_highlighted_in_its_surroundings(report: Seen) -> None:
    error = report.tab.locator(".error.wrong", has_text="/awards/0/title")
    mark = error.locator("mark.read").first
    mark.scroll_into_view_if_needed()
    assert mark.is_visible()
    assert mark.inner_text() == "Kite Prize"
    colours = "e => [getComputedStyle(e).backgroundImage, getComputedStyle(e).backgroundColor]"
    assert mark.evaluate(colours) != ["none", "rgba(0, 0, 0, 0)"]
    assert "Best Student Paper, 2017" in error.locator("pre").first.inner_text()


def test_keys_open_a_cv_and_hide_what_is_not_of_interest(report: Seen) -> None:
    closed = report.tab.locator("details.cv:not([open])")
    error = report.tab.locator("details.cv").nth(1).locator(".error").first
    assert not error.is_visible()
    closed.locator("summary").focus()
    report.tab.keyboard.press("Enter")
    assert error.is_visible()
    report.tab.locator("#missing").focus()
    report.tab.keyboard.press("Space")
    assert not error.is_visible()


def test_the_tab_key_gets_everywhere(report: Seen) -> None:
    reached = set()
    for _ in range(30):
        report.tab.keyboard.press("Tab")
        reached.add(report.tab.evaluate("document.activeElement.tagName"))
    assert {"A", "DIV", "INPUT", "SUMMARY"} <= reached


def test_a_phone_shows_it_without_scrolling_sideways(report: Seen) -> None:
    report.tab.set_viewport_size({"width": 360, "height": 740})
    assert report.tab.evaluate("document.documentElement.scrollWidth") <= 360
    assert report.tab.locator(".error mark").first.is_visible()


def test_the_dark_is_dark(report: Seen) -> None:
    def light() -> int:
        colour = report.tab.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(int(part) for part in colour[4:-1].split(",")[:3])

    report.tab.emulate_media(color_scheme="light")
    by_day = light()
    report.tab.emulate_media(color_scheme="dark")
    assert by_day > 600
    assert light() < 120


def test_paper_has_all_errors(report: Seen) -> None:
    error = report.tab.locator("details.cv").nth(1).locator(".error").first
    report.tab.emulate_media(media="print")
    assert error.evaluate("e => e.getBoundingClientRect().height") > 20
    assert report.tab.pdf()[:5] == b"%PDF-"
