// What is shown is said by the fragment of the address, and by nothing else.

const FACETS = ["level", "family", "rule", "lang", "page", "q"];
const DEFAULT_LEVELS = data.hints ? "error,warning,info" : "error,warning";

const findings = data.findings.map((finding, index) => {
  const rule = data.rules[finding.rule].id;
  const places = [finding, ...(finding.rel || [])];
  return {
    ...finding,
    index,
    rule,
    family: rule.split("/")[0],
    word: LEVELS[3 - finding.level],
    lang: data.pages[finding.page][1],
    rel: finding.rel || [],
    paths: places.map((place) => data.pages[place.page][0]),
    hay: [finding.text, rule, ...places.flatMap((p) => [p.quote, data.pages[p.page][0], data.pages[p.page][2]])]
      .join("\n")
      .toLocaleLowerCase(data.locale),
  };
});
const byId = new Map(findings.map((finding) => [finding.id, finding]));
const docs = new Map(data.rules.map((rule) => [rule.id, rule]));
const families = [...new Set(findings.map((finding) => finding.family))].sort();

/** The address as a state. What is not said is as usual. */
function read(fragment = location.hash) {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const state = { view: "overview", level: DEFAULT_LEVELS, family: "", rule: "", lang: "", page: "", q: "", of: "", f: "" };
  for (const key of Object.keys(state)) if (given.has(key)) state[key] = given.get(key);
  if (!given.has("view") && state.f) state.view = "page";
  const finding = byId.get(state.f);
  if (state.view === "page" && finding && finding.at.length) {
    // The finding says which page it is on; another page that it touches may be asked for.
    const views = finding.at.map((spot) => spot[0]);
    if (!views.includes(viewAt(state.of))) state.of = pathOf(views[0]);
  }
  return state;
}

/** The address of a state: only what is not as usual. */
function address(state) {
  const said = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) {
    const usual = key === "view" ? "overview" : key === "level" ? DEFAULT_LEVELS : "";
    if (value !== usual) said.set(key, value);
  }
  return `#${said}`;
}

/** The address of another view with the same filters, or with those that are given. */
function to(view, changes = {}) {
  return address({ ...state, of: "", f: "", view, ...changes });
}

/** The address of a view with no filter but those that are given. */
function plain(view, changes = {}) {
  return address({ ...read("#"), view, ...changes });
}

function pathOf(view) {
  return data.pages[data.views[view].pages[0]]?.[0] ?? "";
}

const viewNumbers = new Map();
data.views.forEach((view, number) => {
  for (const page of view.pages) {
    if (page >= 0 && !viewNumbers.has(data.pages[page][0])) viewNumbers.set(data.pages[page][0], number);
  }
});

function viewAt(path) {
  return viewNumbers.has(path) ? viewNumbers.get(path) : -1;
}

/** Which filters keep a finding out, a bit for each. */
function failing(finding, wish) {
  return (
    (wish.levels.has(finding.word) ? 0 : 1) |
    (!wish.families || wish.families.has(finding.family) ? 0 : 2) |
    (!wish.rules || wish.rules.has(finding.rule) ? 0 : 4) |
    (!wish.lang || finding.lang === wish.lang ? 0 : 8) |
    (!wish.page || finding.paths.includes(wish.page) ? 0 : 16) |
    (!wish.words.length || wish.words.every((word) => finding.hay.includes(word)) ? 0 : 32)
  );
}

const set = (text) => (text ? new Set(text.split(",")) : null);

/** The findings that pass all filters, and for each facet the counts of what it would show. */
function filtered(state) {
  const wish = {
    levels: new Set(state.level.split(",")),
    families: set(state.family),
    rules: set(state.rule),
    lang: state.lang,
    page: state.page,
    words: state.q.toLocaleLowerCase(data.locale).split(/\s+/).filter(Boolean),
  };
  const counts = { level: new Map(), family: new Map(), rule: new Map(), lang: new Map(), page: new Map() };
  const add = (facet, key) => counts[facet].set(key, (counts[facet].get(key) || 0) + 1);
  const found = [];
  for (const finding of findings) {
    const bits = failing(finding, wish);
    if (!bits) found.push(finding);
    if (!(bits & ~1)) add("level", finding.word);
    // A rule is one of its family: the two are chosen in one list.
    if (!(bits & ~6)) {
      add("family", finding.family);
      add("rule", finding.rule);
    }
    if (!(bits & ~8)) add("lang", finding.lang);
    if (!(bits & ~16)) for (const path of new Set(finding.paths)) add("page", path);
  }
  return { found, counts };
}

let state = read();
let mounted = null;

/** Change the state; typing leaves no trail in the history. */
function go(changes, { replace = false } = {}) {
  const next = address({ ...state, ...changes });
  if (next === (location.hash || "#")) return;
  history[replace ? "replaceState" : "pushState"](null, "", next);
  show();
}
