"use strict";

{
  const FIRST = 60; // rows: a browser needs longer to lay out thousands than people wait between two keys
  const find = (id) => document.getElementById(id);
  const form = find("filters");
  const body = document.querySelector("tbody");
  const headers = [...document.querySelectorAll("[data-sort]")];
  const collator = new Intl.Collator("en", { numeric: true });
  // People write 22kW and 22 kW, goe and go-e; only between two digits a blank or a dash tells numbers apart.
  const fold = (text) => {
    const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\p{Pd}/gu, "-").toLowerCase();
    return plain.replace(/(\d[ -]+(?=\d))|[ -]+/g, "$1");
  };

  const readCharger = (row, order) => {
    const [brand, model, ocpp, communication, notes, source] = Array.from(row.cells, (cell) => cell.textContent.trim());
    return {
      row,
      order,
      text: fold([brand, model, ocpp, communication, notes, source].join("\n")),
      filters: {
        brand: [brand],
        ocpp: ocpp.split(" "),
        communication: communication.toLowerCase().split(" "),
        source: [row.querySelector(".needed") ? "without" : "with"],
      },
      keys: { brand, model: row.dataset.rank, ocpp: ocpp.split(" ").reverse().join(" "), communication, notes, source },
    };
  };

  const chargers = [...body.rows].map(readCharger);
  let sort = { column: "", order: "" };
  let limit = FIRST;
  let timer;

  const answers = () => Object.entries(Object.fromEntries(new FormData(form))).filter(([, value]) => value.trim());

  const matching = () => {
    const { q = "", ...filters } = Object.fromEntries(answers());
    const words = q.split(/\s+/).map(fold);
    return chargers.filter(
      (charger) =>
        words.every((word) => charger.text.includes(word)) &&
        Object.entries(filters).every(([name, value]) => charger.filters[name].includes(value)),
    );
  };

  const sortChargers = () => {
    const sign = sort.order === "descending" ? -1 : 1;
    const key = (charger) => charger.keys[sort.column] ?? "";
    chargers.sort((a, b) => sign * collator.compare(key(a), key(b)) || a.order - b.order);
    for (const header of headers) {
      header.removeAttribute("aria-sort");
      if (header.dataset.sort === sort.column) header.setAttribute("aria-sort", sort.order);
    }
  };

  const tell = (found, shown) => {
    const count = (number) => number.toLocaleString("en");
    const all = `${count(chargers.length)} ${chargers.length === 1 ? "charger" : "chargers"}`;
    const cut = shown < found ? `; the first ${count(shown)} are shown` : "";
    find("count").textContent = (found === chargers.length ? all : `${count(found)} of ${all}`) + cut;
    find("clear").hidden = answers().length === 0;
    find("nothing").hidden = found > 0;
    find("more").hidden = shown === found;
  };

  // The form for a new charger begins with what the person was looking for.
  const prefill = (link, fields) => {
    const url = new URL(link.href);
    for (const [name, value] of Object.entries(fields)) {
      if (value.trim()) url.searchParams.set(name, value.trim().slice(0, 120));
      else url.searchParams.delete(name);
    }
    link.href = url;
  };

  const show = (most = limit) => {
    const found = matching();
    const shown = found.slice(0, most);
    const focused = document.activeElement; // which a row loses when it is taken out, as before printing
    body.replaceChildren(...shown.map((charger) => charger.row));
    focused.focus({ preventScroll: true });
    tell(found.length, shown.length);
    prefill(find("add"), { brand: form.elements.brand.value });
    prefill(find("missing"), { brand: form.elements.brand.value, models: form.elements.q.value });
  };

  const remember = () => {
    const state = new URLSearchParams(answers());
    if (sort.column) state.set("sort", sort.column);
    if (sort.order === "descending") state.set("order", sort.order);
    history.replaceState(null, "", `#${state}`);
  };

  const recall = () => {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) return; // a place in the page, such as that of the skip link
    const state = new URLSearchParams(hash);
    for (const field of form.elements) {
      if (!field.name) continue;
      field.value = state.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.value = "";
    }
    const known = headers.some((header) => header.dataset.sort === state.get("sort"));
    limit = FIRST;
    sort = { column: known ? state.get("sort") : "", order: state.get("order") === "descending" ? "descending" : "ascending" };
    sortChargers();
    show();
  };

  const changed = () => {
    limit = FIRST;
    show();
    clearTimeout(timer);
    timer = setTimeout(remember, 300); // browsers refuse a history that changes with every key
  };

  const showMore = () => {
    const seen = body.rows.length;
    limit *= 4;
    show();
    body.rows[seen].querySelector("a").focus();
  };

  const clear = () => {
    form.reset();
    changed();
    form.elements.q.focus();
  };

  const sortBy = (column) => {
    const again = sort.column === column && sort.order === "ascending";
    sort = { column, order: again ? "descending" : "ascending" };
    limit = FIRST;
    sortChargers();
    show();
    remember();
  };

  for (const header of headers) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = header.textContent;
    button.addEventListener("click", () => sortBy(header.dataset.sort));
    header.replaceChildren(button);
  }
  form.addEventListener("input", changed);
  find("clear").addEventListener("click", clear);
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault(); // the address keeps the search
    find("chargers").focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  find("more").addEventListener("click", showMore);
  addEventListener("hashchange", recall);
  addEventListener("beforeprint", () => show(Infinity));
  addEventListener("afterprint", () => show());
  form.hidden = false;
  recall();
}
