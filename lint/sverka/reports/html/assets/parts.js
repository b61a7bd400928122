// Parts that more than one view has.

const pageTitle = (number) => data.pages[number][2] || data.pages[number][0];
const pagePath = (number) => data.pages[number][0];

function levelMark(word) {
  return el("span", { class: `level ${word}` }, icon(word), el("span", {}, say(word)));
}

/** A count by level, as a row of small marks. */
function tally(counts) {
  const parts = LEVELS.filter((word) => counts[word]).map((word) =>
    el("span", { class: `count ${word}`, title: say(`${word}s`, { count: counts[word] }) },
      icon(word), el("span", { class: "away" }, say(word)), ` ${numbers.format(counts[word])}`),
  );
  return el("span", { class: "tally" }, parts);
}

/** A bar whose whole length is `most`, in the colours of the levels. */
function bar(counts, most) {
  return el("span", { class: "bar", "aria-hidden": "true" },
    LEVELS.filter((word) => counts[word]).map((word) =>
      el("span", { class: word, width: `${(100 * counts[word]) / Math.max(1, most)}%` })),
  );
}

function counted(list) {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of list) counts[finding.word] += 1;
  return counts;
}

function grouped(list, key) {
  const groups = new Map();
  for (const one of list) {
    const name = key(one);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(one);
  }
  return groups;
}

/** Text with `code` in it. */
function inline(text) {
  return text.split("`").map((part, n) => (n % 2 ? el("code", {}, part) : part));
}

/** The same, paragraph by paragraph, as the documentation of rules has it. */
function prose(text) {
  return text.split(/\n\s*\n/).map((paragraph) =>
    el("p", {}, inline(paragraph.replace(/\s*\n\s*/g, " "))),
  );
}

/** Why the rule matters, folded; and the way to all that its documentation says. */
function explanation(rule) {
  return el("details", { class: "why" },
    el("summary", {}, say("why_matters")),
    el("div", { lang: docs.get(rule).locale }, prose(capital(docs.get(rule).doc[2]))),
    el("button", { type: "button", class: "plainlink", onclick: (event) => aboutRule(rule, event.currentTarget) }, say("about_rule")));
}

/** The documentation of a rule, in the language that it is written in. */
function aboutRule(rule, opener) {
  const { doc: [summary, finds, why, wrong], locale } = docs.get(rule);
  const dialog = el("dialog", { class: "about", "aria-labelledby": "about" },
    el("header", {}, el("h2", { id: "about" }, rule), closing(() => dialog.close())),
    [["", summary], ["what_finds", finds], ["why_matters", why], ["when_wrong", wrong]].filter((part) => part[1]).map(([key, text]) =>
      [key ? el("h3", {}, say(key)) : null, el("div", { lang: locale }, prose(capital(text)))]).flat());
  open(dialog, opener);
}

/** The suggested wording: what goes, what comes, and how it is made. */
function suggestion(finding) {
  const { safe, edits } = finding.fix;
  const made = edits.map(([page, line, before, after]) =>
    el("p", { class: "edit" },
      edits.length > 1 ? el("span", { class: "where" }, `${pagePath(page)}:${line} `) : null,
      before ? el("del", { lang: data.pages[page][1] || null }, shown(before, true)) : null,
      before && after ? " → " : null,
      after ? el("ins", { lang: data.pages[page][1] || null }, shown(after)) : el("em", {}, say("remove")),
      after ? button("copy", say("copy_wording"), () => copy(after)) : null,
    ),
  );
  return el("div", { class: "fix" }, el("h3", {}, say("suggestion")), made,
    el("p", { class: "note" }, inline(say(safe ? "fix_safe" : "fix_unsafe"))));
}

const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const PICTURE = /^\p{Extended_Pictographic}/u;

/** What cannot be seen, made visible. Soft hyphens, and what joins emoji, do their work unseen,
 * unless it is they that are spoken of: `every`. */
function shown(text, every = false) {
  return text.replace(UNSEEN, (char, at) => {
    const working = char === "\u00ad" || (char === "\u200d" && PICTURE.test(text.slice(at + 1)));
    return working && !every ? char : `\u2039U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}\u203a`;
  });
}

function button(name, label, onclick) {
  return el("button", { type: "button", class: "tool", title: label, "aria-label": label, onclick }, icon(name));
}

function linkTo(finding) {
  return `${location.href.split("#")[0]}#f=${encodeURIComponent(finding.id)}`;
}

const MOST_ELSEWHERE = 4; // other places that a card shows; the rest is counted

/** The other places of a finding that the eye does not see beside it. */
function elsewhere(finding, here) {
  const away = [finding, ...finding.rel].filter((place) => !here.has(place.page) && place.quote);
  if (!away.length) return null;
  const more = away.length - MOST_ELSEWHERE;
  return el("ul", { class: "elsewhere" }, away.slice(0, MOST_ELSEWHERE).map((place) => {
    const view = viewAt(pagePath(place.page));
    const where = `${pagePath(place.page)}:${place.line}`;
    return el("li", {},
      el("q", { lang: data.pages[place.page][1] || null }, shown(place.quote)),
      " ",
      view >= 0 ? el("a", { href: to("page", { of: pagePath(place.page), f: finding.id }) }, where) : where,
    );
  }), more > 0 ? el("li", {}, say("more_places", { count: more })) : null);
}

/** A finding as a card beside its place. `here` are the numbers of the pages in sight. */
function card(finding, here) {
  const name = `t-${finding.id}`;
  return el("article", { class: `card ${finding.word}`, id: `f-${finding.id}`, tabindex: "-1", "data-f": finding.id, "aria-labelledby": name },
    el("header", {},
      levelMark(finding.word),
      el("a", { class: "rule", href: to("findings", { rule: finding.rule, family: "" }), title: say("same_rule") }, finding.rule),
      button("link", say("copy_link"), () => copy(linkTo(finding))),
    ),
    el("h2", { class: "text", id: name }, shown(finding.text)),
    elsewhere(finding, here),
    finding.fix ? suggestion(finding) : null,
    explanation(finding.rule),
  );
}

/** Keep at most so many children in sight and add more when the end comes near. */
function growing(list, items, make, step = 24) {
  let at = 0;
  const end = el("div", { class: "end", "aria-hidden": "true" });
  function more(count = step) {
    const next = items.slice(at, at + count);
    at += next.length;
    list.append(...next.map(make));
    if (at >= items.length) watcher.disconnect();
  }
  const watcher = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && more(), { rootMargin: "900px" });
  more();
  if (at < items.length) watcher.observe(end);
  return { end, more, get done() { return at >= items.length; }, stop: () => watcher.disconnect() };
}
