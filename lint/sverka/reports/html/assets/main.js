// The frame around the views, the keyboard, the theme.

const VIEWS = { overview, findings: findingsView, page: pairView, claims: claimsView, terms: termsView };
const main = document.getElementById("main");

function tabs() {
  const shownNow = counted(findings);
  const total = LEVELS.filter((word) => DEFAULT_LEVELS.includes(word)).reduce((sum, word) => sum + shownNow[word], 0);
  return [
    ["overview", say("overview"), null],
    ["findings", say("findings"), total],
    data.matrices.length ? ["claims", say("claims"), null] : null,
    data.terms.length ? ["terms", say("terms"), null] : null,
  ].filter(Boolean);
}

function frame() {
  const links = tabs().map(([view, label, count]) => el("a", { href: plain(view), "data-view": view }, label,
    count === null ? null : el("span", { class: "n" }, numbers.format(count))));
  const themes = el("button", { type: "button", class: "tool", title: say("theme"), "aria-label": say("theme"), onclick: turnTheme }, icon("theme"));
  const keys = el("button", { type: "button", class: "tool keys", title: say("keys"), "aria-label": say("keys"), onclick: (event) => help(event.currentTarget) }, icon("keys"));
  document.getElementById("top").append(
    el("a", { class: "brand", href: "#" }, brand(), el("span", {}, "Sverka")),
    el("nav", { "aria-label": say("views") }, links), el("div", { class: "right" }, keys, themes));
  document.getElementById("foot").append(el("p", {}, say("made_by", { version: data.version })));
}

/** Two texts laid side by side, and a line that one of them lacks. */
function brand() {
  return svg("svg", { viewBox: "0 0 32 32", class: "logo", "aria-hidden": "true" },
    svg("rect", { width: 32, height: 32, rx: 7 }),
    svg("path", { d: "M7 10h7M7 16h7M7 22h7M18 10h7M18 22h7" }),
    svg("path", { d: "M18 16h7", class: "lost" }));
}

/** Show what the address says. */
function show() {
  state = read();
  if (!VIEWS[state.view] || (state.view === "claims" && !data.matrices.length) || (state.view === "terms" && !data.terms.length)) state.view = "overview";
  if (state.view === "page" && viewAt(state.of) < 0) {
    const finding = byId.get(state.f);
    state.view = "findings";
    state.page = finding ? pagePath(finding.page) : "";
  }
  for (const link of document.querySelectorAll("#top nav a")) {
    const own = state.view === "page" ? "findings" : state.view;
    if (link.dataset.view === own) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (mounted && mounted.view === state.view && mounted.update) return mounted.update();
  const view = VIEWS[state.view]();
  const before = mounted;
  mounted = { ...view, view: state.view };
  main.replaceChildren(view.node);
  document.body.dataset.view = state.view;
  document.title = [state.view === "page" && viewAt(state.of) >= 0 ? pageTitle(data.views[viewAt(state.of)].pages[0]) : say(state.view), say("title")].join(" · ");
  // Who reads by ear is led to what has come; who has just opened the file starts at its top.
  if (before) main.focus({ preventScroll: true });
  if (view.mounted) view.mounted();
  else scrollTo(0, 0);
}

/** From what the system says to the other theme, and back. */
function turnTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  setTheme(dark ? "light" : "dark");
  announce(say(dark ? "theme_light" : "theme_dark"));
}

function setTheme(name) {
  document.documentElement.dataset.theme = name;
  try {
    localStorage.setItem("sverka-theme", name);
  } catch {
    // Some browsers keep nothing for a file from the disk.
  }
}

function rememberedTheme() {
  try {
    return localStorage.getItem("sverka-theme");
  } catch {
    return null;
  }
}

const KEYS = [["j", "key_next"], ["k", "key_previous"], ["Enter", "key_open"], ["c", "key_copy"], ["u", "key_back"], ["/", "key_search"], ["t", "key_theme"], ["?", "key_help"]];

function help(opener) {
  if (document.querySelector("dialog")) return;
  const dialog = el("dialog", { class: "help", "aria-labelledby": "help" },
    el("header", {}, el("h2", { id: "help" }, say("keys")), closing(() => dialog.close())),
    el("dl", {}, KEYS.map(([key, text]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, say(text))])));
  open(dialog, opener);
}

const ACTIONS = {
  j: () => (mounted.step ? mounted.step(1) : go({ view: "findings" })),
  k: () => mounted.step?.(-1),
  c: () => {
    const one = byId.get(state.f);
    if (one && state.view === "page") copy(linkTo(one));
    else document.activeElement?.closest?.(".entry")?.querySelector(".tool")?.click();
  },
  u: () => mounted.escape?.(),
  "/": () => (mounted.search ? mounted.search() : (go({ view: "findings", of: "", f: "" }), mounted.search?.())),
  t: turnTheme,
  "?": () => help(document.activeElement),
};

// The physical key counts where the letters are of another script.
const CODES = { KeyJ: "j", KeyK: "k", KeyC: "c", KeyU: "u", KeyT: "t" };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const typing = event.target.closest?.("input[type=search], select, textarea");
  if (typing) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const letter = /^[A-Za-z/?]$/.test(event.key) ? event.key.toLowerCase() : CODES[event.code];
  const action = ACTIONS[letter];
  if (!action) return;
  event.preventDefault();
  action();
});

// The fragment is the state, so a link within the page must not go there.
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener("hashchange", show);
addEventListener("beforeprint", () => mounted?.unfold?.());

const theme = rememberedTheme();
if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
frame();
show();
