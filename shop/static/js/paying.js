// Copy what a bank's app asks for; without this the text can be marked by hand.
const tell = document.createElement("p");
tell.className = "sr";
tell.setAttribute("role", "status");
document.body.append(tell);

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    const word = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      const said = button.closest("[data-copied]").dataset.copied;
      button.textContent = said;
      tell.textContent = said;
      setTimeout(() => { button.textContent = word; tell.textContent = ""; }, 2000);
    });
  }
}
