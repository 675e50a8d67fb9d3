/** The parts of a JSON Schema that occur in several places, each written once below `$defs`. */

/** Collects objects by name. Equal objects share a definition; different objects of the same name are numbered. */
export class Definitions {
  #byName = new Map();

  /** Adds an object; returns a reference to it. */
  add(schema, name) {
    const text = JSON.stringify(schema);
    for (let place = 1; ; place += 1) {
      const key = place === 1 ? name : `${name}${place}`;
      const known = this.#byName.get(key);
      if (known === undefined) this.#byName.set(key, schema);
      else if (JSON.stringify(known) !== text) continue;
      return { $ref: `#/$defs/${key}` };
    }
  }

  get(name) {
    return this.#byName.get(name);
  }

  /** The definitions that a schema refers to, directly or through others, in the order of their names. */
  usedBy(schema) {
    const names = new Set();
    const visit = (part) => {
      for (const [, name] of JSON.stringify(part).matchAll(/"#\/\$defs\/([^"]+)"/g)) {
        if (names.has(name)) continue;
        names.add(name);
        visit(this.#byName.get(name));
      }
    };
    visit(schema);
    return Object.fromEntries([...names].sort().map((name) => [name, this.#byName.get(name)]));
  }
}
