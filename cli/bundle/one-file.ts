/** The command line as one file: a bundle ships it, and Node alone runs it. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Builds of optional packages that need no other file, by the names that the program imports. */
const singleFiles = {
  vega: ['vega', 'build/vega.min.js'],
  'vega-lite': ['vega-lite', 'build/vega-lite.min.js'],
  'apache-arrow': ['apache-arrow', 'Arrow.es2015.min.js'],
  docx: ['docx', 'dist/index.cjs'],
} as const;

/** Loads the parts as Node loads files: each when it is required, at the address of its file. */
const loader = `import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const others = existsSync(join(root, 'packages.js')) ? await import('./packages.js') : {};
const all = { ...parts, ...others.parts };
const packages = others.packages ?? {};
const loaded = new Map();

function load(path) {
  const known = loaded.get(path);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(path, module);
  const file = join(root, path);
  const usual = createRequire(file);
  const find = (name) => {
    if (name in packages) return load(packages[name]);
    const to = posix.join(posix.dirname(path), name);
    return name.startsWith('.') && to in all ? load(to) : usual(name);
  };
  all[path].call(module.exports, module.exports, Object.assign(find, usual), module, file, dirname(file));
  return module.exports;
}

all['cli/import-module.cjs'] = (exports, require, module) => {
  module.exports = async (name) => {
    if (!(name in packages)) return import(name);
    const found = load(packages[name]);
    return { default: found, ...found };
  };
};
load('cli/main.js');
`;

/** The program, from the folder of the built package. */
export function programFile(dist: string): Uint8Array {
  const paths = ['cli', 'cjs'].flatMap((folder) =>
    readdirSync(join(dist, folder))
      .filter((name) => /\.c?js$/.test(name))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
  return Buffer.from(
    `${partsText(new Map(paths.map((path) => [path, join(dist, path)])))}${loader}`,
  );
}

/** The optional packages that are installed, and their licences; undefined if there are none. */
export function packagesFile(
  dist: string,
): Readonly<Record<'code' | 'licences', string>> | undefined {
  const files = new Map<string, string>();
  const packages: Record<string, string> = {};
  const folders = new Set<string>();
  for (const [name, [folder, path]] of Object.entries(singleFiles)) {
    const place = folderOf(dist, folder);
    if (place === undefined) continue;
    packages[name] = `packages/${folder}/${path}`;
    files.set(packages[name], join(place, path));
    folders.add(place);
  }
  if (files.size === 0) return undefined;
  const names = `export const packages = ${JSON.stringify(packages)};\n`;
  return {
    code: `export ${partsText(files)}${names}`,
    licences: [...folders].map(licenceIn).join(''),
  };
}

/** A record of the files as functions, as Node wraps modules in CommonJS. */
function partsText(files: ReadonlyMap<string, string>): string {
  const parts = [...files].map(([path, file]) => {
    const code = readFileSync(file, 'utf8').replace(/^#!.*/, '');
    return `${JSON.stringify(path)}(exports, require, module, __filename, __dirname) {\n${code}\n},\n`;
  });
  return `const parts = {\n${parts.join('')}};\n`;
}

/** The folder of an installed package. */
function folderOf(dist: string, name: string): string | undefined {
  const places = createRequire(join(dist, 'x')).resolve.paths(name) ?? [];
  return places.map((place) => join(place, name)).find((place) => hasPackage(place));
}

function hasPackage(folder: string): boolean {
  try {
    return readFileSync(join(folder, 'package.json')).length > 0;
  } catch {
    return false;
  }
}

function licenceIn(folder: string): string {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Readonly<Record<string, string>>;
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  return `\n${'-'.repeat(72)}\n\n${name} ${version} (${license})\n${text}`;
}
