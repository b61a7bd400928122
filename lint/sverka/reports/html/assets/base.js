// What everything here is built of: the data, the words, elements.

const data = JSON.parse(document.getElementById("island").textContent);
const numbers = new Intl.NumberFormat(data.locale);
const percents = new Intl.NumberFormat(data.locale, { style: "percent", maximumFractionDigits: 0 });
const languages = new Intl.DisplayNames([data.locale], { type: "language" });
const SVG = "http://www.w3.org/2000/svg";
const LEVELS = ["error", "warning", "info"]; // as the addresses have them, worst first
const LEVEL_NUMBERS = { error: 3, warning: 2, info: 1 };

/** The form of a word beside a number: of two as in English, of three as in Slavic languages. */
function form(forms, count) {
  if (forms.length === 2) return forms[count === 1 ? 0 : 1];
  if (count % 10 === 1 && count % 100 !== 11) return forms[0];
  const few = [2, 3, 4].includes(count % 10) && ![12, 13, 14].includes(count % 100);
  return forms[few ? 1 : 2];
}

/** A text in the reader's language: `{name}` is a value, `{n:page|pages}` a number and its word. */
function say(key, values = {}) {
  return data.strings[key].replace(/\{(\w+)(?::([^{}]*))?\}/g, (_, name, forms) => {
    const value = values[name];
    const shown = typeof value === "number" ? numbers.format(value) : String(value);
    return forms ? `${shown}\u00a0${form(forms.split("|"), value)}` : shown;
  });
}

/** What a family of rules is called; one that came with a plug-in keeps its own name. */
function familyName(family) {
  return capital(data.strings[`family_${family}`] ?? family);
}

function languageName(code) {
  try {
    return code ? languages.of(code) : "";
  } catch {
    return code;
  }
}

/** Text begins with a capital where it stands alone. */
function capital(text) {
  return text ? text[0].toLocaleUpperCase(data.locale) + text.slice(1) : text;
}

/** An element. Strings among the children become text, and nothing else: never markup. */
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "width") node.style.width = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

const SHAPES = {
  error: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm2.9 8.8-1.1 1.1L8 9.1l-1.8 1.8-1.1-1.1L6.9 8 5.1 6.2l1.1-1.1L8 6.9l1.8-1.8 1.1 1.1L9.1 8Z",
  warning: "M8 1.2c.4 0 .8.2 1 .6l6 10.9c.4.8-.1 1.8-1 1.8H2c-.9 0-1.4-1-1-1.8L7 1.8c.2-.4.6-.6 1-.6ZM7.2 5.5v4.2h1.6V5.5Zm0 5.4v1.6h1.6v-1.6Z",
  info: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM7.2 4.6h1.6v1.6H7.2Zm0 2.8h1.6v4H7.2Z",
  link: "M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-1 1M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.700l1-1",
  copy: "M5.500 5.500V3.500a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2M3.500 5.500h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1Z",
  theme: "M8 2.500v11a5.500 5.500 0 0 0 0-11Zm0 0a5.500 5.500 0 1 0 0 11",
  keys: "M2.500 4.500h11a1 1 0 0 1 1 1v5.500a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1V5.500a1 1 0 0 1 1-1ZM5 9.500h6M4.500 7h.1M7 7h.1M9.200 7h.1M11.500 7h.1",
};
const FILLED = new Set(LEVELS);

function icon(name) {
  return svg(
    "svg",
    { viewBox: "0 0 16 16", class: `icon ${name}${FILLED.has(name) ? "" : " line"}`, "aria-hidden": "true" },
    svg("path", { d: SHAPES[name], "fill-rule": "evenodd" }),
  );
}

/** Tell those who listen rather than look. */
function announce(text) {
  document.getElementById("say").textContent = text;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A file opened from the disk may have no clipboard of the modern kind.
    const area = el("textarea", { class: "away", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  toast(say("copied"));
}

let toasting = 0;
function toast(text) {
  announce(text);
  document.querySelector(".toast")?.remove();
  const node = el("div", { class: "toast", "aria-hidden": "true" }, text);
  document.body.append(node);
  clearTimeout(toasting);
  toasting = setTimeout(() => node.remove(), 1800);
}
