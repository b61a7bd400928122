// The list of findings, and what narrows it down.

const MOST_PAGES = 150; // pages to choose from, those with the most findings; the search finds the others

function findingsView() {
  const list = el("div", { class: "list" });
  const head = el("p", { class: "matches", id: "matches" });
  const facets = filters();
  let growth = null;
  let shownFindings = [];

  function update() {
    const { found, counts } = filtered(state);
    shownFindings = found;
    facets.update(counts, found.length);
    head.textContent = found.length ? say("matches", { count: found.length }) : say(findings.length ? "no_matches" : "nothing");
    growth?.stop();
    list.replaceChildren();
    let last = -1;
    const make = (finding) => {
      const title = finding.page === last ? null : pageHead(finding);
      last = finding.page;
      return title ? [title, entry(finding)] : [entry(finding)];
    };
    growth = growing(list, found, (finding) => {
      const box = document.createDocumentFragment();
      box.append(...make(finding));
      return box;
    });
    list.append(growth.end);
  }

  function step(by) {
    const entries = [...list.querySelectorAll(".entry")];
    const at = entries.indexOf(document.activeElement?.closest?.(".entry"));
    let next = at < 0 ? (by > 0 ? 0 : -1) : at + by;
    if (next >= entries.length && !growth.done) {
      growth.more();
      list.append(growth.end);
      return step(by);
    }
    const target = entries[next];
    if (target) {
      target.querySelector("a.open").focus();
      target.scrollIntoView({ block: "nearest" });
    }
  }

  const node = el("div", { class: "finder" }, facets.node,
    el("section", { class: "results", "aria-labelledby": "matches" }, el("h1", { class: "away" }, say("findings")), head, list));
  update();
  return { node, update, step, unfold: () => growth.more(2000), search: () => facets.search() };
}

function pageHead(finding) {
  const [path, code, title] = data.pages[finding.page];
  const view = finding.at.length ? finding.at[0][0] : -1;
  return el("h2", { class: "page" },
    el("span", { class: "code", title: languageName(code) }, code || "?"),
    view >= 0 ? el("a", { href: to("page", { of: path }), lang: code || null }, shown(title || path)) : shown(title || path),
    title ? el("span", { class: "path" }, shown(path)) : null);
}

/** Both texts of a finding, unless its message has them in full. */
function quotes(finding) {
  const lacks = finding.at.length > 0 && finding.at[0][2].some(([, , cell, , , role]) => role === LACKING && cell < 0);
  const places = [finding, ...finding.rel].slice(0, 2);
  if (places.length < 2 || (!lacks && places.every((place) => finding.text.includes(place.quote)))) return null;
  return el("div", { class: "quotes" }, places.map((place, n) =>
    !n && (lacks || !place.quote)
      ? el("p", { class: "lack" }, say("missing_here"))
      : el("blockquote", { lang: data.pages[place.page][1] || null }, shown(place.quote))));
}

/** One finding in the list: what, and both texts. */
function entry(finding) {
  const open = finding.at.length ? to("page", { of: pathOf(finding.at[0][0]), f: finding.id }) : null;
  return el("article", { class: `entry ${finding.word}` },
    el("div", { class: "line" },
      levelMark(finding.word),
      open ? el("a", { class: "open text", href: open }, shown(finding.text)) : el("span", { class: "text" }, shown(finding.text)),
      button("link", say("copy_link"), () => copy(linkTo(finding)))),
    el("p", { class: "meta" },
      el("span", { class: "rule" }, finding.rule), ` · ${say("line", { line: finding.line })}`,
      finding.fix ? ` · ${say("has_fix")}` : ""),
    quotes(finding));
}

/** The filters. Each says how many findings it would leave. */
function filters() {
  const boxes = new Map();
  const search = el("input", { type: "search", id: "q", placeholder: say("search"), autocomplete: "off", spellcheck: "false",
    oninput: () => go({ q: search.value }, { replace: true }) });
  const toggle = (key, value, all) => {
    const now = new Set(state[key] ? state[key].split(",") : []);
    if (now.has(value)) now.delete(value);
    else now.add(value);
    const kept = all.filter((one) => now.has(one));
    go({ [key]: kept.join(",") });
  };

  function box(key, value, label, all, extra = "") {
    const count = el("span", { class: "n" });
    const input = el("input", { type: "checkbox", onchange: () => toggle(key, value, all) });
    boxes.set(`${key} ${value}`, { input, count, key, value });
    return el("label", { class: `box ${extra}` }, input, key === "level" ? icon(value) : null, el("span", {}, label), count);
  }

  function select(key, label, options) {
    const node = el("select", { id: `s-${key}`, onchange: () => go({ [key]: node.value }) });
    return { node, row: el("div", { class: "select" }, el("label", { for: `s-${key}` }, label), node), options };
  }

  const rules = [...new Set(findings.map((finding) => finding.rule))].sort();
  const levels = LEVELS.filter((word) => findings.some((finding) => finding.word === word));
  const codes = [...new Set(findings.map((finding) => finding.lang))].sort();
  const lang = select("lang", say("language"), codes);
  const page = select("page", say("page"), []);
  const clear = el("a", { class: "clear", href: plain("findings") }, say("clear"));
  const groups = families.map((family) => {
    const own = rules.filter((rule) => rule.startsWith(`${family}/`));
    return el("div", { class: "group" }, box("family", family, familyName(family), families),
      el("details", {}, el("summary", {}, say("rules", { count: own.length })),
        own.map((rule) => box("rule", rule, rule.split("/")[1], rules, "inner"))));
  });
  const wide = matchMedia("(min-width: 60rem)").matches;
  const node = el("aside", { class: "filters", "aria-label": say("filters") },
    el("div", { class: "seek" }, el("label", { for: "q", class: "away" }, say("search")), search),
    el("details", { class: "fold", open: wide }, el("summary", { class: "toggle" }, say("filters")),
      levels.length ? el("fieldset", {}, el("legend", {}, say("severity")), levels.map((word) => box("level", word, capital(say(`${word}_many`)), LEVELS))) : null,
      groups.length ? el("fieldset", {}, el("legend", {}, say("kind")), groups) : null,
      codes.length > 1 ? lang.row : null, page.row, clear));

  function update(counts, total) {
    for (const { input, count, key, value } of boxes.values()) {
      const chosen = (state[key] || "").split(",");
      input.checked = chosen.includes(value);
      const found = counts[key].get(value) || 0;
      count.textContent = numbers.format(found);
      input.closest("label").classList.toggle("empty", !found);
    }
    for (const group of groups) {
      if (group.querySelector(".inner input:checked")) group.querySelector("details").open = true;
    }
    lang.node.replaceChildren(option("", say("all")), ...codes.map((code) => option(code, `${capital(languageName(code)) || "?"} (${numbers.format(counts.lang.get(code) || 0)})`)));
    lang.node.value = state.lang;
    const paths = [...counts.page].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_PAGES);
    if (state.page && !counts.page.has(state.page)) paths.unshift([state.page, 0]);
    page.node.replaceChildren(option("", say("all")), ...paths.map(([path, count]) => option(path, `${path} (${numbers.format(count)})`)));
    page.node.value = state.page;
    if (document.activeElement !== search) search.value = state.q;
    clear.hidden = FACETS.every((key) => state[key] === (key === "level" ? DEFAULT_LEVELS : ""));
    announce(say("matches", { count: total }));
  }

  return { node, update, search: () => search.focus() };
}

function option(value, label) {
  return el("option", { value }, label);
}
