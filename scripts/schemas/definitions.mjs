/** The parts of a JSON Schema that occur in several places, each written once below `$defs`. */

/** Collects objects by name; equal ones are one definition, and others of a name are numbered. */
export class Definitions {
  #byName = new Map();
  #nameOf = new Map();

  /** Adds an object; returns a reference to it. */
  add(schema, name) {
    const text = JSON.stringify(schema);
    if (!this.#nameOf.has(text)) {
      let key = name;
      for (let place = 2; this.#byName.has(key); place += 1) key = `${name}${place}`;
      this.#byName.set(key, schema);
      this.#nameOf.set(text, key);
    }
    return { $ref: `#/$defs/${this.#nameOf.get(text)}` };
  }

  /** The object that a schema refers to; undefined if it is no reference. */
  of({ $ref }) {
    return $ref === undefined ? undefined : this.#byName.get($ref.replace('#/$defs/', ''));
  }

  /** The definitions that a schema refers to, by themselves or by others, in the order of their names. */
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
