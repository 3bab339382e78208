// Type-ahead for the commune: fills the hidden code. Without it the typed name is looked up on sending.
for (const box of document.querySelectorAll("[data-picker]")) {
  const input = box.querySelector("input[type=text]");
  const code = document.querySelector(`input[name="${box.dataset.code}"]`);
  const province = document.querySelector(`[name="${box.dataset.province}"]`);
  const list = document.createElement("ul");
  list.setAttribute("role", "listbox");
  list.id = `${input.id}-list`;
  list.setAttribute("aria-label", box.dataset.label);
  list.hidden = true;
  box.append(list);
  Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false", autocomplete: "off" })
    .forEach(([name, value]) => input.setAttribute(name, value));
  let timer, at = -1, items = [];
  const close = () => { list.hidden = true; at = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const pick = (n) => { const item = items[n]; input.value = item.name; code.value = item.code; if (province && item.province_code) province.value = item.province_code; close(); code.dispatchEvent(new Event("change", { bubbles: true })); };
  const mark = (to) => {
    if (!items.length) return;
    at = (to + items.length) % items.length;
    [...list.children].forEach((option, n) => option.setAttribute("aria-selected", n === at));
    input.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  };
  const ask = async () => {
    const text = input.value.trim();
    if (text.length < 2) { close(); return; }
    try {
      const answer = await fetch(`${box.dataset.picker}?q=${encodeURIComponent(text)}&province=${province?.value ?? ""}`);
      items = (await answer.json()).items;
    } catch { close(); return; }
    list.replaceChildren(...items.map((item, n) => {
      const option = document.createElement("li");
      option.setAttribute("role", "option");
      option.id = `${input.id}-${n}`;
      const words = document.createElement("span");
      const name = document.createElement("b");
      name.textContent = item.full;
      words.append(name);
      if (item.former) { const note = document.createElement("small"); note.textContent = ` ${box.dataset.former} ${item.former}`; words.append(note); }
      option.append(words);
      option.addEventListener("mousedown", (event) => { event.preventDefault(); pick(n); });
      return option;
    }));
    at = -1;
    list.hidden = !items.length;
    input.setAttribute("aria-expanded", String(items.length > 0));
  };
  input.addEventListener("input", () => { code.value = ""; clearTimeout(timer); timer = setTimeout(ask, 140); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") { event.preventDefault(); mark(at + 1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); mark(at - 1); }
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && at >= 0) { event.preventDefault(); pick(at); }
  });
  province?.addEventListener("change", () => { code.value = ""; input.value = ""; });
}
