// A frame with a picture of a map: a button opens the real one, whose files come only then.

let opened = false;

async function openMap(frame) {
  opened = true;
  frame.setAttribute("aria-busy", "true");
  try {
    const [chart, { draw }] = await Promise.all([import(frame.dataset.chart), import(frame.dataset.script)]);
    await draw(frame, chart);
  } catch {
    const button = frame.querySelector(".btn");
    if (button) button.textContent = frame.dataset.fault;
    opened = false;
  }
  frame.removeAttribute("aria-busy");
}

function settle() {
  const frame = document.querySelector("[data-map]");
  if (!frame || frame.querySelector(".btn, .leaflet-container")) return;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: frame.dataset.open });
  button.addEventListener("click", () => openMap(frame));
  frame.append(button);
  // Once somebody wanted the map, it stays while the list changes.
  if (!opened) return;
  const box = frame.closest("details");
  if (box) box.open = true;
  openMap(frame);
}

document.addEventListener("htmx:afterSettle", settle);
settle();
