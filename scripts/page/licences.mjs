/** The licences of the packages in the files of the page. Those in the parts of the library are in `dist/esm/LICENSES.txt`. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { licencesOf } from '../bundling/licences.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = new Set();

/** The plugin that finds the sources of the page, for its build and for that of its worker. */
export const foundSources = () => ({
  name: 'found sources',
  renderChunk(_, { modules }) {
    for (const path of Object.keys(modules)) sources.add(relative(root, path));
  },
});

/** The licences of what was found. */
export const pageLicences = () => licencesOf([...sources].map((path) => root + path));
