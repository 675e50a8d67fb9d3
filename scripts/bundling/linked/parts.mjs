/**
 * Linked parts: sources that few programs load, as one file in `dist/texts/` for both builds. The file exports `link`, a
 * function that takes what these sources import from others, and returns what others import from them. Each build calls
 * it with its own functions and classes, so an error is an instance of the class that the program knows.
 */
import { relative, resolve } from 'node:path/posix';
import { linkedCode } from './code.mjs';
import { namesFrom } from './names.mjs';

/** The parts, and the sources of each: paths in `bindings/`. What a part imports from others imports nothing of it. */
const parts = {
  interchange: /^(interchange\/|words\/(errors|expectations)\/interchange\b)/,
  audit: /^(paper\/audit\/|words\/errors\/paper\/audits\.ts)/,
  study:
    /^paper\/study\/(?!error-text|warning-text|report-text|failures-table|columns\/words|result)/,
  bundle: /^(paper\/bundle\/|words\/errors\/paper\/bundles\.ts)/,
};
export const linkedNames = Object.keys(parts);

const folder = resolve('bindings');
const pathOf = (id) => relative(folder, id.replaceAll('\\', '/'));
const isIn = (part) => (id) => parts[part].test(pathOf(id));

/** The module of a build that links a part; it is no file, but finds others as a source in `bindings/` does. */
const linkOf = (part) => `${folder}/${part}-link.ts`;

/** The part that a source belongs to; undefined for others. */
export const linkedPartOf = (id) =>
  linkedNames.find((part) => id === linkOf(part) || isIn(part)(id));

const made = new Map();

/** The code of a part, its sources, what it takes from others, and the names that others import of its sources. */
export function linkedPart(part) {
  if (!made.has(part)) made.set(part, makePart(part));
  return made.get(part);
}

async function makePart(part) {
  const names = namesFrom(isIn(part));
  return { ...(await linkedCode(part, { folder, isOwn: isIn(part), names })), names };
}

/** The module that links a part: it imports what the part takes. */
function linking(part, taken) {
  const imports = taken.flatMap(({ id, names }) =>
    names.map(({ name, as }) => `import { ${name} as ${as} } from '${id}';`),
  );
  const later = taken.flatMap(({ id, later: as }) => (as ? `${as}: () => import('${id}')` : []));
  const given = [...taken.flatMap(({ names }) => names.map(({ as }) => as)), ...later];
  return [
    ...imports,
    `import { link } from 'texts:${part}';`,
    `export const part = /* @__PURE__ */ link({ ${given.join(', ')} });`,
  ].join('\n');
}

/** The plugin for builds: a source of a part that others import gives what the file of the part returns. */
export const linkedParts = {
  name: 'linked parts',
  resolveId: (id) => (linkedNames.some((part) => id === linkOf(part)) ? id : undefined),
  load: {
    order: 'pre',
    async handler(id) {
      const part = linkedPartOf(id);
      if (part === undefined) return undefined;
      const { taken, names } = await linkedPart(part);
      if (id === linkOf(part)) return linking(part, taken);
      const values = names.get(id.replaceAll('\\', '/'));
      if (values === undefined) throw new Error(`${id}: no source outside of ${part} imports it`);
      const constants = [...values].map((name) => `export const ${name} = part.${name};`);
      return [`import { part } from '${linkOf(part)}';`, ...constants].join('\n');
    },
  },
};
