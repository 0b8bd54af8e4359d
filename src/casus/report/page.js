// What a report's page can do beyond being read. Nothing here is needed to read it.
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Values compare as numbers, missing ones last whichever way the rows run.
  const compare = (a, b, direction) => {
    const missing = (v) => v === null || v === undefined || v === "" || Number.isNaN(v);
    if (missing(a) || missing(b)) return missing(a) - missing(b);
    return direction * (typeof a === "number" ? a - b : a.localeCompare(b, document.documentElement.lang));
  };

  // Tables: a button in every head.
  for (const table of all("table.sortable")) {
    const heads = all("thead th", table);
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      const numeric = head.classList.contains("n");
      const key = (row) => {
        const cell = row.cells[column];
        return numeric ? parseFloat(cell.dataset.v) : cell.textContent;
      };
      button.addEventListener("click", () => {
        const now = head.getAttribute("aria-sort"); // numbers begin with the largest, words with the first
        const up = numeric ? now === "descending" : now !== "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const body = table.tBodies[0];
        body.append(...[...body.rows].sort((a, b) => compare(key(a), key(b), up ? 1 : -1)));
      });
    });
  }

  // The tooltip says what the cell says to a screen reader.
  const tip = document.getElementById("tip");
  const showText = (place, text) => {
    tip.textContent = text;
    tip.hidden = false;
    const box = place.getBoundingClientRect();
    const left = Math.min(box.left, window.innerWidth - tip.offsetWidth - 8);
    const above = box.top - tip.offsetHeight - 6;
    tip.style.left = `${Math.max(8, left)}px`;
    tip.style.top = `${above > 0 ? above : box.bottom + 6}px`;
  };
  const showTip = (cell) => showText(cell, cell.getAttribute("aria-label"));
  const hideTip = () => { tip.hidden = true; };
  window.addEventListener("scroll", hideTip, { passive: true });

  // The panel shows a copy of a ledger, so that the picture stays where it is.
  const panel = document.getElementById("panel");
  const openLedger = (cell) => {
    const account = document.getElementById(cell.getAttribute("href").slice(1));
    if (!account) return false;
    hideTip();
    document.getElementById("panel-title").textContent = account.previousElementSibling.textContent;
    const copies = [...account.childNodes].map((node) => node.cloneNode(true));
    document.getElementById("panel-body").replaceChildren(...copies);
    document.getElementById("panel-body").className = "account";
    panel.showModal();
    panel.scrollTop = 0;
    return true;
  };
  panel.querySelector("button").addEventListener("click", () => panel.close());
  panel.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link || event.target === panel) panel.close();
  });

  // Heat maps: sorting within the groups, arrow keys from cell to cell.
  const heightOf = (row) => Number(/ ([\d.]+)\)/.exec(row.getAttribute("transform"))[1]);

  const sortRows = (svg, places, by, direction) => {
    const key = (place) => {
      const row = place.row;
      if (by === "") return place.index;
      return by === "mean" ? parseFloat(row.dataset.mean) : parseFloat(all(".cell", row)[Number(by)].dataset.v);
    };
    const groups = new Map();
    for (const place of places) groups.set(place.group, [...(groups.get(place.group) ?? []), place]);
    for (const members of groups.values()) {
      const sorted = [...members].sort((a, b) => compare(key(a), key(b), direction));
      sorted.forEach((place, i) => {
        place.row.setAttribute("transform", `translate(0 ${members[i].y})`);
        svg.append(place.row); // reading order follows what is seen
      });
    }
    for (const head of all(".head", svg)) head.classList.toggle("sorted", head.dataset.sort === by);
  };

  const walk = (svg, cell, key) => {
    const rows = all(".row", svg).sort((a, b) => heightOf(a) - heightOf(b));
    const cells = rows.map((row) => all(".cell", row));
    const y = rows.indexOf(cell.parentNode);
    const x = cells[y].indexOf(cell);
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key];
    return cells[y + step[0]]?.[x + step[1]];
  };

  for (const section of all("section.matrix")) {
    const svg = section.querySelector("svg.heat");
    const tools = section.querySelector(".tools");
    const select = tools.querySelector("select");
    const places = all(".row", svg).map((row, index) => ({ row, index, group: row.dataset.group, y: heightOf(row) }));
    let direction = -1;
    const sort = (by) => {
      select.value = by;
      sortRows(svg, places, by, by === "" ? 1 : direction);
    };
    tools.hidden = false;
    svg.classList.add("live");
    select.addEventListener("change", () => { direction = -1; sort(select.value); });
    tools.querySelector("button").addEventListener("click", () => { direction = -direction; sort(select.value); });
    for (const head of all(".head", svg)) head.addEventListener("click", () => {
      direction = head.classList.contains("sorted") ? -direction : -1;
      sort(head.dataset.sort);
    });
    const cells = all(".cell", svg);
    cells.forEach((cell, i) => cell.setAttribute("tabindex", i === 0 ? "0" : "-1"));
    svg.addEventListener("mouseover", (event) => {
      const cell = event.target.closest(".cell");
      if (cell) showTip(cell); else hideTip();
    });
    svg.addEventListener("mouseleave", hideTip);
    svg.addEventListener("focusin", (event) => { if (event.target.matches(".cell:focus-visible")) showTip(event.target); });
    svg.addEventListener("focusout", hideTip);
    svg.addEventListener("click", (event) => {
      const link = event.target.closest("a.cell");
      if (link && openLedger(link)) event.preventDefault();
    });
    svg.addEventListener("keydown", (event) => {
      if (!event.key.startsWith("Arrow") || !event.target.matches(".cell")) return;
      event.preventDefault();
      const next = walk(svg, event.target, event.key);
      if (!next) return;
      event.target.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    });
  }

  // Curves: the values at the x below the pointer, or at that which the arrow keys have reached.
  for (const panel of all("svg.panel")) {
    const { left, width, from, to, decimals } = panel.dataset;
    const numbers = (list) => (list === undefined ? [] : list.split(" ").map((one) => (one === "NA" ? NaN : Number(one))));
    const curves = all(".curve", panel).map((path) => ({ name: path.dataset.name, x: numbers(path.dataset.x),
      y: numbers(path.dataset.y), low: numbers(path.dataset.low), high: numbers(path.dataset.high) }));
    const places = [...new Set(curves.flatMap((curve) => curve.x))].sort((a, b) => a - b);
    const cursor = panel.querySelector(".cursor");
    const figure = (value) => (Number.isNaN(value) ? "–" : value.toFixed(Number(decimals)).replace("-", "−"));
    const spoken = (curve, x) => {
      const i = curve.x.indexOf(x);
      if (i < 0 || Number.isNaN(curve.y[i])) return "";
      const band = Number.isFinite(curve.low[i]) ? ` [${figure(curve.low[i])}, ${figure(curve.high[i])}]` : "";
      return `\n${curve.name} ${figure(curve.y[i])}${band}`;
    };
    const pixel = (x) => Number(left) + (Number(width) * (x - Number(from))) / (Number(to) - Number(from));
    let at = -1;
    const show = (index) => {
      at = Math.max(0, Math.min(places.length - 1, index));
      const x = places[at];
      cursor.setAttribute("x1", pixel(x));
      cursor.setAttribute("x2", pixel(x));
      cursor.setAttribute("visibility", "visible");
      const caption = panel.previousElementSibling.textContent;
      showText(panel, `${caption} · ${x}${curves.map((curve) => spoken(curve, x)).join("")}`);
    };
    const hide = () => { cursor.setAttribute("visibility", "hidden"); hideTip(); };
    if (places.length === 0) continue;
    panel.setAttribute("tabindex", "0");
    panel.addEventListener("mousemove", (event) => {
      const x = event.clientX - panel.getBoundingClientRect().left;
      const distances = places.map((place) => Math.abs(pixel(place) - x));
      show(distances.indexOf(Math.min(...distances)));
    });
    panel.addEventListener("mouseleave", hide);
    panel.addEventListener("focusin", () => { if (panel.matches(":focus-visible")) show(at < 0 ? places.length - 1 : at); });
    panel.addEventListener("focusout", hide);
    panel.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      show(at + step);
    });
  }

  // Networks and scatters: pointing at a mark tells its values; of a node also its edges, in every panel.
  for (const section of all("section.network, section.scatter")) {
    const mark = (node) => {
      for (const svg of all("svg.network", section)) {
        const ends = all(".edge", svg).map((edge) => ({ edge, ends: edge.dataset.ends.split(" ") }));
        const near = new Set(ends.filter((one) => one.ends.includes(node)).flatMap((one) => one.ends));
        svg.classList.toggle("pointed", node !== undefined);
        for (const one of ends) one.edge.classList.toggle("near", one.ends.includes(node));
        for (const spot of all(".node", svg)) spot.classList.toggle("near", spot.dataset.node === node || near.has(spot.dataset.node));
      }
    };
    for (const svg of all("svg.spots", section)) {
      const spots = all(".spot", svg);
      const place = (spot) => {
        const box = spot.querySelector("circle, path:not(.whisker)").getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      };
      const show = (spot) => {
        const isNode = spot.dataset.node !== undefined; // what is told of a node would hide its edges
        showText(isNode ? svg : spot, spot.getAttribute("aria-label"));
        mark(spot.dataset.node);
      };
      const hide = () => { hideTip(); mark(undefined); };
      const towards = (spot, [right, down]) => {
        const from = place(spot);
        let best;
        for (const other of spots) {
          const to = place(other);
          const along = (to.x - from.x) * right + (to.y - from.y) * down;
          const aside = Math.abs((to.x - from.x) * down) + Math.abs((to.y - from.y) * right);
          const way = along + 2 * aside;
          if (other !== spot && along > 0 && (!best || way < best.way)) best = { other, way };
        }
        return best?.other;
      };
      spots.forEach((spot, i) => spot.setAttribute("tabindex", i === 0 ? "0" : "-1"));
      svg.addEventListener("mouseover", (event) => {
        const spot = event.target.closest(".spot");
        if (spot) show(spot); else hide();
      });
      svg.addEventListener("mouseleave", hide);
      svg.addEventListener("focusin", (event) => { if (event.target.matches(".spot:focus-visible")) show(event.target); });
      svg.addEventListener("focusout", hide);
      svg.addEventListener("keydown", (event) => {
        const step = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
        if (!step || !event.target.matches(".spot")) return;
        event.preventDefault();
        const next = towards(event.target, step);
        if (!next) return;
        event.target.setAttribute("tabindex", "-1");
        next.setAttribute("tabindex", "0");
        next.focus();
      });
    }
  }
  for (const hint of all("section:is(.curves, .network, .scatter) .tools")) hint.hidden = false;

  // The contents follow the reader.
  const entries = new Map(all("nav a").map((link) => [link.getAttribute("href").slice(1), link]));
  const inView = new Set();
  const observer = new IntersectionObserver((changes) => {
    for (const change of changes)
      if (change.isIntersecting) inView.add(change.target.id); else inView.delete(change.target.id);
    const first = [...entries.keys()].find((id) => inView.has(id));
    for (const [id, link] of entries) if (id === first) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
  });
  for (const id of entries.keys()) observer.observe(document.getElementById(id));

  // An address that names a ledger unfolds what it lies in, also in browsers that do not do so by themselves.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
    target?.scrollIntoView();
  };
  window.addEventListener("hashchange", reveal);
  if (location.hash) reveal();
})();
