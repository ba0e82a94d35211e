"use strict";
const {marks, fields} = JSON.parse(document.getElementById("marks").textContent);
const box = document.getElementById("json");
const state = document.getElementById("state");
const told = document.getElementById("told");
const save = document.getElementById("save");
const pane = document.getElementById("text");
const file = document.body.dataset.file;
const original = box.value;
const why = {remark: "words that no rule understood: in no field of the draft", unclaimed: "words that went nowhere"};
let saved = original;
let wrongAt = -1;

// --- the text: which piece belongs to which value -------------------------------------------------
const piecesOf = marks.map(() => []);
for (const piece of pane.querySelectorAll("mark")) {
  const here = piece.dataset.at.split(" ").map(Number);
  here.forEach(number => piecesOf[number].push(piece));
  const values = here.filter(number => marks[number].pointer);
  if (!values.length) piece.classList.add(marks[here[0]].key);
  else if (values.length > 1) piece.classList.add("deep");
  piece.title = here.map(n => marks[n].pointer || why[marks[n].key]).join("\n");
}

// --- the gold: every value of the JSON with its place, as far as the JSON holds -------------------
function scan(text) {
  const found = [];
  let at = 0;
  const blank = () => { while (/\s/.test(text[at] ?? "")) at += 1; };
  const token = pattern => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) throw new SyntaxError("here");
    at = pattern.lastIndex;
    return JSON.parse(match[0]);
  };
  const string = () => token(/"(?:[^"\\\n]|\\.)*"/y);
  const members = (pointer, close, step) => {
    at += 1;
    for (let number = 0; blank(), text[at] !== close; number += 1) {
      if (at >= text.length) throw new SyntaxError("end");
      const name = step ? string() : number;
      if (step) { blank(); at += 1; }
      value(`${pointer}/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`);
      blank();
      if (text[at] === ",") at += 1;
    }
    at += 1;
  };
  const value = pointer => {
    blank();
    const one = {pointer, start: at};
    found.push(one);
    if (text[at] === "{") members(pointer, "}", true);
    else if (text[at] === "[") members(pointer, "]", false);
    else one.value = text[at] === '"' ? string() : token(/true|false|null|-?\d[\d.eE+-]*/y);
    one.end = at;
  };
  try { value(""); } catch { /* what was found before the mistake will do */ }
  return found.filter(one => one.end !== undefined);
}
let places = scan(original);

const leaf = pointer => pointer.split("/").filter(step => !/^\d+$/.test(step)).join("/");
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const valueAt = place => {
  try { return JSON.parse(box.value.slice(place.start, place.end)); } catch { return undefined; }
};

// --- from the text to the gold, and back ----------------------------------------------------------
function light(numbers, follow) {
  for (const piece of pane.querySelectorAll(".lit")) piece.classList.remove("lit");
  const lit = numbers.flatMap(number => piecesOf[number]);
  lit.forEach(piece => piece.classList.add("lit"));
  if (follow && lit.length) lit[0].scrollIntoView({block: "center"});
}

const mirror = document.createElement("div"); // as wide as the box: it says how far down a place is
mirror.id = "mirror";
box.after(mirror);
function select(start, end) {
  box.focus({preventScroll: true});
  box.setSelectionRange(start, end);
  mirror.style.width = `${box.clientWidth}px`;
  mirror.textContent = box.value.slice(0, start);
  box.scrollTop = Math.max(0, mirror.scrollHeight - box.clientHeight / 2);
}

pane.addEventListener("click", event => {
  const piece = event.target.closest("mark");
  if (!piece) return;
  const numbers = piece.dataset.at.split(" ").map(Number).filter(n => marks[n].pointer);
  if (!numbers.length) return say(why[marks[piece.dataset.at.split(" ")[0]].key], false);
  const number = numbers[numbers.length - 1];
  const mark = marks[number];
  const like = places.filter(p => leaf(p.pointer) === leaf(mark.pointer));
  const place = like.find(p => p.pointer === mark.pointer && same(valueAt(p), mark.value))
    ?? like.find(p => same(valueAt(p), mark.value)) ?? like.find(p => p.pointer === mark.pointer);
  light([number], false);
  if (place) select(place.start, place.end);
  say(`${numbers.map(n => marks[n].pointer).join(", ")}${place ? "" : ": not in the gold"}`, !place);
});

const folded = text => text.normalize("NFC").replace(/\s+/g, " ");
let wholeText;
function follow() {
  if (document.activeElement !== box) return;
  const at = box.selectionStart;
  const around = places.filter(p => p.start <= at && at <= p.end && p.pointer);
  const place = around.sort((a, b) => (a.end - a.start) - (b.end - b.start))[0];
  if (!place) return;
  const value = valueAt(place);
  const inside = p => p === place.pointer || p.startsWith(`${place.pointer}/`);
  let numbers = marks.flatMap((m, n) => (inside(m.pointer) && (typeof value === "object" || same(m.value, value)) ? [n] : []));
  if (!numbers.length) {
    numbers = marks.flatMap((m, n) => (leaf(m.pointer) === leaf(place.pointer) && same(m.value, value) ? [n] : []));
  }
  light(numbers, true);
  if (numbers.length || typeof value !== "string") return say(place.pointer, false);
  wholeText ??= folded([...pane.querySelectorAll(".line > span")].map(s => s.textContent).join("\n"));
  if (wholeText.includes(folded(value))) say(`${place.pointer}: stands in the text, was not read as this`, false);
  else say(`${place.pointer}: the text does not hold these words in one piece`, true);
}
box.addEventListener("keyup", follow);
box.addEventListener("click", follow);

function say(text, bad) {
  told.textContent = text;
  told.classList.toggle("bad", bad);
}

// --- is it JSON, and of the contract? -------------------------------------------------------------
function unknown(gold) {
  if (gold === null || typeof gold !== "object" || Array.isArray(gold)) return ["gold is one object: { … }"];
  return Object.entries(gold).flatMap(([key, rows]) => {
    if (key.startsWith("_")) return [];
    if (!Object.hasOwn(fields, key)) return [`unknown key ${key}`];
    if (Array.isArray(rows) !== (key !== "person")) return [`${key} is ${key === "person" ? "one record" : "a list"}`];
    const names = (key === "person" ? [rows] : rows).flatMap(row => Object.keys(row ?? {}));
    return [...new Set(names)].filter(n => !fields[key].includes(n)).map(n => `unknown field ${key}/${n}`);
  });
}

function check() {
  places = scan(box.value);
  wrongAt = -1;
  let text = "";
  let bad = true;
  try {
    const found = unknown(JSON.parse(box.value));
    bad = found.length > 0;
    save.disabled = false;
    text = bad ? found.slice(0, 3).join(" · ") : box.value === original ? "valid JSON, unchanged"
      : box.value === saved ? "valid JSON, downloaded" : "valid JSON, changed: not downloaded yet";
  } catch (error) {
    save.disabled = true;
    const position = /position (\d+)/.exec(error.message);
    const place = /line (\d+) column (\d+)/.exec(error.message);
    const lines = box.value.split("\n");
    if (place) wrongAt = lines.slice(0, place[1] - 1).join("\n").length + Number(place[2]) - (place[1] > 1 ? 0 : 1);
    else wrongAt = position ? Number(position[1]) : box.value.length;
    const before = box.value.slice(0, wrongAt).split("\n");
    text = `no JSON, line ${before.length}, column ${before.at(-1).length + 1}: ${error.message.split(" in JSON")[0]}`;
  }
  state.textContent = text;
  state.classList.toggle("bad", bad);
}
let waiting;
box.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(check, 150);
});
state.addEventListener("click", () => { if (wrongAt >= 0) select(wrongAt, wrongAt + 1); });

// --- out --------------------------------------------------------------------------------------------
save.addEventListener("click", () => {
  const text = box.value.endsWith("\n") ? box.value : `${box.value}\n`;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], {type: "application/json"}));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  saved = box.value;
  check();
});
window.addEventListener("beforeunload", event => {
  if (box.value !== saved) event.preventDefault();
});
check();
