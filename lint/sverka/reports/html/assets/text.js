// A block of a page as text: its marks of Markdown pale, what findings speak of highlighted.

// What is no prose: the beginning of a line, emphasis, the address of a link, tags, shortcodes.
const SYNTAX = /^(?:[ \t]*>)+ ?|^[ \t]*#{1,6} +|^[ \t]*(?:[-*+]|\d+[.)]) +(?:\[[ xX]\] )?|\*\*|__|!?\[(?=[^\]\n]*\]\()|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\)|\{\{.*?\}\}|\{#[^}\s]*\}|\{%.*?%\}|<\/?[A-Za-z!][^>\n]*>|`/gm;
const HERE = 0, THERE = 1, LACKING = 2;

/** Stretches of the text with their classes: [start, end, class]. */
function syntax(kind, text) {
  const found = [];
  if (kind === "c") return found;
  if (kind === "f") {
    const key = /^[^:=\n]*[:=] */.exec(text);
    return key ? [[0, key[0].length, "mk"]] : found;
  }
  let strong = -1, code = -1; // where emphasis or code has begun
  for (const match of text.matchAll(kind === "r" ? new RegExp(`${SYNTAX.source}|\\|`, "gm") : SYNTAX)) {
    const end = match.index + match[0].length;
    if (match[0] === "**" || match[0] === "__") {
      if (strong < 0) strong = end;
      else {
        found.push([strong, match.index, "strong"]);
        strong = -1;
      }
    }
    if (match[0] === "`") {
      if (code >= 0) found.push([code, match.index, "mono"]);
      code = code < 0 ? end : -1;
    }
    found.push([match.index, end, match[0] === "|" ? "pipe" : /^(\]\(|\{#)/.test(match[0]) ? "mk target" : "mk"]);
  }
  return found;
}

/** The text of a cell, cut wherever a mark or a piece of syntax begins or ends. */
function pieces(kind, text, marks) {
  const styles = syntax(kind, text);
  const cuts = new Set([0, text.length]);
  for (const [start, end] of styles) cuts.add(start).add(end);
  for (const mark of marks) cuts.add(mark.start).add(mark.end);
  const at = [...cuts].sort((a, b) => a - b);
  const found = [];
  at.forEach((start, n) => {
    for (const mark of marks) if (mark.start === start && mark.end === start) found.push({ point: mark });
    const end = at[n + 1];
    if (end === undefined) return;
    found.push({
      text: text.slice(start, end),
      styles: styles.filter(([from, to]) => from <= start && end <= to).map((style) => style[2]),
      marks: marks.filter((mark) => mark.start <= start && end <= mark.end),
    });
  });
  return found;
}

/** The worst of the findings that a piece belongs to decides on its colour. */
function markNode(marks, inside) {
  const own = marks.filter((mark) => mark.role === HERE);
  const of = own.length ? own : marks;
  const word = LEVELS[3 - Math.max(...of.map((mark) => mark.finding.level))];
  return el("mark", { class: `${own.length ? "here" : "there"} ${word}`, "data-f": [...new Set(marks.map((mark) => mark.finding.id))].join(" ") }, inside);
}

/** The place between two letters where something is missing. */
function gapNode(mark) {
  return el("span", { class: `gap ${mark.finding.word}`, role: "img", "aria-label": say("missing_here"), title: say("missing_here"), "data-f": mark.finding.id });
}

function cellText(kind, text, marks) {
  const nodes = [];
  let cells = kind === "r" ? [] : null;
  for (const piece of pieces(kind, text, marks)) {
    if (piece.point) {
      const node = piece.point.role === LACKING ? gapNode(piece.point) : el("span", { class: "point", "data-f": piece.point.finding.id });
      (cells?.at(-1) ?? nodes).push(node);
      continue;
    }
    const plain = shown(piece.text);
    let node = piece.styles.length ? el("span", { class: piece.styles.join(" ") }, plain) : plain;
    if (piece.marks.length) node = markNode(piece.marks, node);
    if (cells && piece.styles.includes("pipe")) {
      cells.push([]);
      // A mark over the whole row is over its lines, too, but a line is nothing to see.
      continue;
    }
    if (cells && !cells.length) {
      if (!plain.trim()) continue;
      cells.push([]);
    }
    (cells?.at(-1) ?? nodes).push(node);
  }
  if (!cells) return nodes;
  // After the last line of a row there is nothing.
  if (cells.length > 1 && !cells.at(-1).some((node) => (node.textContent ?? node).trim() || node.className)) cells.pop();
  return cells.map((inside) => el("span", { class: "td" }, inside));
}

const LONG = 9; // lines of code or HTML, beyond which it is cut where nothing was found in it

/** A long piece of code, of which the first lines are enough until somebody asks. */
function clipped(node, text) {
  const lines = text.split("\n");
  const rest = el("span", { hidden: true }, `\n${lines.slice(LONG - 3).join("\n")}`);
  const more = el("button", { type: "button", class: "plainlink", onclick: () => {
    rest.hidden = false;
    more.remove();
  } }, say("more_lines", { count: lines.length - LONG + 3 }));
  node.replaceChildren(lines.slice(0, LONG - 3).join("\n"), rest, el("span", { class: "moreline" }, more));
  return node;
}

/** One cell: `[kind, level, text, quoted]` and the marks in it. */
function block([kind, level, text, quoted], marks, code) {
  const tag = kind === "c" || kind === "x" ? "pre" : "div";
  const node = el(tag, { class: `block k-${kind}${kind === "h" ? ` h${level}` : ""}${quoted ? " quoted" : ""}`,
    lang: code || null, ...(kind === "i" && level > 1 ? { "data-depth": Math.min(level, 5) } : {}) },
  cellText(kind, text, marks));
  return tag === "pre" && !marks.length && text.split("\n").length > LONG ? clipped(node, text) : node;
}
