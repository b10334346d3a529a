"""For every eye and hand: sizes of text and targets, large print, the keyboard, reading aloud."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.audit.kinds import by_kind, samples
from tests.audit.states import STATES, put
from tests.audit.tools import too_small

pytestmark = pytest.mark.xdist_group("site")


def test_small_text_and_targets_are_noticed(chromium: Browser, tmp_path: Path) -> None:
    page_file = tmp_path / "small.html"
    page_file.write_text(
        "<!doctype html><body style='font:16px sans-serif'><p style='font-size:15px'>小字<p><a href=x>单独的链接</a>"
        "<p>句子里的<a href=x>链接</a>。<p><button style='font-size:16px;height:44px;width:43px'>按</button>"
        "<p style='overflow:hidden;height:9px'>截断<p style='width:700px'>太宽",
        "utf-8",
    )
    with put(chromium, "phone") as page:
        page.goto(page_file.as_uri())
        lines = too_small(page, 16, 44)
    assert [line.split()[0] + line[-2:] for line in lines] == [
        "text小字",
        "target链接",
        "target 按",
        "page60",
        "cut截断",
    ]


# Text of four characters and more that takes a line for each.
_TORN = """() => { const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), torn = [];
  for (let node; node = walk.nextNode();) {
    const text = node.data.trim(), range = document.createRange();
    if (text.length < 4) continue;
    range.selectNodeContents(node);
    const lines = new Set([...range.getClientRects()].map(line => Math.round(line.top)));
    if (lines.size > text.length / 1.5) torn.push(text);
  }
  return torn; }"""


@pytest.mark.parametrize("state", ["phone", "large print", "320 px, text of 200 %"])
def test_no_text_is_torn(chromium: Browser, built_site: Path, state: str) -> None:
    paths = dict.fromkeys([*samples(built_site).values(), *by_kind(built_site)["prose"]])
    found = []
    with put(chromium, state) as page:
        for path in paths:
            page.goto((built_site / path).as_uri())
            STATES[state](page)
            found += [f"{path}: {text}" for text in page.evaluate(_TORN)]
    assert found == []


def test_torn_text_is_noticed(chromium: Browser, tmp_path: Path) -> None:
    page_file = tmp_path / "torn.html"
    page_file.write_text("<!doctype html><meta charset=utf-8><p style='width:1em'>一字一行<p>一行", "utf-8")
    with put(chromium, "phone") as page:
        page.goto(page_file.as_uri())
        assert page.evaluate(_TORN) == ["一字一行"]


# --- the keyboard ------------------------------------------------------------------------------------------

_STOPS = """() => { window.stops =
  [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
  .filter(e => e.checkVisibility({visibilityProperty: true})); return stops.length; }"""
# The stop's number, whether its ring is 2 px or more, whether the ring's contrast with the ground is 3:1 or more (WCAG
# 2.2, 1.4.11), whether the stop is on the screen.
_HERE = """() => {
  const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
  const rgb = color => color.match(/[\\d.]+/g).map(Number);
  const light = color => rgb(color).slice(0, 3).map(c => c / 255)
    .map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
  let ground = parseFloat(s.outlineOffset) < 0 ? e : e.parentElement;
  while (ground && rgb(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
  const [low, high] = [s.outlineColor, getComputedStyle(ground || document.body).backgroundColor].map(light)
    .sort((x, y) => x - y);
  return [stops.indexOf(e), s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2,
          (high + .05) / (low + .05) >= 3, b.bottom > 0 && b.top < innerHeight]; }"""


@pytest.mark.parametrize("state", ["phone", "large print", "dark"])
def test_tab_goes_through_each_kind_of_page_in_order_and_out(
    chromium: Browser, served: str, built_site: Path, state: str
) -> None:
    with put(chromium, state) as page:
        for path in samples(built_site).values():
            page.goto(f"{served}/{path}")
            for stop in range(page.evaluate(_STOPS)):
                page.keyboard.press("Tab")
                assert page.evaluate(_HERE) == [stop, True, True, True], (path, stop)
            page.keyboard.press("Tab")
            # Out of the page, or round to its first stop: that is the browser's choice.
            assert page.evaluate(_HERE)[0] in {-1, 0}, f"{path} keeps the focus"


def test_the_skip_link_is_first_and_leads_to_the_text(
    chromium: Browser, served: str, built_site: Path
) -> None:
    with put(chromium, "phone") as page:
        for path in samples(built_site).values():
            page.goto(f"{served}/{path}")
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.textContent") == "跳到正文"
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.closest('#content') !== null"), path


def test_the_menu_opens_from_the_keyboard_without_scripts(chromium: Browser, served: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{served}/index.html")
    assert not page.get_by_role("button", name="长辈版").is_visible()
    page.locator(".qd-menu summary").press("Enter")
    page.locator(".qd-menu").get_by_role("link", name="各省").press("Enter")
    page.wait_for_url("**/places/index.html")
    context.close()


def test_nothing_moves_for_who_wants_no_motion(chromium: Browser, served: str) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{served}/hubei/certificates/kinship/index.html")
    assert (
        page.evaluate(
            "[...document.querySelectorAll('*')].filter(e => ['', '::before', '::after'].some(part => {"
            " const s = getComputedStyle(e, part || null);"
            " return s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0"
            "   || s.scrollBehavior === 'smooth' })).length"
        )
        == 0
    )
    context.close()


# --- large print -------------------------------------------------------------------------------------------

_SHIFTS = """window.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach(e => { shifts += e.value; }))
  .observe({type: 'layout-shift', buffered: true});"""


def is_large(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.classList.contains('qd-large')"))


def test_large_print_is_remembered_and_comes_without_a_flash(chromium: Browser, served: str) -> None:
    with put(chromium, "phone") as page:
        page.add_init_script(_SHIFTS)
        page.goto(f"{served}/index.html")
        page.get_by_role("button", name="长辈版").press("Enter")
        assert is_large(page)
        assert page.get_by_role("button", name="长辈版").get_attribute("aria-pressed") == "true"
        page.goto(f"{served}/hubei/certificates/kinship/index.html")
        assert is_large(page)
        page.wait_for_timeout(300)
        assert page.evaluate("shifts") == 0
        page.get_by_role("button", name="长辈版").click()
        page.go_back()
        page.wait_for_function("!document.documentElement.classList.contains('qd-large')")


def test_large_print_works_where_nothing_can_be_kept(chromium: Browser, served: str) -> None:
    with put(chromium, "phone") as page:
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('kept out'); }})"
        )
        page.goto(f"{served}/index.html")
        page.get_by_role("button", name="长辈版").click()
        assert is_large(page)
        assert faults == []


def test_nothing_jumps_while_a_page_comes(chromium: Browser, served: str, built_site: Path) -> None:
    jumped = {}
    with put(chromium, "phone") as page:
        page.add_init_script(_SHIFTS)
        for kind, path in samples(built_site).items():
            page.goto(f"{served}/{path}", wait_until="networkidle")
            page.wait_for_timeout(100)
            if (shifts := page.evaluate("shifts")) > 0.01:
                jumped[kind] = shifts
    assert jumped == {}


@pytest.mark.parametrize("state", ["phone", "large print", "desktop"])
def test_a_chosen_province_and_a_question_find_their_room_kept(
    chromium: Browser, served: str, state: str
) -> None:
    for path in ("index.html", "index.html?place=hubei", "search/index.html?q=亲属"):
        with put(chromium, state) as page:
            page.add_init_script(_SHIFTS)
            page.goto(f"{served}/{path}", wait_until="networkidle")
            page.wait_for_timeout(100)
            assert page.evaluate("shifts") == 0, path


# --- reading aloud -----------------------------------------------------------------------------------------

_VOICES = """voices => {
  window.spoken = [];
  const speech = new EventTarget();
  Object.assign(speech, {
    getVoices: () => voices,
    speak: said => { spoken.push(said.text); speech.said = said; },
    cancel: () => { speech.said = null; },
  });
  Object.defineProperty(window, 'speechSynthesis', {value: speech});
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
}"""
LOCAL = "{name: '普通话', lang: 'zh-CN', localService: true}"
REMOTE = "{name: 'Google 普通话', lang: 'zh-CN', localService: false}"
ENGLISH = "{name: 'English', lang: 'en-GB', localService: true}"
_NEXT = "() => { const said = speechSynthesis.said; speechSynthesis.said = null; said.onend(); }"


def with_voices(page: Page, *voices: str) -> None:
    page.add_init_script(f"({_VOICES})([{', '.join(voices)}])")


def controls(page: Page) -> list[str]:
    return [b.inner_text() for b in page.locator(".qd-tools button").all() if b.is_visible()]


@pytest.mark.parametrize("voices", [(), (REMOTE,), (ENGLISH,)])
def test_without_a_voice_of_the_device_there_is_nothing_to_press(
    chromium: Browser, served: str, voices: tuple[str, ...]
) -> None:
    with put(chromium, "phone") as page:
        with_voices(page, *voices)
        page.goto(f"{served}/hubei/certificates/kinship/index.html")
        assert controls(page) == ["长辈版"]


def test_a_page_is_read_aloud_paused_taken_up_again_and_stopped(chromium: Browser, served: str) -> None:
    with put(chromium, "phone") as page:
        with_voices(page, REMOTE, LOCAL)
        page.goto(f"{served}/hubei/certificates/kinship/index.html")
        assert controls(page) == ["长辈版", "朗读"]
        page.get_by_role("button", name="朗读").press("Enter")
        assert controls(page) == ["长辈版", "暂停", "停止"]
        assert page.evaluate("document.activeElement.textContent") == "暂停"
        assert page.evaluate("speechSynthesis.said.voice.localService")
        page.evaluate(_NEXT)
        first, second = page.evaluate("spoken")
        assert first.startswith("亲属关系证明")
        assert page.locator(".qd-reading").count() == 1
        page.get_by_role("button", name="暂停").press("Enter")
        assert page.evaluate("speechSynthesis.said") is None
        assert controls(page) == ["长辈版", "朗读", "停止"]
        page.get_by_role("button", name="朗读").click()
        assert page.evaluate("spoken") == [first, second, second]
        page.get_by_role("button", name="停止").click()
        assert controls(page) == ["长辈版", "朗读"]
        assert page.locator(".qd-reading").count() == 0


def test_the_whole_text_is_read_once_and_nothing_beside_it(chromium: Browser, served: str) -> None:
    with put(chromium, "phone") as page:
        with_voices(page, LOCAL)
        page.goto(f"{served}/hubei/certificates/kinship/index.html")
        page.get_by_role("button", name="朗读").click()
        while page.evaluate("speechSynthesis.said !== null"):
            page.evaluate(_NEXT)
        spoken = "".join(page.evaluate("spoken"))
        assert controls(page) == ["长辈版", "朗读"]
        assert spoken.count("不能开") >= 1
        assert "出示户口簿" in spoken
        for silent in ("菜单", "首页", "catalog/", "数据截至"):
            assert silent not in spoken
