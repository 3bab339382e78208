// The list of outlets: sorting by the visitor's own position, and the map, which is fetched when somebody opens it.

// Asked only when the button is touched; three decimals are about a hundred metres.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-near]");
  if (!button) return;
  const form = button.form, said = form.querySelector("[data-near-said]");
  const tell = (words) => { said.textContent = words; said.hidden = false; };
  if (!navigator.geolocation) { tell(said.dataset.denied); return; }
  said.classList.remove("error");
  tell(said.dataset.consent);
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    form.querySelector("[name=gan]").value = "";
    for (const [name, value] of [["lat", coords.latitude], ["lon", coords.longitude]]) {
      const input = form.querySelector(`[name=${name}]`) ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }));
      input.value = value.toFixed(3);
    }
    form.requestSubmit();
  }, () => { said.classList.add("error"); tell(said.dataset.denied); }, { timeout: 15000, maximumAge: 300000 });
});

// Fields left empty need not stand in the address.
document.addEventListener("submit", (event) => {
  const form = event.target.closest(".seek-place");
  if (!form) return;
  const empty = [...form.elements].filter((field) => field.name && !field.value);
  empty.forEach((field) => { field.disabled = true; });
  setTimeout(() => empty.forEach((field) => { field.disabled = false; }));
}, true);

let opened = false;

async function openMap(frame) {
  opened = true;
  frame.setAttribute("aria-busy", "true");
  try {
    const { draw } = await import(frame.dataset.script);
    await draw(frame);
  } catch {
    frame.querySelector(".btn").textContent = frame.dataset.fault;
    opened = false;
  }
  frame.removeAttribute("aria-busy");
}

function settle() {
  document.querySelectorAll("[data-near]").forEach((button) => { button.hidden = false; });
  const frame = document.querySelector("[data-map]");
  if (!frame || frame.querySelector(".btn, .leaflet-container")) return;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: frame.dataset.open });
  button.addEventListener("click", () => openMap(frame));
  frame.append(button);
  // Once somebody wanted the map, it stays while the list changes.
  if (opened) { frame.closest("details").open = true; openMap(frame); }
}

document.addEventListener("htmx:afterSettle", settle);
settle();
