// On a phone several ticks are chosen before anything is fetched: the green button says how many products that gives.
const narrow = matchMedia("(max-width: 859px)");
let asked = 0;

const say = (form, from = form) => {
  const button = form.querySelector("[data-pick]");
  button.textContent = from.querySelector("[data-pick]").dataset.pick;
};

const settle = () => {
  const form = document.querySelector(".filters form");
  if (!form || !narrow.matches) return;
  say(form);
  // Only the stars stay open, and what has been chosen from; the panel is still shut, so nothing jumps.
  form.querySelectorAll("details[data-facet]:not([data-facet=sao])").forEach((facet) => {
    facet.open = !!facet.querySelector(":checked, input[aria-invalid], input[name^=gia]:not([value=''])");
  });
};

document.addEventListener("change", async (event) => {
  const form = event.target.closest(".filters form");
  if (!form || !narrow.matches) return;
  const turn = ++asked;
  const url = `${form.action}?${new URLSearchParams(new FormData(form))}`;
  const answer = await fetch(url, { headers: { "HX-Request": "true", "HX-Target": "results" } }).catch(() => null);
  if (!answer?.ok || turn !== asked) return;
  const found = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (found.querySelector("[data-pick]")) say(form, found);
});

document.addEventListener("htmx:afterSettle", settle);
settle();
