// A page and its other version, block beside block, each finding a card beside its place.

const narrow = matchMedia("(max-width: 44rem)");
const quiet = () => (narrow.matches ? 3 : 7); // so many blocks in a row without a finding are not yet folded
const around = () => (narrow.matches ? 1 : 2); // so many on either side never are

function pairView() {
  const number = viewAt(state.of);
  if (number < 0) return findingsView();
  const view = data.views[number];
  const here = new Set(view.pages.filter((page) => page >= 0));
  const wanted = new Set(filtered(state).found);
  const asked = byId.get(state.f);
  if (asked) wanted.add(asked); // whoever follows a link sees what it leads to
  const spots = [];
  let hidden = 0;
  for (const finding of findings) {
    const spot = finding.at.find((one) => one[0] === number);
    if (!spot) continue;
    if (wanted.has(finding)) spots.push({ finding, row: spot[1], marks: spot[2] });
    else hidden += 1;
  }
  spots.sort((a, b) => a.row - b.row || firstMark(a) - firstMark(b));
  const grid = rows(view, spots, here);
  const node = el("div", { class: `pair${here.size < 2 ? " single" : ""}` }, pairHead(view, number, spots, hidden), columnHeads(view), grid.node);
  node.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-f], .gap[data-f], .lack[data-f]");
    if (mark) focusOn(mark.dataset.f.split(" ")[0], false);
  });
  node.addEventListener("focusin", (event) => {
    const one = event.target.closest(".card");
    if (one) light(one.dataset.f);
  });
  for (const [type, on] of [["mouseover", true], ["mouseout", false]]) {
    node.addEventListener(type, (event) => {
      const one = event.target.closest(".card");
      if (one) for (const mark of marksOf(one.dataset.f)) mark.classList.toggle("hover", on);
    });
  }

  const marksOf = (id) => node.querySelectorAll(`mark[data-f~="${CSS.escape(id)}"], .gap[data-f~="${CSS.escape(id)}"], .lack[data-f~="${CSS.escape(id)}"]`);
  const cards = () => [...node.querySelectorAll(".card")];

  function light(id) {
    for (const one of node.querySelectorAll(".active")) one.classList.remove("active");
    node.querySelector(`#f-${CSS.escape(id)}`)?.classList.add("active");
    for (const mark of marksOf(id)) mark.classList.add("active");
    const next = address({ ...state, f: id });
    if (next !== location.hash) history.replaceState(null, "", next);
    state.f = id;
  }

  /** Bring a finding into sight. On a narrow screen that is its text, with the card below. */
  function focusOn(id, scroll = true) {
    const one = node.querySelector(`#f-${CSS.escape(id)}`);
    if (!one) return false;
    one.focus({ preventScroll: true });
    if (!scroll) {
      one.scrollIntoView({ block: "nearest" });
      return true;
    }
    const mark = marksOf(id)[0];
    const target = mark && mark.offsetParent ? mark : one;
    const top = Math.min(target.getBoundingClientRect().top, one.getBoundingClientRect().top);
    scrollBy({ top: top - Math.max(140, innerHeight * 0.28) });
    return true;
  }

  function step(by) {
    const all = cards();
    const at = all.findIndex((one) => one.dataset.f === state.f && one.classList.contains("active"));
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
    if (all[next]) return void focusOn(all[next].dataset.f);
    const other = neighbour(number, by);
    if (other >= 0) {
      pending = by;
      go({ of: pathOf(other), f: "" });
    }
  }

  function mountedNow() {
    if (pending) {
      const all = cards();
      const first = pending > 0 ? all[0] : all.at(-1);
      pending = 0;
      if (first) return void focusOn(first.dataset.f);
    }
    if (state.f && focusOn(state.f)) return;
    scrollTo(0, 0);
    const row = Number(new URLSearchParams(location.hash.slice(1)).get("row"));
    if (row) grid.reveal(row);
  }

  return { node, step, mounted: mountedNow, unfold: grid.unfold, escape: () => go({ view: "findings", of: "", f: "" }) };
}

let pending = 0; // j at the end of a page leads to the first finding of the next one

const firstMark = (spot) => Math.min(...spot.marks.filter((mark) => mark[0] === spot.row).map((mark) => mark[3]), 1e9);

/** The next view, in the order of the paths, that has findings under these filters. */
function neighbour(number, by) {
  const wanted = new Set(filtered(state).found.flatMap((finding) => finding.at.map((spot) => spot[0])));
  for (let n = number + by; n >= 0 && n < data.views.length; n += by) if (wanted.has(n)) return n;
  return -1;
}

function pairHead(view, number, spots, hidden) {
  const list = spots.map((spot) => spot.finding);
  const turn = (by, label) => {
    const other = neighbour(number, by);
    return other < 0 ? el("span", { class: "turn off", "aria-hidden": "true" }, by < 0 ? "←" : "→")
      : el("a", { class: "turn", href: to("page", { of: pathOf(other) }), title: `${say(label)}: ${pagePath(data.views[other].pages[0])}`, "aria-label": say(label) }, by < 0 ? "←" : "→");
  };
  const titles = view.pages.filter((page) => page >= 0);
  return el("div", { class: "pairhead" },
    el("nav", { class: "crumbs", "aria-label": say("pages") },
      el("a", { href: to("findings") }, say("findings")), el("span", { class: "turns" }, turn(-1, "previous_page"), turn(1, "next_page"))),
    el("h1", { class: "away", lang: data.pages[titles[0]][1] || null }, shown(pageTitle(titles[0]))),
    el("p", { class: "lead" }, list.length ? tally(counted(list)) : say("no_matches"),
      hidden ? el("span", { class: "hidden" }, say("filtered_out", { count: hidden }), " ", el("a", { href: plain("page", { of: state.of, level: "error,warning,info" }) }, say("show_all"))) : null));
}

function columnHeads(view) {
  return el("div", { class: "heads" }, view.pages.map((page, side) => page < 0 ? null :
    el("div", { class: "head" },
      el("span", { class: "code", title: languageName(data.pages[page][1]) }, data.pages[page][1] || "?"),
      el("span", { class: "name", lang: data.pages[page][1] || null }, shown(pageTitle(page))),
      el("span", { class: "path" }, shown(pagePath(page))))));
}

/** The rows, those without findings folded where there are many. */
function rows(view, spots, here) {
  const byRow = grouped(spots, (spot) => spot.row);
  const marked = new Set(spots.flatMap((spot) => [spot.row, ...spot.marks.map((mark) => mark[0])]));
  const node = el("div", { class: "rows" });
  const parts = plan(view.rows, marked);
  const unfolds = [];
  const make = (at) => rowNode(view, at, spots, byRow.get(at), here);
  for (const part of parts) {
    if (part.row !== undefined) {
      node.append(make(part.row));
      continue;
    }
    const open = () => {
      if (!fold.isConnected) return;
      const made = part.rows.map(make);
      fold.replaceWith(...made);
      place(node);
      made[0]?.querySelector(".side")?.scrollIntoView?.({ block: "nearest" });
    };
    const fold = el("div", { class: "folded" }, part.kept
      ? el("button", { type: "button", onclick: open }, say("quiet", { count: part.rows.length }))
      : el("span", {}, say("left_out", { count: part.rows.length })));
    if (part.kept) unfolds.push({ open, rows: part.rows });
    node.append(fold);
  }
  place(node);
  return {
    node,
    unfold: () => unfolds.forEach((one) => one.open()),
    reveal: (row) => {
      unfolds.filter((one) => one.rows.includes(row)).forEach((one) => one.open());
      const target = node.querySelector(`[data-row="${row}"] .side`);
      target?.scrollIntoView({ block: "center" });
      target?.closest(".row").classList.add("shown");
    },
  };
}

/** Runs of rows: shown, folded, or not in this file at all. */
function plan(all, marked) {
  const parts = [];
  let run = [];
  const close = (last) => {
    const head = parts.length ? around() : 1;
    const tail = last ? 1 : around();
    if (run.length <= quiet()) run.forEach((row) => parts.push({ row }));
    else {
      run.slice(0, head).forEach((row) => parts.push({ row }));
      parts.push({ rows: run.slice(head, run.length - tail), kept: true });
      run.slice(run.length - tail).forEach((row) => parts.push({ row }));
    }
    run = [];
  };
  let lost = [];
  const drop = () => {
    if (lost.length) parts.push({ rows: lost, kept: false });
    lost = [];
  };
  all.forEach((row, at) => {
    if (!row) {
      close(false);
      lost.push(at);
    } else if (marked.has(at)) {
      drop();
      close(false);
      parts.push({ row: at });
    } else {
      drop();
      run.push(at);
    }
  });
  drop();
  close(true);
  return parts;
}

/** Where each row stands in the grid. Cards reach down beside the quiet rows that follow, so that
 * a long card tears no hole into the text. */
function place(node) {
  const all = [...node.children];
  all.forEach((row, n) => {
    const at = n + 1;
    if (row.classList.contains("folded")) {
      row.style.gridRow = at;
      return;
    }
    for (const side of row.querySelectorAll(":scope > .side")) side.style.gridRow = at;
    const cards = row.querySelector(":scope > .cards");
    if (!cards) return;
    let span = 1;
    while (all[n + span] && !all[n + span].querySelector?.(":scope > .cards")) span += 1;
    cards.style.gridRow = `${at} / span ${span}`;
  });
}

function rowNode(view, at, spots, own, here) {
  const [ours, theirs, moved] = view.rows[at];
  const mine = spots.flatMap((spot) => spot.marks.filter((mark) => mark[0] === at).map(([, side, cell, start, end, role]) =>
    ({ side, cell, start, end, role, finding: spot.finding })));
  const sides = [ours, theirs].slice(0, view.pages[1] < 0 ? 1 : 2).map((cells, side) => {
    const code = data.pages[view.pages[side]][1];
    const lacks = mine.filter((mark) => mark.side === side && mark.cell < 0);
    const inside = cells.length
      ? cells.map((cell, n) => block(cell, mine.filter((mark) => mark.side === side && mark.cell === n), code))
      : [lack(lacks)];
    return el("div", { class: `side ${side ? "target" : "source"}${cells.length ? "" : " absent"}`, "data-code": code },
      moved && side ? el("span", { class: "moved" }, say("moved")) : null, inside);
  });
  const quiet = !mine.length && !own;
  return el("div", { class: `row${quiet ? " quiet" : ""}`, "data-row": at }, sides,
    own ? el("div", { class: "cards" }, own.map((spot) => card(spot.finding, here))) : null);
}

/** A gap: this version has nothing here. */
function lack(marks) {
  const found = marks.map((mark) => mark.finding);
  const word = found.length ? LEVELS[3 - Math.max(...found.map((finding) => finding.level))] : "plain";
  return el("div", { class: `lack ${word}`, "data-f": found.length ? [...new Set(found.map((finding) => finding.id))].join(" ") : null },
    el("span", {}, say(found.length ? "missing_here" : "nothing_here")));
}
