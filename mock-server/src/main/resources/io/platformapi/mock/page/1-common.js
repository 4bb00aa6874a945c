"use strict";

const byId = id => document.getElementById(id);

/** An element with its content. Every text becomes a text, whatever stands in it: nothing here makes markup of texts. */
function element(name, properties, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties || {})) {
    if (key.startsWith("on")) {
      made.addEventListener(key.slice(2), value);
    } else if (key in made && typeof value === "boolean") {
      made[key] = value;
    } else {
      made.setAttribute(key, value);
    }
  }
  made.append(...content);
  return made;
}

/** The name of the session that is looked at; empty for everybody's. */
let session = (location.pathname.match(/^\/~([^/]+)\//) || ["", ""])[1];

/** What goes with each request: never a cookie, which would name another session than the one that is shown. */
function asking(more) {
  const headers = session ? {"X-Mock-Session": session} : {};
  return {credentials: "omit", cache: "no-store", headers, ...more};
}

/** Calls the administration; gives the text of the answer. */
async function call(method, path, body) {
  const request = asking({method});
  if (body !== undefined) {
    request.body = body;
    request.headers["Content-Type"] = "application/json";
  }
  const answer = await fetch("/__mock" + path, request);
  const text = await answer.text();
  if (!answer.ok) {
    const failure = new Error(reason(text) || method + " " + path + " was answered " + answer.status);
    failure.status = answer.status;
    throw failure;
  }
  return text;
}

const read = async path => JSON.parse(await call("GET", path));

function reason(text) {
  try {
    const problem = JSON.parse(text);
    const errors = (problem.errors || []).map(each => each.detail).filter(Boolean);
    return errors.length ? errors.join("; ") : problem.detail || problem.title;
  } catch (e) {
    return text;
  }
}

/** Tells what was done, to the eye and to screen readers. */
function say(words) {
  byId("failed").textContent = "";
  byId("said").textContent = words;
}

/** Does what somebody asked for, and says so where it fails. */
async function attempt(what) {
  try {
    byId("failed").textContent = "";
    await what();
  } catch (failure) {
    byId("said").textContent = "";
    byId("failed").textContent = failure.message;
  }
}

/** Runs something once before the next picture, however often it is asked for. */
function oncePerFrame(work) {
  let waiting = false;
  return () => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        work();
      });
    }
  };
}

async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    say(what + " is copied.");
  } catch (e) { // pages may only copy where the address is this machine's
    throw new Error("This browser does not let the page copy: select the text instead.");
  }
}

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+)/y;
const DEEPEST = 200;

function tokens(text) {
  const found = [];
  TOKEN.lastIndex = 0;
  for (let next = TOKEN.exec(text); next; next = TOKEN.exec(text)) {
    found.push(next[1]);
  }
  return found;
}

/**
 * JSON in lines, each with its pointer and depth; null where the text is none. Numbers and texts stay as they were
 * written: reading and writing them would alter what is too large or too exact for a browser.
 */
function jsonLines(text) {
  try {
    JSON.parse(text);
  } catch (e) {
    return null;
  }
  const parts = tokens(text);
  const lines = [];
  let at = 0;
  function value(pointer, depth, before) {
    const token = parts[at++];
    if (depth > DEEPEST) {
      throw new RangeError("too deep");
    }
    const end = token === "{" ? "}" : token === "[" ? "]" : "";
    if (!end || parts[at] === end) {
      lines.push({pointer, depth, text: before + token + (end ? parts[at++] : "")});
      return;
    }
    lines.push({pointer, depth, text: before + token});
    for (let index = 0; parts[at] !== end; index++) {
      const name = end === "}" ? parts[at++] : "";
      at += name ? 1 : 0;
      const step = name ? JSON.parse(name).replace(/~/g, "~0").replace(/\//g, "~1") : index;
      value(pointer + "/" + step, depth + 1, name ? name + ": " : "");
      if (parts[at] === ",") {
        lines[lines.length - 1].text += parts[at++];
      }
    }
    lines.push({pointer: null, depth, text: parts[at++]});
  }
  try {
    value("", 0, "");
    return lines;
  } catch (e) {
    return null;
  }
}

/** JSON as a text to read; the text itself where it is none. */
function pretty(text) {
  const lines = jsonLines(text);
  return lines ? lines.map(line => "  ".repeat(line.depth) + line.text).join("\n") : text;
}
