// The map of outlets. Loaded when somebody opens it (map.js).

const served = (place) => place.stage === "open" || place.stage === "seasonal";

const stateOf = (place, words) => (served(place) ? (place.open_now ? words.opened : words.closed) : place.stage_name);

function popup(place, words, node) {
  const box = document.createElement("div");
  box.append(node("p", place.kind_name, { className: "maker" }), node("h3", ""));
  box.lastChild.append(node("a", place.name, { href: place.url }));
  box.append(node("p", stateOf(place, words), { className: `at-door ${place.open_now ? "open" : "shut"}` }));
  box.lastChild.prepend(document.createElement("i"));
  box.append(node("p", `${place.street}, ${place.commune}`, { className: "small" }));
  if (served(place) && place.goods_with_star_today) box.append(node("p", `★ ${place.goods_with_star_today} ${words.goods}`, { className: "small" }));
  return box;
}

function crowd(places, words, node) {
  const box = node("ul", "", { className: "crowd" });
  for (const { properties } of places.slice(0, 12)) {
    const item = document.createElement("li");
    item.append(node("a", properties.name, { href: properties.url }), node("small", ` ${stateOf(properties, words)}`));
    box.append(item);
  }
  return box;
}

export async function draw(frame, chart) {
  const words = frame.dataset, { node, pin } = chart;
  const { L, map, box, data } = await chart.spread(frame, chart.json(words.outlets));
  if (data.features.length === 1) map.setView(chart.at(L, data.features[0].geometry.coordinates), 11);
  const layer = L.layerGroup().addTo(map);
  const marks = {
    single: ({ at, properties: place }) => {
      const css = served(place) ? (place.open_now ? "open" : "") : "gone";
      return pin(L, at, `${css} kind-${place.kind}`, "", `${place.name}: ${stateOf(place, words)}`)
        .bindPopup(() => popup(place, words, node), { minWidth: 220 });
    },
    several: (group, middle) => pin(L, middle, "many", group.length, `${group.length} ${words.more}`),
    list: (group) => crowd(group, words, node),
  };
  chart.follow(map, box, () => chart.gather(L, map, layer, data.features, marks));
}
