/**
 * Texts and packages that few runs need, and the core as text, as ES modules in `dist/texts/` without imports from
 * elsewhere. Both builds of the library load them there, so the package has them once.
 */
import { statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import { rolldown } from 'rolldown';
import { othersIn } from '../schemas/languages.mjs';
import { linkedNames, linkedPart } from './linked/parts.mjs';
import { moduleOf, packages, sharedPackages } from './packages.mjs';

/** Sources that call packages which nothing else needs. */
const callingPackages = {
  'letter-frequencies': {
    sources: ['data/readers/bytes/letter-frequencies'],
    functions: ['likeliest'],
  },
};

/** The files of texts and packages: their sources, and what these export. */
const files = {
  ...sharedPackages,
  ...callingPackages,
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
  ...Object.fromEntries(linkedNames.map((name) => [name, { functions: ['link'] }])),
};
const folder = 'bindings';
/** How linked parts name their files. */
const linked = 'texts:';

/** The name of the texts or the package that an import leads to; undefined for all other imports. */
function textsOf(id, importer) {
  // The writer of Excel calls a function of fflate that others do not need.
  if (importer === undefined || importer.includes('write-excel-file')) return undefined;
  if (id in sharedPackages) return id;
  if (id.startsWith(linked)) return id.slice(linked.length);
  if (!id.startsWith('.')) return undefined;
  const path = relative(process.cwd(), join(dirname(importer), id)).replace(/\.js$/, '');
  return Object.keys(files).find((name) =>
    files[name].sources?.some((source) => path === `${folder}/${source}`),
  );
}

/** Their addresses in the parts. */
const outside = new Set(Object.keys(files).map((name) => `../texts/${name}.js`));

const shared = new RegExp(`^(${Object.keys(sharedPackages).join('|')})$`);

/** The plugin for ES modules. */
export const importedTexts = {
  name: 'imported texts',
  resolveId: {
    order: 'pre',
    filter: { id: [/(index|names|-module|-frequencies)\.js$/, shared, /^texts:/] },
    handler(id, importer) {
      const name = textsOf(id, importer);
      return name && { id: `../texts/${name}.js`, external: true };
    },
  },
};

/**
 * The plugin for CommonJS. Texts and packages are loaded when their functions are first called. Node requires ES
 * modules; what runs scripts as Jest does cannot, so it evaluates what these files declare before their list of exports.
 */
export const requiredTexts = {
  name: 'required texts',
  resolveId: {
    order: 'pre',
    filter: { id: [/(index|names|-frequencies|texts\/[\w-]+)\.js$/, shared, /^\0?texts/] },
    handler(id, importer) {
      if (id.startsWith('\0texts')) return id;
      if (outside.has(id)) return { id, external: true };
      const name = textsOf(id, importer);
      return name && `\0texts:${name}`;
    },
  },
  load: {
    filter: { id: /^\0texts/ },
    handler(id) {
      if (id === '\0texts') return evaluating;
      const name = id.slice('\0texts:'.length);
      const { functions = [], values = [] } = files[name];
      const path = `'../texts/${name}.js'`;
      const load = `import { evaluated } from '\0texts';
      let kept;
      function load() {
        try { kept ??= require(${path}); }
        catch { kept = evaluated(new URL(${path}, import.meta.url)); }
        return kept;
      }`;
      const calls = functions.map(
        (call) => `export ${call === 'default' ? 'default function' : `function ${call}`}(...args) {
          const { ${call}: call } = load();
          return new.target ? new call(...args) : call(...args);
        }`,
      );
      const constants =
        values.length === 0 ? [] : `export const { ${values.join(', ')} } = load();`;
      return [load, ...calls, constants].flat().join('\n');
    },
  },
};

const evaluating = `import { readFileSync } from 'node:fs';
export function evaluated(url) {
  const text = readFileSync(url, 'utf8');
  const end = text.lastIndexOf('export{');
  const names = text.slice(end + 7, text.lastIndexOf('}')).split(',');
  const parts = names.map((one) => one.split(' as ').reverse().join(':'));
  return new Function(text.slice(0, end) + 'return {' + parts + '}')();
}`;

const options = { platform: 'browser', tsconfig: 'tsconfig.tools.json' };
const written = {
  dir: 'dist/texts',
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  comments: false,
  minify: true,
};

/** The files with packages, and where each starts. */
const startsOfPackages = Object.entries({ ...sharedPackages, ...callingPackages }).map(
  ([name, { sources }]) => [name, sources ? `${folder}/${sources[0]}.ts` : moduleOf(name)],
);

/** Bundles each file without the others, as what they share would be another file. */
const bundlesOf = (starts, plugin) =>
  Promise.all(
    starts.map(([name, start]) =>
      rolldown({ ...options, input: { [name]: start }, plugins: [plugin ?? otherTexts(name)] }),
    ),
  );
const bundlesOfPackages = () => bundlesOf(startsOfPackages, packages);

/** Texts load others from their files: `zh` loads `zh-explanations`. */
const otherTexts = (own) => ({
  name: 'other texts',
  resolveId(id, importer) {
    const name = textsOf(id, importer);
    return name && name !== own ? { id: `./${name}.js`, external: true } : undefined;
  },
});

/** Writes the files. */
export async function writeTexts() {
  const input = Object.entries(files).flatMap(([name, { sources }]) =>
    sources === undefined || name in callingPackages ? [] : [[name, `${folder}/${sources[0]}.ts`]],
  );
  const texts = await bundlesOf(input);
  for (const bundle of [...texts, ...(await bundlesOfPackages())]) await bundle.write(written);
  for (const name of linkedNames) {
    writeFileSync(`dist/texts/${name}.js`, (await linkedPart(name)).code);
  }
}

/** The bytes of the files of packages, by their addresses in the parts. */
export const sizesOfPackages = () =>
  Object.fromEntries(
    startsOfPackages.map(([name]) => [
      `../texts/${name}.js`,
      statSync(`dist/texts/${name}.js`).size,
    ]),
  );

/** The sources in the files of packages. */
export async function sourcesOfPackages() {
  const bundles = await bundlesOfPackages();
  const outputs = await Promise.all(bundles.map((bundle) => bundle.generate(written)));
  return outputs.flatMap(({ output }) => output.flatMap(({ modules }) => Object.keys(modules)));
}
