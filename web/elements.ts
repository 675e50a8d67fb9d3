/** Finds the element with this id on the page. Throws TypeError if no element of the type has it. */
export function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const existing = document.getElementById(id);
  if (existing instanceof type) return existing;
  throw new TypeError(`page: expected a ${type.name} with the id ${id}, found ${String(existing)}`);
}

/** A line of small print. */
export function note(text: string): HTMLElement {
  return create('p', { className: 'note' }, text);
}

/** A new element with properties and children. */
export function create<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}
