// The map of a tour: numbered stops, a line for each day, and one day alone when somebody asks for it.
// Loaded when somebody opens it (map.js).

const TONES = 6; // as many looks of a day as tours.css has

const toneOf = (day) => `day-${((day - 1) % TONES) + 1}`;

function popup(stop, words, node) {
  const box = document.createElement("div");
  box.append(node("p", `${stop.day_name} · ${stop.starts}–${stop.leaves} · ${stop.kind_name}`, { className: "maker" }), node("h3", ""));
  box.lastChild.append(node("a", `${stop.number}. ${stop.name}`, { href: stop.url || `#diem-${stop.id}`, lang: stop.name_language }));
  box.append(node("p", stop.reason, { lang: stop.reason_language }));
  if (stop.hitch) box.append(node("p", stop.hitch, { className: "hitch" }));
  if (stop.url) {
    box.append(node("p", ""));
    box.lastChild.append(node("a", words.list, { href: `#diem-${stop.id}`, className: "tap" }));
  }
  return box;
}

// That of its day, and none for a mark with stops of several days.
const lookOf = (group) => (new Set(group.map(({ properties }) => properties.day)).size > 1 ? "mixed" : toneOf(group[0].properties.day));

function crowd(group, node) {
  const box = node("ul", "", { className: "crowd" });
  for (const { id, properties } of group) {
    const item = node("li", `${properties.starts} `);
    item.append(node("a", `${properties.number}. ${properties.name}`, { href: properties.url || `#diem-${id}`, lang: properties.name_language }));
    box.append(item);
  }
  return box;
}

// "4–6" for stops that follow each other, "1, 6" else.
function numbers(group) {
  const all = group.map(({ properties }) => properties.number).sort((a, b) => a - b);
  const first = all[0], last = all.at(-1);
  if (last - first === all.length - 1) return `${first}–${last}`;
  return all.length < 4 ? all.join(", ") : `${first}…${last}`;
}

// Where the name of a day stands: the middle of its longest leg.
function middle(L, map, way) {
  let best = null, longest = -1;
  for (let n = 1; n < way.length; n += 1) {
    const length = map.distance(way[n - 1], way[n]);
    if (length > longest) { longest = length; best = L.latLngBounds([way[n - 1], way[n]]).getCenter(); }
  }
  return best;
}

function key(tone) {
  const sign = document.createElementNS("http://www.w3.org/2000/svg", "svg"), line = document.createElementNS("http://www.w3.org/2000/svg", "line");
  for (const [fact, value] of Object.entries({ x1: 1, y1: 5, x2: 39, y2: 5 })) line.setAttribute(fact, value);
  line.setAttribute("class", `way-line ${tone}`);
  sign.setAttribute("viewBox", "0 0 40 10");
  sign.setAttribute("aria-hidden", "true");
  sign.append(line);
  return sign;
}

// Buttons above the map, one of them pressed; `choose(day)`, 0 for all.
function chooser(days, words, node, choose) {
  const box = node("div", "", { className: "map-days" });
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", words.days);
  for (const [day, name] of [[0, words.every], ...days]) {
    const button = node("button", name, { type: "button" });
    if (day) button.prepend(key(toneOf(day)));
    button.setAttribute("aria-pressed", String(day === 0));
    button.addEventListener("click", () => {
      for (const other of box.children) other.setAttribute("aria-pressed", String(other === button));
      choose(day);
    });
    box.append(button);
  }
  return box;
}

export async function draw(frame, chart) {
  const words = frame.dataset, { node, pin } = chart;
  const { L, map, box, data } = await chart.spread(frame, chart.json(words.tour));
  const stops = data.features.filter(({ geometry }) => geometry.type === "Point");
  const ways = data.features.filter(({ geometry }) => geometry.type === "LineString");
  const days = new Map(stops.map(({ properties }) => [properties.day, properties.day_name]));
  const lines = L.layerGroup().addTo(map), layer = L.layerGroup().addTo(map);
  let chosen = 0;
  const of = (features) => features.filter(({ properties }) => !chosen || properties.day === chosen);
  const marks = {
    single: ({ at, id, properties: stop }) => pin(L, at, `stop ${toneOf(stop.day)}`, stop.number, `${words.stop} ${stop.number}: ${stop.name}, ${stop.starts}`)
      .bindPopup(() => popup({ ...stop, id }, words, node), { minWidth: 220 }),
    several: (group, there) => pin(L, there, `stop several ${lookOf(group)}`, numbers(group), `${words.stops} ${numbers(group)}: ${group.map(({ properties }) => properties.name).join(", ")}`),
    list: (group) => crowd(group, node),
  };
  const trace = () => {
    lines.clearLayers();
    for (const { geometry, properties } of of(ways)) {
      const way = geometry.coordinates.map((each) => chart.at(L, each));
      L.polyline(way, { className: `way-line ${toneOf(properties.day)}`, interactive: false, weight: 4 }).addTo(lines);
      if (days.size > 1) chart.name(L, middle(L, map, way), `day-name ${toneOf(properties.day)}`, properties.day_name).addTo(lines);
    }
  };
  const refresh = () => chart.gather(L, map, layer, of(stops), marks);
  if (days.size > 1) {
    box.before(chooser(days, words, node, (day) => {
      chosen = day;
      map.closePopup();
      trace();
      map.fitBounds(L.latLngBounds(of(stops).map(({ geometry }) => chart.at(L, geometry.coordinates))).pad(0.2), { animate: false, maxZoom: 12 });
      refresh();
    }));
  }
  trace();
  chart.follow(map, box, refresh);
}
