// How each term is rendered across the site.

const ORDERS = {
  varied: (a, b) => strays(b) - strays(a) || b.total - a.total,
  frequent: (a, b) => b.total - a.total,
  alphabet: (a, b) => a.word.localeCompare(b.word, a.codes[0]),
};
const strays = (term) => term.total - term.as[0][1];

function termsView() {
  const list = el("div", { class: "terms" });
  const head = el("p", { class: "matches" });
  const search = el("input", { type: "search", id: "tq", placeholder: say("search_terms"), autocomplete: "off", spellcheck: "false",
    oninput: () => go({ q: search.value }, { replace: true }) });
  const order = el("select", { id: "order", onchange: () => go({ of: order.value === "varied" ? "" : order.value }, { replace: true }) },
    Object.keys(ORDERS).map((key) => option(key, say(`order_${key}`))));
  let growth = null;

  function update() {
    const needle = state.q.trim().toLocaleLowerCase(data.locale);
    const by = ORDERS[state.of] ? state.of : "varied";
    order.value = by;
    if (document.activeElement !== search) search.value = state.q;
    const found = data.terms
      .filter((term) => !needle || term.word.toLocaleLowerCase().includes(needle) || term.as.some((one) => one[0].toLocaleLowerCase().includes(needle)))
      .sort(ORDERS[by]);
    head.textContent = found.length ? say("terms_found", { count: found.length }) : say("no_matches");
    growth?.stop();
    list.replaceChildren();
    growth = growing(list, found, termNode);
    list.append(growth.end);
  }

  update();
  return {
    node: el("div", { class: "termpage" }, el("div", { class: "headline" }, el("h1", {}, say("terms")), el("p", { class: "lead" }, say("terms_about"))),
      el("div", { class: "tools" }, el("label", { for: "tq", class: "away" }, say("search_terms")), search,
        el("label", { for: "order", class: "away" }, say("order")), order), head, list),
    update, unfold: () => growth.more(2000), search: () => search.focus(),
  };
}

function termNode(term) {
  const most = term.as[0][1];
  const renderings = term.as.map(([word, count], n) => el("span", { class: n ? "rare" : "usual" },
    el("span", { lang: term.codes[1] }, word), el("span", { class: "n" }, `\u00a0${numbers.format(count)}`)));
  const share = el("span", { class: "share", "aria-hidden": "true" }, term.as.map((one, n) =>
    el("span", { class: n ? "rare" : "usual", width: `${(100 * one[1]) / term.total}%` })));
  const node = el("details", { class: `term${term.as.length > 1 ? " varied" : ""}` },
    el("summary", {}, el("span", { class: "word", lang: term.codes[0] }, term.word), el("span", { class: "as" }, renderings), share,
      el("span", { class: "part" }, percents.format(most / term.total))));
  node.addEventListener("toggle", () => {
    if (node.open && node.children.length < 2) node.append(uses(term));
  }, { once: false });
  return node;
}

function uses(term) {
  return el("div", { class: "uses" }, term.as.map(([word, count, pairs, places]) => el("section", {},
    el("h2", {}, el("span", { lang: term.codes[1] }, word), " ", el("small", {}, say("uses", { count, pairs: say("in_pairs", { count: pairs }) }))),
    el("ul", {}, places.map(([source, , ours, theirs, view, row]) => el("li", {},
      inContext(ours, term.codes[0]), inContext(theirs, term.codes[1]),
      view >= 0 ? el("a", { class: "path", href: `${plain("page", { of: pathOf(view) })}&row=${row}` }, pagePath(source)) : el("span", { class: "path" }, pagePath(source))))))));
}

function inContext([before, word, after], code) {
  return el("span", { class: "around", lang: code }, before, el("b", {}, word), after);
}
