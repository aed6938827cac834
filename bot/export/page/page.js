
{
  const FIRST = 60; // rows: a browser needs longer to lay out thousands than people wait between two keys
  const TYPING = 300; // milliseconds: browsers refuse an address which changes with every key
  const find = (id) => document.getElementById(id);
  const form = find("filters");
  const body = document.querySelector("#entries tbody");
  const headers = [...document.querySelectorAll("#entries thead th")];
  const wide = matchMedia("(width > 64rem)"); // as in the style
  const { one, many } = find("count").dataset;
  const sectionKey = headers.find((header) => header.dataset.kind === "section")?.dataset.key;
  const collator = new Intl.Collator("en", { numeric: true });
  const phrases = Object.entries(JSON.parse(form.dataset.phrases))
    .map(([phrase, options]) => [search.fold(phrase), options])
    .sort((a, b) => b[0].length - a[0].length);

  const entries = readEntries(body.rows, headers, form);
  const byId = new Map(entries.map((entry) => [entry.row.id, entry]));
  let limit = FIRST;
  let single = null; // the entry of the address, where it is not among the first
  let typing = null; // the timer until the search is in the address
  let isSameSearch = false; // whether the last step of the history is of the same search
  let last = { query: null };

  const answers = () => [...new FormData(form)].filter(([, value]) => value.trim());

  const searched = (query) => {
    if (last.query !== query) last = { query, ...search.run(entries, query, phrases) };
    return last;
  };

  const matching = () => {
    if (single) return [single];
    const chosen = new Map();
    for (const box of form.querySelectorAll(":checked[type=checkbox]")) {
      chosen.set(box.name, [...(chosen.get(box.name) ?? []), box.value]);
    }
    const found = searched(form.elements.q.value).found.filter((entry) =>
      [...chosen].every(([key, values]) => values.some((value) => entry.values[key].includes(value))),
    );
    return sorted(found);
  };

  const order = () => {
    const value = form.elements.sort.value;
    return value.startsWith("-") ? { key: value.slice(1), sign: -1 } : { key: value, sign: 1 };
  };

  const sorted = (found) => {
    const { key, sign } = order();
    if (!key) return found;
    const compare = (a, b) => {
      const [left, right] = [a.keys[key], b.keys[key]];
      if (!left || !right) return (left ? 0 : 1) - (right ? 0 : 1) || a.order - b.order; // empty ones last
      return sign * collator.compare(left, right) || a.order - b.order;
    };
    return found.toSorted(compare);
  };

  const count = (number) => number.toLocaleString("en");

  const report = (found, shown) => {
    const all = `${count(entries.length)} ${entries.length === 1 ? one : many}`;
    const { spellings } = searched(form.elements.q.value);
    const spelled = found && spellings.length && !single ? `, spelled ${[...new Set(spellings)].join(" or ")}` : "";
    const cut = shown < found ? `; the first ${count(shown)} are shown` : "";
    find("count").textContent = (found === entries.length ? all : `${count(found)} of ${all}`) + spelled + cut;
    find("clear").hidden = !single && answers().length === 0;
    find("nothing").hidden = found > 0;
    find("more").hidden = shown === found;
  };

  const markChoices = () => {
    for (const filter of form.querySelectorAll(".filter")) {
      const chosen = Array.from(filter.querySelectorAll(":checked"), (box) => box.value);
      filter.querySelector(".chosen").textContent = chosen.length > 2 ? ` (${chosen.length})` : chosen.map((name) => ` ${name}`).join(",");
    }
    const { key, sign } = order();
    for (const header of headers) {
      header.removeAttribute("aria-sort");
      if (key && header.dataset.key === key) header.setAttribute("aria-sort", sign < 0 ? "descending" : "ascending");
    }
  };

  // The form for a new entry begins with what the person was looking for.
  const prefill = (link, fields) => {
    const url = new URL(link.href);
    for (const [name, value] of Object.entries(fields)) {
      if (value.trim()) url.searchParams.set(name, value.trim().slice(0, 120));
      else url.searchParams.delete(name);
    }
    link.href = url;
  };

  const prefillForms = () => {
    const { name, section } = find("add").dataset;
    const fields = {};
    if (section) {
      const sections = [...form.querySelectorAll(":checked")].filter((box) => box.name === sectionKey);
      fields[section] = sections.length === 1 ? sections[0].value : "";
    }
    prefill(find("add"), fields);
    prefill(find("missing"), { ...fields, [name]: form.elements.q.value });
  };

  const show = (most = limit) => {
    const found = matching();
    const shown = found.slice(0, most);
    const focused = document.activeElement; // which a row loses when it is taken out, as before printing
    body.replaceChildren(...shown.map((entry) => entry.row));
    focused.focus({ preventScroll: true });
    report(found.length, shown.length);
    markChoices();
    prefillForms();
  };

  const restart = () => {
    limit = FIRST;
    single = null;
    show();
  };

  // Each filter, order and search is a step of the history, so that Back undoes it.
  const remember = (isStep) => {
    clearTimeout(typing);
    typing = null;
    const state = String(new URLSearchParams(answers()));
    if (state === location.hash.slice(1)) return;
    const address = state ? `#${state}` : location.pathname + location.search;
    if (isStep) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  };

  const rememberSearch = () => {
    remember(!isSameSearch);
    isSameSearch = true;
  };

  const changed = (event) => {
    restart();
    if (event?.target.type === "search") {
      clearTimeout(typing);
      typing = setTimeout(rememberSearch, TYPING);
      return;
    }
    if (typing) rememberSearch();
    remember(true);
    isSameSearch = false;
  };

  const endSearch = () => {
    if (typing) rememberSearch();
    isSameSearch = false;
  };

  const setFields = (state) => {
    form.reset();
    for (const field of form.elements) {
      if (field.type === "checkbox") field.checked = state.getAll(field.name).includes(field.value);
      else if (field.name) field.value = state.get(field.name) ?? "";
    }
    if (form.elements.sort.selectedIndex === -1) form.elements.sort.value = "";
  };

  const showEntry = (entry) => {
    if (!entry.row.isConnected || single) {
      setFields(new URLSearchParams());
      restart();
      if (!entry.row.isConnected) {
        single = entry;
        show();
      }
    }
    for (const marked of body.querySelectorAll(".here")) marked.classList.remove("here");
    entry.row.classList.add("here");
    entry.row.scrollIntoView({ block: "center" });
    entry.row.querySelector(".link").focus({ preventScroll: true });
  };

  const decoded = (hash) => {
    try {
      return decodeURIComponent(hash);
    } catch {
      return hash;
    }
  };

  const recall = () => {
    const hash = location.hash.slice(1);
    const entry = byId.get(decoded(hash));
    if (entry) return showEntry(entry);
    if (hash && !hash.includes("=")) return; // a place in the page, such as that of the pictures
    clearTimeout(typing);
    typing = null;
    isSameSearch = false;
    setFields(new URLSearchParams(hash));
    restart();
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

  // Once upwards, once downwards, then as in the list.
  const sortBy = (key) => {
    const current = form.elements.sort.value;
    form.elements.sort.value = current === key ? `-${key}` : current === `-${key}` ? "" : key;
    changed();
  };

  const closeFilters = (except) => {
    for (const filter of form.querySelectorAll(".filter[open]")) if (filter !== except) filter.open = false;
  };

  // Buttons where the header is seen; elsewhere the field for the order takes their place.
  const setHeaders = () => {
    for (const header of headers.filter((header) => header.dataset.key)) {
      const name = header.textContent;
      header.replaceChildren(name);
      if (!wide.matches) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", () => sortBy(header.dataset.key));
      header.replaceChildren(button);
    }
  };

  form.addEventListener("input", changed);
  form.elements.q.addEventListener("change", endSearch);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("keydown", (event) => {
    const filter = event.key === "Escape" && event.target.closest(".filter[open]");
    if (!filter) return;
    filter.open = false;
    filter.querySelector("summary").focus();
  });
  for (const filter of form.querySelectorAll(".filter")) {
    filter.addEventListener("toggle", () => {
      const right = filter.getBoundingClientRect().left + filter.lastElementChild.offsetWidth;
      filter.classList.toggle("at-end", right > document.documentElement.clientWidth);
    });
  }
  document.addEventListener("click", (event) => closeFilters(event.target.closest(".filter")));
  document.addEventListener("focusin", (event) => closeFilters(event.target.closest(".filter")));
  find("clear").addEventListener("click", clear);
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault(); // the address keeps the search
    find("entries").focus();
  });
  find("more").addEventListener("click", showMore);
  wide.addEventListener("change", setHeaders);
  addEventListener("popstate", recall);
  addEventListener("beforeprint", () => show(Infinity));
  addEventListener("afterprint", () => show());
  form.hidden = false;
  find("quick").hidden = false;
  setHeaders();
  restart();
  recall();
}
