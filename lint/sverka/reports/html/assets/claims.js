// What the pages claim: a topic at a time, aspects down, pages across.

function claimsView() {
  const matrices = data.matrices;
  const asked = matrices.findIndex((matrix) => matrix.topic === state.of);
  const chosen = asked < 0 ? matrices.map(conflicts).reduce((best, n, at, all) => (n > all[best] ? at : best), 0) : asked;
  const topics = el("nav", { class: "topics", "aria-label": say("topics") }, el("h2", {}, say("topics")), el("ul", {}, matrices.map((matrix, n) => {
    const count = conflicts(matrix);
    return el("li", {}, el("a", { href: to("claims", { of: matrix.topic }), "aria-current": n === chosen ? "true" : null }, shown(matrix.topic),
      count ? el("span", { class: "n" }, icon("error"), el("span", { class: "away" }, say("conflicts", { count })), numbers.format(count)) : null));
  })));
  return { node: el("div", { class: "claims" }, topics, matrixNode(matrices[chosen])) };
}

/** Rows in which pages contradict each other. */
function conflicts(matrix) {
  return matrix.cells.filter((row) => row.some((cell) => cell.some((statement) => statement[2].length))).length;
}

function matrixNode(matrix) {
  const count = conflicts(matrix);
  const head = matrix.pages.map((page) => {
    const [path, code, title] = data.pages[page];
    const view = viewAt(path);
    const name = el("span", { lang: code || null }, shown(title || path));
    return el("th", { scope: "col" }, el("span", { class: "code", title: languageName(code) }, code || "?"),
      view >= 0 ? el("a", { href: plain("page", { of: path }), title: path }, name) : name);
  });
  const body = matrix.aspects.map((aspect, at) => el("tr", {}, el("th", { scope: "row" }, aspect),
    matrix.cells[at].map((cell, column) => el("td", {}, cell.map((statement) => statementNode(matrix, at, column, statement))))));
  return el("section", { class: "matrix" }, el("h1", {}, shown(matrix.topic)),
    el("p", { class: "lead" }, count ? say("conflicts", { count }) : say("no_conflicts")),
    el("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": `${say("claims")}: ${matrix.topic}` },
      el("table", {}, el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("aspect")), head)), el("tbody", {}, body))));
}

function statementNode(matrix, at, column, statement) {
  const [value, quote, rivals] = statement;
  const code = data.pages[matrix.pages[column]][1] || null;
  if (!rivals.length) return el("span", { class: "value", title: quote }, value);
  return el("button", { type: "button", class: "value rival", onclick: (event) => compare(matrix, at, column, statement, event.currentTarget) },
    el("span", { class: "sign", "aria-hidden": "true" }, "≠"), value, el("span", { class: "away", lang: null }, say("contradicted")), code ? "" : "");
}

/** Both quotes of a contradiction, side by side, on top of the page. */
function compare(matrix, at, column, statement, opener) {
  const side = (number, [value, quote]) => {
    const [path, code, title] = data.pages[matrix.pages[number]];
    const view = viewAt(path);
    return el("section", {}, el("h3", {}, el("span", { class: "code" }, code || "?"), el("span", { lang: code || null }, shown(title || path))),
      el("p", { class: "big" }, value), el("blockquote", { lang: code || null }, shown(quote)),
      el("p", { class: "path" }, view >= 0 ? el("a", { href: plain("page", { of: path }), onclick: () => dialog.close() }, path) : path));
  };
  const others = statement[2].flatMap((number) => matrix.cells[at][number].filter((one) => one !== statement && one[2].includes(column)).map((one) => side(number, one)));
  const dialog = el("dialog", { class: "compare", "aria-labelledby": "compare" },
    el("header", {}, el("h2", { id: "compare" }, `${matrix.topic}: ${matrix.aspects[at]}`), closing(() => dialog.close())),
    el("div", { class: "against" }, side(column, statement), ...others));
  open(dialog, opener);
}

function closing(onclick) {
  return el("button", { type: "button", class: "close", "aria-label": say("close"), title: say("close"), onclick }, "×");
}

function open(dialog, opener) {
  document.body.append(dialog);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (opener?.isConnected) opener.focus();
  });
  dialog.showModal();
}
