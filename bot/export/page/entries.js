
// The entries of the table: {row, order, keys to sort by, values for filters, texts to search}.
const readEntries = (rows, headers, form) => {
  const boxes = [...form.querySelectorAll("[type=checkbox]")];
  const positions = new Map(
    headers.map(({ dataset: { key } }) => [key, boxes.filter((box) => box.name === key).map((box) => box.value)]),
  );

  // Sorts by the last of the options, then by the one before; the numbers are compared as such.
  const sortKey = (values, options) => values.map((value) => options.indexOf(value)).reverse().join(" ");

  const readCell = (entry, cell, { kind, key }, name) => {
    const text = cell.textContent.trim();
    let words = text;
    entry.keys[key] = text;
    if (["choice", "choices", "yes/no"].includes(kind)) {
      const values = Array.from(cell.children, (tag) => tag.textContent);
      entry.values[key] = values;
      entry.traits.push(...values);
      entry.keys[key] = sortKey(values, positions.get(key));
      words = [name, ...values].join("\n");
    } else if (kind === "links") {
      const isMissing = Boolean(cell.querySelector(".needed"));
      entry.values[key] = [isMissing ? "without" : "with"];
      if (isMissing) entry.keys[key] = "";
      else entry.traits.push(name);
    } else if (kind === "section") {
      entry.values[key] = [text];
    } else if (kind === "text" && text) {
      entry.traits.push(name);
    }
    entry.texts.push(words);
    if (kind === "section" || kind === "name") entry.name.push(text);
  };

  return Array.from(rows, (row, order) => {
    const entry = { row, order, keys: {}, values: {}, traits: [], texts: [], name: [] };
    headers.forEach((header, place) => {
      if (header.dataset.key) readCell(entry, row.cells[place], header.dataset, header.textContent);
    });
    entry.words = search.fold(entry.texts.join("\n"));
    entry.text = search.squeeze(entry.words);
    entry.names = search.squeeze(search.fold(entry.name.join("\n")));
    entry.traits = entry.traits.map(search.fold);
    return entry;
  });
};
