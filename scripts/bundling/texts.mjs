/**
 * Texts that few runs need, and the core as text, as ES modules in `dist/texts/` without imports from elsewhere. Both
 * builds of the library load them there, so the package has them once.
 */
import { dirname, join, relative } from 'node:path/posix';
import { rolldown } from 'rolldown';
import { othersIn } from '../schemas/languages.mjs';

/** The files of texts: their sources, and what these export. */
const files = {
  ...Object.fromEntries(
    othersIn('bindings/words').flatMap((name) => [
      [name, { sources: [`words/${name}/index`], functions: ['vocabulary'] }],
      [
        `${name}-explanations`,
        { sources: [`words/${name}/explanations/index`], values: ['explanations', 'names'] },
      ],
      [`${name}-help`, { sources: [`words/${name}/help/index`], values: ['help'] }],
    ]),
  ),
  explanations: {
    sources: ['words/explanations/index', 'words/explanations/names'],
    values: ['entries', 'names'],
  },
  estimation: { sources: ['generated/estimation-module'] },
  linear: { sources: ['generated/linear-module'] },
};
const folder = 'bindings';

/** The name of the texts that an import in a source leads to; undefined for all other imports. */
function textsOf(id, importer) {
  if (importer === undefined || !id.startsWith('.')) return undefined;
  const path = relative(process.cwd(), join(dirname(importer), id)).replace(/\.js$/, '');
  return Object.keys(files).find((name) =>
    files[name].sources.some((source) => path === `${folder}/${source}`),
  );
}

/** Their addresses in the parts. */
const outside = new Set(Object.keys(files).map((name) => `../texts/${name}.js`));

const filter = { id: /(index|names|-module)\.js$/ };

/** The plugin for ES modules. */
export const importedTexts = {
  name: 'imported texts',
  resolveId: {
    order: 'pre',
    filter,
    handler(id, importer) {
      const name = textsOf(id, importer);
      return name && { id: `../texts/${name}.js`, external: true };
    },
  },
};

/**
 * The plugin for CommonJS. Texts of functions are loaded when these are first called. Node requires ES modules; what
 * runs scripts as Jest does cannot, so it evaluates what these files declare before their list of exports.
 */
export const requiredTexts = {
  name: 'required texts',
  resolveId: {
    order: 'pre',
    filter: { id: /(index|names|texts\/[\w-]+)\.js$/ },
    handler(id, importer) {
      if (outside.has(id)) return { id, external: true };
      const name = textsOf(id, importer);
      return name && `\0texts:${name}`;
    },
  },
  load: {
    filter: { id: /^\0texts:/ },
    handler(id) {
      const name = id.slice('\0texts:'.length);
      const { functions = [], values = [] } = files[name];
      const path = `'../texts/${name}.js'`;
      const load = `import { readFileSync } from 'node:fs';
      function load() {
        try { return require(${path}); }
        catch { return evaluated(readFileSync(new URL(${path}, import.meta.url), 'utf8')); }
      }
      function evaluated(text) {
        const end = text.lastIndexOf('export{');
        const names = text.slice(end + 7, text.lastIndexOf('}')).split(',');
        const parts = names.map((one) => one.split(' as ').reverse().join(':'));
        return new Function(text.slice(0, end) + 'return {' + parts + '}')();
      }`;
      const calls = functions.map((call) => `export const ${call} = () => load().${call}();`);
      const constants =
        values.length === 0 ? [] : `export const { ${values.join(', ')} } = load();`;
      return [load, ...calls, constants].flat().join('\n');
    },
  },
};

/** Writes the files. */
export async function writeTexts() {
  const bundle = await rolldown({
    input: Object.fromEntries(
      Object.entries(files).map(([name, { sources }]) => [name, `${folder}/${sources[0]}.ts`]),
    ),
    platform: 'browser',
    tsconfig: 'tsconfig.tools.json',
  });
  await bundle.write({
    dir: 'dist/texts',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    comments: false,
    minify: true,
  });
}
