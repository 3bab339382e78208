// The map: Leaflet over our own sketch of the province. Loaded when somebody opens it.

const MOTION = !matchMedia("(prefers-reduced-motion: reduce)").matches;
const CELL = 52; // pixels in which several outlets become one mark

const json = async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(url);
  return answer.json();
};

const fetched = (tag, facts) => new Promise((done, failed) => {
  const element = Object.assign(document.createElement(tag), facts);
  element.addEventListener("load", done, { once: true });
  element.addEventListener("error", failed, { once: true });
  document.head.append(element);
});

const leaflet = (data) => (window.L ? Promise.resolve() : Promise.all([
  fetched("link", { rel: "stylesheet", href: data.sheet }),
  fetched("script", { src: data.leaflet }),
]));

const node = (tag, text, facts = {}) => Object.assign(document.createElement(tag), { textContent: text }, facts);

const served = (place) => place.stage === "open" || place.stage === "seasonal";

const stateOf = (place, words) => (served(place) ? (place.open_now ? words.opened : words.closed) : place.stage_name);

function popup(place, words) {
  const box = document.createElement("div");
  box.append(node("p", place.kind_name, { className: "maker" }), node("h3", ""));
  box.lastChild.append(node("a", place.name, { href: place.url }));
  box.append(node("p", stateOf(place, words), { className: `at-door ${place.open_now ? "open" : "shut"}` }));
  box.lastChild.prepend(document.createElement("i"));
  box.append(node("p", `${place.street}, ${place.commune}`, { className: "small" }));
  if (served(place) && place.goods_with_star_today) box.append(node("p", `★ ${place.goods_with_star_today} ${words.goods}`, { className: "small" }));
  return box;
}

function crowd(places, words) {
  const box = node("ul", "", { className: "crowd" });
  for (const { properties } of places.slice(0, 12)) {
    const item = document.createElement("li");
    item.append(node("a", properties.name, { href: properties.url }), node("small", ` ${stateOf(properties, words)}`));
    box.append(item);
  }
  return box;
}

function pin(L, at, css, text, label) {
  const icon = L.divIcon({ className: `pin ${css}`, html: node("span", text).outerHTML, iconSize: [44, 44] });
  const mark = L.marker(at, { icon, keyboard: true, riseOnHover: true });
  mark.on("add", () => mark.getElement().setAttribute("aria-label", label));
  return mark;
}

// Those near each other on the screen are one mark with their number; what is out of sight is not drawn.
function show(L, map, layer, features, words) {
  const sight = map.getBounds().pad(0.15), cells = new Map();
  for (const feature of features) {
    const [x, y] = feature.geometry.coordinates, at = L.latLng(y, x);
    if (!sight.contains(at)) continue;
    const { x: left, y: top } = map.project(at);
    const cell = `${Math.floor(left / CELL)}:${Math.floor(top / CELL)}`;
    cells.set(cell, [...(cells.get(cell) ?? []), { at, ...feature }]);
  }
  layer.clearLayers();
  for (const group of cells.values()) {
    const [first] = group, place = first.properties;
    if (group.length === 1) {
      const css = served(place) ? (place.open_now ? "open" : "") : "gone";
      pin(L, first.at, `${css} kind-${place.kind}`, "", `${place.name}: ${stateOf(place, words)}`)
        .bindPopup(() => popup(place, words), { minWidth: 220 }).addTo(layer);
      continue;
    }
    const bounds = L.latLngBounds(group.map((each) => each.at));
    const mark = pin(L, bounds.getCenter(), "many", group.length, `${group.length} ${words.more}`).addTo(layer);
    if (map.getZoom() >= map.getMaxZoom() - 1) mark.bindPopup(() => crowd(group, words), { minWidth: 220 });
    else mark.on("click", () => { map.flyToBounds(bounds.pad(0.3), { animate: MOTION, maxZoom: map.getMaxZoom() }); map.getContainer().focus(); });
  }
}

function sketch(L, map, land) {
  const style = ({ properties }) => ({ className: `land ${properties.kind} tone-${properties.tone ?? 0}`, interactive: properties.kind === "commune", weight: 1 });
  const names = land.features.filter(({ properties }) => properties.kind === "area");
  L.geoJSON({ ...land, features: land.features.filter(({ properties }) => properties.kind !== "area") }, {
    style,
    onEachFeature: ({ properties }, shape) => properties.kind === "commune" && shape.bindTooltip(properties.name, { sticky: true }),
  }).addTo(map);
  for (const { geometry, properties } of names) {
    const [x, y] = geometry.coordinates;
    L.marker([y, x], { icon: L.divIcon({ className: "area-name", html: node("span", properties.name).outerHTML, iconSize: [0, 0] }), interactive: false, keyboard: false }).addTo(map);
  }
}

export async function draw(frame) {
  const words = frame.dataset;
  const [land, places] = await Promise.all([json(words.land), json(words.outlets), leaflet(words)]);
  const L = window.L, box = node("div", "", { tabIndex: 0 });
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", words.label);
  frame.replaceChildren(box);
  const [west, south, east, north] = land.bbox, whole = L.latLngBounds([south, west], [north, east]);
  const map = L.map(box, { attributionControl: Boolean(words.tiles), zoomControl: false, zoomSnap: 0.25, minZoom: 7.5, maxZoom: words.tiles ? 18 : 13, maxBounds: whole.pad(0.4), fadeAnimation: MOTION, zoomAnimation: MOTION, markerZoomAnimation: MOTION });
  L.control.zoom({ zoomInTitle: words.in, zoomOutTitle: words.out }).addTo(map);
  if (words.tiles) L.tileLayer(words.tiles, { attribution: words.credit, maxZoom: 18 }).addTo(map);
  else sketch(L, map, land);
  const around = places.bbox ? L.latLngBounds([places.bbox[1], places.bbox[0]], [places.bbox[3], places.bbox[2]]).pad(0.15) : whole;
  map.fitBounds(places.features.length > 1 ? around : whole, { animate: false });
  if (places.features.length === 1) map.setView([...places.features[0].geometry.coordinates].reverse(), 11);
  const layer = L.layerGroup().addTo(map), refresh = () => show(L, map, layer, places.features, words);
  let open = false;
  map.on("popupopen", ({ popup: shown }) => { open = true; shown.getElement()?.querySelector("a[href]:not(.leaflet-popup-close-button)")?.focus({ preventScroll: true }); });
  map.on("popupclose", () => { open = false; });
  const names = () => box.classList.toggle("far", map.getZoom() < 8.5);
  map.on("zoomend", () => { names(); refresh(); });
  map.on("moveend", () => { if (!open) refresh(); });
  names();
  refresh();
  box.focus({ preventScroll: true });
}
