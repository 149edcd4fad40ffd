// The picture around one party: above it who may act on it, below it what it may act on; the cloud on the left,
// on-premises on the right. Every permission is a line of its own, which keeps to a lane so that no two cross.

const edgeOfPage = 12;
const lineHeight = 17;
const rowHeight = 24;
const corner = 7;
const rowsOfNeighbour = 6;

const measured = (() => {
  const context = document.createElement("canvas").getContext("2d");
  let family;
  return (string, font) => {
    family ??= getComputedStyle(document.body).fontFamily;
    context.font = `${font} ${family}`;
    return context.measureText(string).width;
  };
})();
const fonts = { strong: "600 13px", normal: "400 12px", heading: "600 12px" };

// fitted cuts a string that is wider than the room there is.
function fitted(string, width, font) {
  if (measured(string, font) <= width) {
    return string;
  }
  let [fits, tooLong] = [0, string.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    measured(`${string.slice(0, middle)}…`, font) <= width ? fits = middle : tooLong = middle;
  }
  return `${string.slice(0, fits)}…`;
}

// neighboursOf gathers delegations by who is at their other end, the broken ones first.
function neighboursOf(edges, otherEnd) {
  const byParty = new Map();
  for (const delegation of edges) {
    const other = otherEnd(delegation);
    if (!byParty.has(other)) {
      byParty.set(other, { party: other, rows: [], weight: 0 });
    }
    byParty.get(other).rows.push(delegation);
  }
  for (const neighbour of byParty.values()) {
    neighbour.rows.sort((a, b) => gravity[b.grade] - gravity[a.grade]);
    neighbour.weight = gravity[neighbour.rows[0].grade];
    neighbour.omitted = Math.max(0, neighbour.rows.length - rowsOfNeighbour);
    neighbour.rows.length -= neighbour.omitted;
  }
  return [...byParty.values()].toSorted((a, b) => b.weight - a.weight || (a.party.name < b.party.name ? -1 : 1));
}

// layOut says where everything stands, at most so many neighbours per column.
function layOut(party, width, most) {
  const narrow = width < 600;
  const home = sideOf(party) === "on_premises" ? "right" : "left";
  const columnOf = ({ party }) => ({ cloud: "left", on_premises: "right", none: home })[sideOf(party)];
  const band = (neighbours) => {
    const columns = { left: neighbours.filter((n) => columnOf(n) === "left"), right: neighbours.filter((n) => columnOf(n) === "right") };
    const shown = { left: columns.left.slice(0, most), right: columns.right.slice(0, most) };
    const rows = (side) => shown[side].reduce((sum, n) => sum + n.rows.length, 0);
    return { ...shown, lanes: rows("left") + rows("right"), leftLanes: rows("left"), rightLanes: rows("right"),
      omitted: neighbours.length - shown.left.length - shown.right.length };
  };
  const above = band(neighboursOf(party.gives, (d) => d.delegate));
  const below = band(neighboursOf(party.holds, (d) => d.recipient));

  const lanes = Math.max(above.lanes, below.lanes, 1);
  const spacing = Math.min(9, (narrow ? 36 : 150) / lanes);
  const glyphZone = narrow ? 22 : 40;
  const laneZone = Math.max(spacing * lanes, narrow ? 24 : 60);
  const gutter = laneZone + 2 * glyphZone;
  const columnWidth = (width - 2 * edgeOfPage - gutter) / 2;
  const inner = { left: edgeOfPage + columnWidth, right: width - edgeOfPage - columnWidth };
  const border = home === "left" ? inner.right - glyphZone / 2 : inner.left + glyphZone / 2;

  const view = { width, narrow, dense: spacing < 5, home, border, boxes: [], edges: [], headings: [], omitted: above.omitted + below.omitted };
  const laneX = (band, lane) => inner.left + glyphZone + (laneZone - spacing * (band.lanes - 1)) / 2 + spacing * lane;
  const boxHeight = (n) => 14 + (narrow ? 3 : 2) * lineHeight + n.rows.length * rowHeight + (n.omitted ? lineHeight : 0);

  // stack puts the boxes of a band below each other and gives each of their rows its lane.
  const stack = (band, top, laneOf) => {
    let bottom = top;
    for (const side of ["left", "right"]) {
      let y = top;
      let row = 0;
      for (const neighbour of band[side]) {
        const box = { ...neighbour, x: side === "left" ? edgeOfPage : inner.right, y, width: columnWidth, height: boxHeight(neighbour) };
        view.boxes.push(box);
        neighbour.rows.forEach((delegation, i) => view.edges.push({
          delegation, side, into: band === below, x: inner[side], y: y + 10 + (narrow ? 3 : 2) * lineHeight + (i + 0.5) * rowHeight,
          lane: laneX(band, laneOf(side, row++)), glyph: side === "left" ? inner.left + glyphZone / 2 : inner.right - glyphZone / 2,
        }));
        y += box.height + 12;
      }
      bottom = Math.max(bottom, y - 12);
    }
    return bottom;
  };

  let y = 44;
  if (above.lanes > 0) {
    view.headings.push({ text: narrow ? "May act on it" : `May act on ${party.name}`, y: y + 12 });
    y = stack(above, y + 22, (side, row) => (side === "left" ? above.leftLanes - 1 - row : above.leftLanes + row)) + 30;
  }
  const room = home === "left" ? border - 8 - edgeOfPage : width - edgeOfPage - border - 8;
  const centreWidth = Math.min(room, Math.max(300, laneZone + glyphZone));
  view.centre = { party, rows: [], centre: true, x: home === "left" ? border - 8 - centreWidth : border + 8, y, width: centreWidth, height: 14 + (narrow ? 3 : 2) * lineHeight + 4 };
  y += view.centre.height;
  if (below.lanes > 0) {
    view.headings.push({ text: narrow ? "It may act on" : `${party.name} may act on`, y: y + 34 });
    y = stack(below, y + 44, (side, row) => (side === "left" ? row : below.leftLanes + below.rightLanes - 1 - row));
  }
  view.height = y + 16;
  return view;
}

// pathOf leads from the row of a neighbour along its lane to the centre, or the other way.
function pathOf(edge, centre) {
  const turn = edge.lane > edge.x ? -corner : corner;
  const tip = 6;
  if (edge.into) {
    const end = edge.x - Math.sign(turn) * tip;
    return {
      line: `M${edge.lane} ${centre.y + centre.height}V${edge.y - corner}Q${edge.lane} ${edge.y} ${edge.lane + turn} ${edge.y}H${end}`,
      head: `M${edge.x} ${edge.y}l${-Math.sign(turn) * 8} -4.5v9Z`,
    };
  }
  return {
    line: `M${edge.x} ${edge.y}H${edge.lane + turn}Q${edge.lane} ${edge.y} ${edge.lane} ${edge.y + corner}V${centre.y - tip}`,
    head: `M${edge.lane} ${centre.y}l-4.5 -8h9Z`,
  };
}

const said = (x, y, string, attributes) => svg("text", { x, y, ...attributes }, string);

// asButton makes a part of the picture do something, by mouse and by keyboard. The part is called by its title.
function asButton(group, act) {
  make(group, {
    role: "button", tabindex: "0",
    on: { click: act, keydown: (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        act();
      }
    } },
  }, []);
  return group;
}

function drawEdge(edge, centre) {
  const path = pathOf(edge, centre);
  return svg("g", { class: `edge ${edge.delegation.grade}` },
    svg("title", {}, `${edge.delegation.delegate.name}: ${edge.delegation.permission} on ${edge.delegation.recipient.name}: ${words[edge.delegation.grade]}`),
    svg("path", { d: path.line, class: "way" }), svg("path", { d: path.head, class: "head" }));
}

function drawMark(edge) {
  const mark = glyph(edge.delegation.grade, { x: edge.glyph - 8, y: edge.y - 8 });
  return ["error", "warning", "note"].includes(edge.delegation.grade) ? mark : undefined;
}

function drawBox(box, narrow, recentre) {
  const { x, y, width, party } = box;
  const room = width - 20;
  const [local, domain] = splitName(party.name);
  const lines = narrow ? [local, domain, described(party)] : [party.name, described(party)];
  const head = svg("g", { class: "who" },
    svg("title", {}, `${party.name}, ${described(party)}${box.centre ? "" : ": draw the picture around it"}`),
    svg("rect", { x: x + 2, y: y + 2, width: width - 4, height: 8 + lines.length * lineHeight, rx: 6, class: "ring" }),
    lines.map((line, i) => said(x + 10, y + 20 + i * lineHeight, fitted(line, room, i === 0 ? fonts.strong : fonts.normal), { class: i === 0 ? "name" : "kind" })));
  const place = svg("g", { class: `box ${sideOf(party)}${box.centre ? " centre" : ""}` }, svg("rect", { x, y, width, height: box.height, rx: 8, class: "frame" }),
    box.centre ? head : asButton(head, () => recentre(party)));
  if (box.omitted) {
    place.append(said(x + 10, y + box.height - 8, `and ${box.omitted} more, in the table`, { class: "kind" }));
  }
  return place;
}

function splitName(name) {
  const at = name.lastIndexOf("@");
  return at > 0 ? [name.slice(0, at), name.slice(at)] : [name, ""];
}

function drawRow(edge, box, narrow, show) {
  const { delegation } = edge;
  const label = delegation.grade === "none" || narrow ? "" : words[delegation.grade].toLowerCase();
  const room = box.width - 38 - (label ? measured(label, fonts.normal) + 12 : 0);
  const row = svg("g", { class: `row ${delegation.grade}` },
    svg("title", {}, `${delegation.permission}, ${words[delegation.grade].toLowerCase()}: ${delegation.delegate.name} on ${delegation.recipient.name}${delegation.findings.length > 0 ? ": show the finding" : ""}`),
    svg("rect", { x: box.x + 4, y: edge.y - rowHeight / 2 + 1, width: box.width - 8, height: rowHeight - 2, rx: 5, class: "ring" }),
    glyph(delegation.grade, { x: box.x + 9, y: edge.y - 7, width: 14, height: 14 }),
    said(box.x + 29, edge.y + 4, fitted(delegation.permission, room, fonts.normal), { class: "permission" }),
    label && said(box.x + box.width - 10, edge.y + 4, label, { class: "label", "text-anchor": "end" }));
  if (delegation.findings.length === 0) {
    return row;
  }
  return asButton(row, () => show(delegation.findings[0]));
}

// drawAround is the picture as an element. recentre is told whom to draw next, show which finding to open.
function drawAround(party, width, most, recentre, show) {
  const view = layOut(party, width, most);
  const { border, height, narrow } = view;
  const boxOf = (edge) => view.boxes.find((b) => b.x <= edge.x && edge.x <= b.x + b.width && b.y <= edge.y && edge.y <= b.y + b.height);
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: view.dense ? "graph dense" : "graph", role: "group", "aria-label": `Delegations around ${party.name}; the table below says the same` },
    svg("rect", { x: 0, y: 0, width: border - 2, height, rx: 10, class: "land cloud" }),
    svg("rect", { x: border + 2, y: 0, width: width - border - 2, height, rx: 10, class: "land on_premises" }),
    svg("path", { d: `M${border} 0V${height}`, class: "border" }),
    said(edgeOfPage, 24, narrow ? "Cloud" : "Exchange Online (cloud)", { class: "side-name" }),
    said(width - edgeOfPage, 24, "On-premises", { class: "side-name", "text-anchor": "end" }),
    view.headings.map((h) => said(edgeOfPage, h.y, fitted(h.text, width - 2 * edgeOfPage, fonts.heading), { class: "band" })),
    view.edges.map((edge) => drawEdge(edge, view.centre)),
    [...view.boxes, view.centre].map((box) => drawBox(box, narrow, recentre)),
    view.edges.map((edge) => drawRow(edge, boxOf(edge), narrow, show)),
    view.edges.map(drawMark));
  return { picture, omitted: view.omitted };
}
