// What our maps share: Leaflet over our own sketch of the province, marks that gather where it is crowded.

const MOTION = !matchMedia("(prefers-reduced-motion: reduce)").matches;
const CELL = 52; // pixels in which several places become one mark

export const json = async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(url);
  return answer.json();
};

export const node = (tag, text, facts = {}) => Object.assign(document.createElement(tag), { textContent: text }, facts);

const fetched = (tag, facts) => new Promise((done, failed) => {
  const element = Object.assign(document.createElement(tag), facts);
  element.addEventListener("load", done, { once: true });
  element.addEventListener("error", failed, { once: true });
  document.head.append(element);
});

const leaflet = (words) => (window.L ? Promise.resolve() : Promise.all([
  fetched("link", { rel: "stylesheet", href: words.sheet }),
  fetched("script", { src: words.leaflet }),
]));

export function pin(L, at, css, text, label) {
  const icon = L.divIcon({ className: `pin ${css}`, html: node("span", text).outerHTML, iconSize: [44, 44] });
  const mark = L.marker(at, { icon, keyboard: true, riseOnHover: true });
  mark.on("add", () => mark.getElement().setAttribute("aria-label", label));
  return mark;
}

export function name(L, at, css, text) {
  const icon = L.divIcon({ className: css, html: node("span", text).outerHTML, iconSize: [0, 0] });
  return L.marker(at, { icon, interactive: false, keyboard: false, zIndexOffset: -10000 });
}

export const at = (L, [longitude, latitude]) => L.latLng(latitude, longitude);

// Those near each other on the screen are one mark; what is out of sight is not drawn.
// `single(feature)` and `several(group)` make the marks; `list(group)` what the last zoom shows of a group.
export function gather(L, map, layer, features, { single, several, list }) {
  const sight = map.getBounds().pad(0.15), cells = new Map();
  for (const feature of features) {
    const there = at(L, feature.geometry.coordinates);
    if (!sight.contains(there)) continue;
    const { x: left, y: top } = map.project(there);
    const cell = `${Math.floor(left / CELL)}:${Math.floor(top / CELL)}`;
    cells.set(cell, [...(cells.get(cell) ?? []), { at: there, ...feature }]);
  }
  layer.clearLayers();
  for (const group of cells.values()) {
    if (group.length === 1) { single(group[0]).addTo(layer); continue; }
    const bounds = L.latLngBounds(group.map((each) => each.at));
    const mark = several(group, bounds.getCenter()).addTo(layer);
    if (map.getZoom() >= map.getMaxZoom() - 1) mark.bindPopup(() => list(group), { minWidth: 220 });
    else {
      const closer = () => { map.flyToBounds(bounds.pad(0.3), { animate: MOTION, maxZoom: map.getMaxZoom() }); map.getContainer().focus(); };
      mark.on("click", closer).on("keypress", ({ originalEvent }) => { if (originalEvent.key === "Enter") closer(); });
    }
  }
}

function sketch(L, map, land) {
  const style = ({ properties }) => ({ className: `land ${properties.kind} tone-${properties.tone ?? 0}`, interactive: properties.kind === "commune", weight: 1 });
  const names = land.features.filter(({ properties }) => properties.kind === "area");
  L.geoJSON({ ...land, features: land.features.filter(({ properties }) => properties.kind !== "area") }, {
    style,
    onEachFeature: ({ properties }, shape) => properties.kind === "commune" && shape.bindTooltip(properties.name, { sticky: true }),
  }).addTo(map);
  for (const { geometry, properties } of names) name(L, at(L, geometry.coordinates), "area-name", properties.name).addTo(map);
}

// The map in place of the picture, once its files and the `places` (a promise of GeoJSON) are there.
export async function spread(frame, places) {
  const words = frame.dataset;
  const [land, data] = await Promise.all([json(words.land), places, leaflet(words)]);
  const L = window.L, box = node("div", "", { tabIndex: 0 });
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", words.label);
  frame.querySelector(".btn")?.remove();
  frame.querySelector("svg")?.classList.add("on-paper"); // the picture is printed, the map is not
  frame.append(box);
  const [west, south, east, north] = land.bbox, whole = L.latLngBounds([south, west], [north, east]);
  const map = L.map(box, { attributionControl: Boolean(words.tiles), zoomControl: false, zoomSnap: 0.25, minZoom: 7.5, maxZoom: words.tiles ? 18 : 13, maxBounds: whole.pad(0.4), fadeAnimation: MOTION, zoomAnimation: MOTION, markerZoomAnimation: MOTION });
  L.control.zoom({ position: "bottomright", zoomInTitle: words.in, zoomOutTitle: words.out }).addTo(map);
  if (words.tiles) L.tileLayer(words.tiles, { attribution: words.credit, maxZoom: 18 }).addTo(map);
  else sketch(L, map, land);
  const around = data.bbox ? L.latLngBounds([data.bbox[1], data.bbox[0]], [data.bbox[3], data.bbox[2]]).pad(0.15) : whole;
  map.fitBounds(data.features.length > 1 ? around : whole, { animate: false, paddingBottomRight: [56, 0] }); // beside the buttons
  return { L, map, box, data };
}

// `refresh` draws what is in sight: after each move, but never away from under an open popup.
export function follow(map, box, refresh) {
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
