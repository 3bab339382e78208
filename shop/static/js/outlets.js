// The list of outlets: sorting by the visitor's own position.

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

const settle = () => document.querySelectorAll("[data-near]").forEach((button) => { button.hidden = false; });

document.addEventListener("htmx:afterSettle", settle);
settle();
