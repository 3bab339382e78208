// Suggestions under the search box as one types. Without this script the form simply searches.
const form = document.querySelector("[data-suggest]");
const input = form?.querySelector("input[type=search]");
const SHOWN = 5;

if (input) {
  const list = document.createElement("div");
  list.className = "suggest";
  list.id = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.label);
  list.hidden = true;
  form.append(list);
  Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false", autocomplete: "off" })
    .forEach(([name, value]) => input.setAttribute(name, value));

  let timer, asked = "", at = -1;
  const options = () => [...list.children];
  const close = () => { list.hidden = true; at = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const mark = (to) => {
    const all = options();
    if (!all.length) return;
    at = (to + all.length) % all.length;
    all.forEach((option, n) => option.setAttribute("aria-selected", n === at));
    input.setAttribute("aria-activedescendant", all[at].id);
    all[at].scrollIntoView({ block: "nearest" });
  };
  const element = (tag, text, name) => { const made = document.createElement(tag); made.textContent = text; if (name) made.className = name; return made; };
  const choice = (href, n) => {
    const option = document.createElement("a");
    option.href = href;
    option.id = `suggestion-${n}`;
    option.setAttribute("role", "option");
    option.tabIndex = -1;
    return option;
  };
  const show = ({ items }, text) => {
    const rows = items.slice(0, SHOWN).map((item, n) => {
      const option = choice(item.url, n);
      if (item.image) { const picture = new Image(44, 44); picture.src = item.image; picture.alt = ""; option.append(picture); }
      const words = document.createElement("span");
      words.append(element("b", item.title), element("small", item.maker));
      option.append(words, element("span", item.price, "price"));
      return option;
    });
    if (rows.length) {
      const last = choice(`${form.action}?q=${encodeURIComponent(text)}`, rows.length);
      last.className = "all";
      last.textContent = `${form.dataset.all} “${text}”`;
      rows.push(last);
    }
    list.replaceChildren(...rows);
    list.hidden = !items.length;
    at = -1;
    input.setAttribute("aria-expanded", String(items.length > 0));
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    const text = input.value.trim();
    if (text.length < 2) { close(); return; }
    timer = setTimeout(async () => {
      asked = text;
      try {
        const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(text)}`);
        if (answer.ok && asked === text) show(await answer.json(), text);
      } catch { close(); }
    }, 140);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") { event.preventDefault(); mark(at + 1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); mark(at < 0 ? options().length - 1 : at - 1); }
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && at >= 0) { event.preventDefault(); options()[at].click(); }
  });
  document.addEventListener("click", (event) => { if (!form.contains(event.target)) close(); });
}
