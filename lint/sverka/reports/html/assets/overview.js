// The overview: how much, of what kind, and where it is worst.

const WORST = 12;

function overview() {
  const seen = findings.filter((finding) => state.level.split(",").includes(finding.word));
  const counts = counted(findings);
  return {
    node: el("div", { class: "overview" },
      incomplete(),
      headline(counts),
      ledger(),
      el("div", { class: "halves" }, byFamily(findings), worst(seen)),
    ),
  };
}

function incomplete() {
  if (!data.failures.length) return null;
  return el("section", { class: "alarm", role: "region", "aria-label": say("incomplete") },
    el("h2", {}, say("incomplete")), el("ul", {}, data.failures.map((text) => el("li", {}, shown(text)))));
}

/** The outcome in one sentence. */
function headline(counts) {
  const parts = ["error", "warning"].filter((word) => counts[word]).map((word) => say(`${word}s`, { count: counts[word] }));
  const pages = new Set(findings.filter((finding) => finding.level > 1).map((finding) => finding.page)).size;
  const text = parts.length
    ? say("verdict", { findings: parts.join(say("and")), pages })
    : say(data.failures.length ? "clean_so_far" : data.pages.length && !data.pairs ? "uncompared" : counts.info ? "clean_but_hints" : "clean");
  const asides = [
    data.suppressed ? say("suppressed", { count: data.suppressed }) : "",
    counts.info && !data.hints ? say("hints_apart", { count: counts.info }) : "",
  ].filter(Boolean);
  return el("div", { class: "headline" }, el("h1", {}, text), asides.length ? el("p", { class: "lead" }, asides.join(" ")) : null);
}

/** The figures in a row; each leads to what it counts. */
function ledger() {
  const counts = counted(findings);
  const cell = (label, value, href, word) =>
    el("div", { class: word || "" }, el("dt", {}, word ? icon(word) : null, label),
      el("dd", {}, href && value ? el("a", { href }, numbers.format(value)) : numbers.format(value)));
  return el("dl", { class: "ledger" },
    cell(say("pages"), data.pages.length),
    cell(say("pairs"), data.pairs),
    ...LEVELS.map((word) => cell(say(`${word}_many`), counts[word], plain("findings", { level: word }), word)),
    data.baselined ? trend(counts) : null,
  );
}

/** What has come since the baseline was made, and what was there before. */
function trend(counts) {
  const fresh = counts.error + counts.warning + (data.hints ? counts.info : 0);
  const all = fresh + data.baselined;
  const share = (value) => (120 * value) / all;
  const text = say("trend", { fresh, known: data.baselined });
  return el("div", { class: "trend" }, el("dt", {}, say("baseline")),
    el("dd", {},
      svg("svg", { viewBox: "0 0 120 10", preserveAspectRatio: "none", role: "img", "aria-label": text },
        svg("rect", { x: 0, y: 0, width: share(data.baselined), height: 10, class: "known" }),
        svg("rect", { x: share(data.baselined), y: 0, width: share(fresh), height: 10, class: "fresh" })),
      el("small", {}, text)));
}

function byFamily(list) {
  const groups = [...grouped(list, (finding) => finding.family)].sort(heavier);
  const rows = groups.flatMap(([family, inside]) => [
    countRow(familyName(family), inside, { family }, true),
    ...[...grouped(inside, (finding) => finding.rule)].sort(heavier).map(([rule, own]) =>
      countRow(rule.split("/")[1], own, { rule })),
  ]);
  return el("section", { class: "families" }, el("h2", {}, say("by_kind")),
    rows.length ? el("div", { class: "scroll" }, el("table", { class: "counts" },
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("kind")),
        LEVELS.map((word) => el("th", { scope: "col", class: "n" }, icon(word), el("span", { class: "away" }, say(`${word}_many`)))))),
      el("tbody", {}, rows))) : el("p", { class: "lead" }, say("nothing")));
}

/** More errors first, then more warnings. */
function heavier([one, ones], [other, others]) {
  const a = counted(ones), b = counted(others);
  return b.error - a.error || b.warning - a.warning || b.info - a.info || (one < other ? -1 : 1);
}

function countRow(label, list, wish, whole = false) {
  const counts = counted(list);
  const usual = LEVELS.filter((word) => counts[word] && DEFAULT_LEVELS.includes(word));
  const link = plain("findings", usual.length ? wish : { ...wish, level: "info" });
  return el("tr", { class: whole ? "family" : null },
    el("th", { scope: "row" }, el("a", { href: link }, label)),
    LEVELS.map((word) => el("td", { class: `n ${word}` },
      counts[word] ? el("a", { href: plain("findings", { ...wish, level: word }), "aria-label": `${label}: ${say(`${word}s`, { count: counts[word] })}` }, numbers.format(counts[word])) : el("span", { class: "none" }, "·"))));
}

/** The pages with the most findings, both versions of a page taken together. */
function worst(list) {
  const groups = [...grouped(list.filter((finding) => finding.at.length), (finding) => finding.at[0][0])].sort(heavier);
  if (!groups.length) return null;
  const most = Math.max(...groups.map(([, own]) => own.length));
  const rows = el("ol", { class: "worst" });
  const make = ([number, own]) => {
    const view = data.views[number];
    const counts = counted(own);
    const titles = view.pages.filter((page) => page >= 0);
    return el("li", {}, el("a", { href: plain("page", { of: pathOf(number), level: state.level }) },
      el("span", { class: "names" }, titles.map((page, n) =>
        el("span", { class: n ? "second" : "first", lang: data.pages[page][1] || null }, shown(pageTitle(page))))),
      tally(counts), bar(counts, most)));
  };
  rows.append(...groups.slice(0, WORST).map(make));
  const rest = groups.length - WORST;
  const all = rest > 0 ? el("button", { type: "button", class: "more", onclick: (event) => {
    rows.append(...groups.slice(WORST).map(make));
    event.target.remove();
    rows.children[WORST].querySelector("a").focus();
  } }, say("more_pages", { count: rest })) : null;
  return el("section", {}, el("h2", {}, say("worst")), rows, all);
}
