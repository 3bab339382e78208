// Small comforts; every page works without them.

// Basket and sign-in state load apart, so that pages can be kept by proxies.
if (/(?:^|; )ocop_state=1/.test(document.cookie)) {
  const place = document.querySelector("[data-state]");
  fetch(place.dataset.state, { headers: { Accept: "application/json" } }).then((answer) => answer.json()).then((state) => {
    const count = place.querySelector("[data-count]");
    if (state.count) { count.textContent = state.count; count.hidden = false; }
    if (state.signed_in) { const name = place.querySelector("[data-account]"); if (name) name.textContent = state.name; }
    if (state.signed_in) hearts(new Set(state.wished));
  }).catch(() => {});
}

// Rows of tabs that scroll sideways begin at the one that is open.
for (const here of document.querySelectorAll(".desk nav [aria-current], .stages [aria-current]")) {
  const row = here.closest("ul, .stages, nav");
  const end = here.offsetLeft + here.offsetWidth - row.offsetLeft;
  if (end > row.clientWidth) row.scrollLeft = here.offsetLeft - row.offsetLeft - 24;
}

// What is on the wish list shows on its heart, and a heart touched needs no new page.
function hearts(wished) {
  const show = () => document.querySelectorAll(".heart").forEach((heart) => heart.setAttribute("aria-pressed", wished.has(Number(heart.value))));
  show();
  document.addEventListener("htmx:afterSettle", show);
  document.getElementById("wish").addEventListener("submit", (event) => {
    const heart = event.submitter;
    if (!heart) return;
    event.preventDefault();
    const pk = Number(heart.value), had = wished.has(pk), body = new URLSearchParams({ product: pk });
    if (had) { wished.delete(pk); body.set("remove", "1"); } else wished.add(pk);
    show();
    fetch(event.target.action, { method: "POST", body, headers: { Accept: "application/json" } })
      .then((answer) => { if (answer.status !== 204) location = event.target.action; })
      .catch(() => { had ? wished.add(pk) : wished.delete(pk); show(); });
  });
}

// A form sent twice by an impatient finger is sent once.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-once]")) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
  form.querySelectorAll("[type=submit]").forEach((button) => button.setAttribute("aria-disabled", "true"));
});
addEventListener("pageshow", (event) => { if (event.persisted) document.querySelectorAll("[data-sent]").forEach((form) => { delete form.dataset.sent; form.querySelectorAll("[aria-disabled]").forEach((b) => b.removeAttribute("aria-disabled")); }); });

// Plus and minus around a number.
for (const box of document.querySelectorAll("[data-quantity]")) {
  const input = box.querySelector("input");
  for (const [text, step, label] of [["−", -1, box.dataset.less], ["+", 1, box.dataset.more]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", () => {
      const to = (parseInt(input.value, 10) || 0) + step;
      input.value = Math.max(Number(input.min || 0), Math.min(Number(input.max || 999), to));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    step < 0 ? input.before(button) : input.after(button);
  }
}

// A choice that acts at once: the sort order, a changed quantity, a facet where there is room to see what it does.
document.addEventListener("change", (event) => {
  const form = event.target.closest("[data-auto]");
  if (!form || event.target.matches("[data-wait]")) return;
  if (form.dataset.auto === "wide" && matchMedia("(max-width: 859px)").matches) return;
  form.requestSubmit();
});

// The bar with price and button leaves while the form itself is in sight.
const bar = document.querySelector("[data-buybar]");
if (bar) new IntersectionObserver(([form]) => { bar.hidden = form.isIntersecting; }).observe(document.querySelector("[data-buy] .go"));

document.querySelectorAll("[data-print]").forEach((button) => { button.hidden = false; button.addEventListener("click", () => print()); });
