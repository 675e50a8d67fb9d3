/** Writes what several keys accept once, below `$defs`, if it is long. Each key keeps its description. */

/** Characters from which a schema is long. */
const LONG = 120;

export function withShared(schema) {
  const names = namesOf(schema);
  const definitions = {};
  const replaced = (part, isKeys = false) => {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map((one) => replaced(one));
    const entries = Object.entries(part).map(([key, one]) => [
      key,
      isKeys ? keyOf(one) : replaced(one, key === 'properties'),
    ]);
    return Object.fromEntries(entries);
  };
  const keyOf = (part) => {
    const { description, ...rest } = part;
    const name = names.get(JSON.stringify(rest));
    if (name === undefined) return replaced(part);
    definitions[name] ??= replaced(rest);
    return { ...(description && { description }), $ref: `#/$defs/${name}` };
  };
  const { $defs, ...rest } = replaced(schema);
  return { ...rest, $defs: inOrder({ ...$defs, ...definitions }) };
}

/** The names of what several keys accept, by its text: the first key, numbered where it has several. */
function namesOf(schema) {
  const found = new Map();
  const visit = (part, isKeys) => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, one] of Object.entries(part)) {
      if (isKeys) count(found, key, one);
      visit(one, key === 'properties' && !isKeys);
    }
  };
  visit(schema, false);
  const taken = new Set(Object.keys(schema.$defs ?? {}));
  const repeated = [...found].filter(([text, { times }]) => times > 1 && text.length >= LONG);
  return new Map(repeated.map(([text, { key }]) => [text, nameFor(key, taken)]));
}

function count(found, key, { description: _, ...rest }) {
  const text = JSON.stringify(rest);
  const known = found.get(text) ?? { key, times: 0 };
  found.set(text, { ...known, times: known.times + 1 });
}

function nameFor(key, taken) {
  let name = key;
  for (let place = 2; taken.has(name); place += 1) name = `${key}${place}`;
  taken.add(name);
  return name;
}

const inOrder = (record) =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
