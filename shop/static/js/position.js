// A point on the map taken from the device, for who stands in front of the shop. Without it the degrees are typed.
for (const box of document.querySelectorAll("[data-position]")) {
  if (!("geolocation" in navigator)) continue;
  const [latitude, longitude] = box.querySelectorAll("input");
  const button = document.createElement("button"), said = document.createElement("span");
  button.type = "button";
  button.className = "btn quiet";
  button.textContent = box.dataset.here;
  said.className = "small soft";
  said.setAttribute("role", "status");
  button.addEventListener("click", () => navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      latitude.value = coords.latitude.toFixed(6);
      longitude.value = coords.longitude.toFixed(6);
      said.textContent = box.dataset.near.replace("%s", Math.round(coords.accuracy));
    },
    () => { said.textContent = box.dataset.failed; },
    { enableHighAccuracy: true, timeout: 15000, maximumAge: 0 },
  ));
  box.append(button, " ", said);
}
