"use strict";

// The search: exact first, in texts folded like names; typing mistakes count only if nothing is found.
const search = (() => {
  // Letters which Unicode does not take apart into a letter and an accent.
  const LETTERS = { ß: "ss", ø: "o", æ: "ae", œ: "oe", đ: "d", ł: "l", þ: "th", ð: "d", ı: "i" };
  const FILLERS = new Set(["a", "an", "the", "with", "and", "for", "of"]);
  const NEGATIONS = new Set(["without", "no", "not"]);

  const fold = (text) => {
    const plain = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/\p{Pd}/gu, "-");
    return plain.replace(/[ßøæœđłþðı]/g, (letter) => LETTERS[letter]);
  };

  // People write 22kW and 22 kW, goe and go-e; only between digits does a space or dash matter.
  const squeeze = (folded) => folded.replace(/(\d[ -]+(?=\d))|[ -]+/g, "$1");

  const wordsOf = (folded) => folded.split(/\s+/).filter(Boolean);

  // Numbers match as a whole: 2.1 is neither in 2.1.5 nor in 12.1. With `loose`, a number may go on:
  // 2.0 finds 2.0.1 where there is no 2.0, and 007 finds 00071.
  const pattern = (word, loose) => {
    const text = squeeze(word).replace(/[.,]+$/, "") || word;
    const isVersion = /\d[.,]\d/.test(text);
    const begin = /^\d/.test(text) && (isVersion || !loose) ? "(?<!\\d)(?<!\\d[.,])" : "";
    let end = "";
    if (/\d$/.test(text)) end = loose ? (isVersion ? "(?!\\d)" : "") : "(?!\\d|[.,]\\d)";
    return new RegExp(begin + text.replace(/[^\p{L}\p{N}]/gu, "\\$&") + end);
  };

  // What is asked for: words, options named by a phrase, and things that should not be there.
  const parse = (query, phrases) => {
    const asked = { whole: squeeze(fold(query.trim())), words: [], options: [], lacking: [] };
    const words = wordsOf(fold(query));
    const telling = words.filter((word) => !FILLERS.has(word));
    let rest = ` ${(telling.length ? telling : words).join(" ")} `;
    for (const [phrase, options] of phrases) {
      if (!rest.includes(` ${phrase} `)) continue;
      rest = rest.replace(` ${phrase} `, " ");
      asked.options.push({ phrase, options, isNegation: NEGATIONS.has(wordsOf(phrase)[0]) });
    }
    const others = wordsOf(rest);
    for (let index = 0; index < others.length; index++) {
      const word = others[index];
      if (!NEGATIONS.has(word)) asked.words.push(word);
      else if (index + 1 < others.length) asked.lacking.push(others[++index]);
    }
    return asked;
  };

  const hasOption = (entry, { phrase, options }) =>
    options.some(([key, option]) => entry.values[key]?.includes(option)) || entry.text.includes(squeeze(phrase));

  const lacks = (entry, word, known) => {
    const stem = word.replace(/s$/, "");
    if (known.some((trait) => trait.startsWith(stem))) return !entry.traits.some((trait) => trait.startsWith(stem));
    return !pattern(word, false).test(entry.text);
  };

  // The whole query in a name comes first, then words in it. Of those that do without something,
  // the ones that cannot do with it come first.
  const rank = (entry, asked, patterns) => {
    let rank = entry.names.includes(asked.whole) ? -1 : 0;
    rank += patterns.filter((pattern) => !pattern.test(entry.names)).length;
    for (const { options, isNegation } of asked.options) {
      if (!isNegation) continue;
      for (const [key] of options) rank += (entry.values[key]?.length ?? 1) - 1;
    }
    return rank;
  };

  const filter = (entries, asked, patterns) => {
    const known = asked.lacking.length ? [...new Set(entries.flatMap((entry) => entry.traits))] : [];
    const found = entries.filter(
      (entry) =>
        patterns.every((pattern) => pattern.test(entry.text)) &&
        asked.options.every((option) => hasOption(entry, option)) &&
        asked.lacking.every((word) => lacks(entry, word, known)),
    );
    const ranks = new Map(found.map((entry) => [entry, rank(entry, asked, patterns)]));
    return found.sort((a, b) => ranks.get(a) - ranks.get(b) || a.order - b.order);
  };

  // The number of letters to change, leave out, add or swap (optimal string alignment).
  const distance = (a, b) => {
    let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
        if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      [before, last] = [last, row];
    }
    return last[b.length];
  };

  // The words of the list nearest to one that is nowhere in it; a word with a digit has none.
  const nearest = (word, vocabulary) => {
    if (/\d/.test(word) || word.length < 4) return [];
    let least = word.length < 8 ? 1 : 2;
    let found = [];
    for (const other of vocabulary) {
      if (other.length < word.length - least || other.length < 3) continue;
      const begin = other.slice(0, Math.max(word.length + 1, 4)); // the rest may not be typed yet
      const errors = Math.min(distance(word, begin), distance(word, begin.slice(0, word.length)));
      if (errors > least) continue;
      if (errors < least) found = [];
      least = errors;
      found.push(other);
    }
    return found;
  };

  const vocabularyOf = (entries) => {
    const words = new Set();
    for (const entry of entries) for (const word of entry.words.match(/\p{L}+/gu) ?? []) words.add(word);
    return words;
  };

  const corrected = (entries, asked) => {
    const vocabulary = vocabularyOf(entries);
    const spellings = [];
    const patterns = asked.words.map((word) => {
      const patterns = [pattern(word, false), pattern(word, true)];
      const exact = patterns.find((one) => entries.some((entry) => one.test(entry.text)));
      if (exact) return exact;
      const near = nearest(word, vocabulary);
      if (near.length) spellings.push(...near);
      return near.length ? new RegExp(near.join("|")) : patterns[1];
    });
    return { found: spellings.length ? filter(entries, asked, patterns) : [], spellings };
  };

  // Of entries {text, names, words, values, traits, order}: those found, best first, and the
  // spellings used in place of what was typed.
  const run = (entries, query, phrases) => {
    const asked = parse(query, phrases);
    for (const loose of [false, true]) {
      const patterns = asked.words.map((word) => pattern(word, loose));
      const found = filter(entries, asked, patterns);
      if (found.length) return { found, spellings: [] };
    }
    return corrected(entries, asked);
  };

  return { run, fold, squeeze };
})();
