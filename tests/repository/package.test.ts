/** What is published: files, names, sizes, dependencies. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import * as wasmetrics from 'wasmetrics';
import { estimationModule } from '../../bindings/generated/estimation-module.js';
import { linearModule } from '../../bindings/generated/linear-module.js';

/** A file, or files by condition. */
type Target = string | { readonly [condition: string]: Target };

interface Manifest {
  readonly version: string;
  readonly type: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly exports: Readonly<Record<string, Target>>;
  readonly alias: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly homepage: string;
  readonly repository: { readonly url: string };
  readonly bugs: string;
  readonly main: string;
  readonly types: string;
  readonly unpkg: string;
  readonly jsdelivr: string;
}

/** What npm says of the tarball that it would make. */
interface Tarball {
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

const onWindows = process.platform === 'win32';
const root = new URL('../../', import.meta.url);

function read(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

const manifest = JSON.parse(read('package.json')) as Manifest;

/** The files of a target, under all conditions. */
function filesOf(target: Target): string[] {
  return typeof target === 'string' ? [target] : Object.values(target).flatMap(filesOf);
}

/** Paths of a folder and everything in it. */
function filesUnder(folder: string): string[] {
  const entries = readdirSync(new URL(`${folder}/`, root), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/** True for a file, and for a pattern of files of the build. */
function exists(path: string): boolean {
  const [start = '', end] = path.split('*');
  if (end === undefined) return existsSync(new URL(path, root));
  return filesUnder('dist').some((name) => `./${name}`.startsWith(start) && name.endsWith(end));
}

describe('package.json', () => {
  test('exports and commands lead to files that the build makes and that are published', () => {
    const targets = Object.values(manifest.exports).flatMap(filesOf);
    const commands = Object.values(manifest.bin).map((path) => `./${path}`);
    for (const path of [...targets, ...commands]) {
      expect(exists(path), path).toBe(true);
      const published = [...manifest.files, 'package.json'];
      expect(
        published.some((entry) => path.startsWith(`./${entry}`)),
        path,
      ).toBe(true);
    }
  });

  test('asks Node first, so that servers trace one build, and has at most three conditions for a sub-path', () => {
    for (const [name, target] of Object.entries(manifest.exports)) {
      if (typeof target === 'string' || 'types' in target) continue;
      const { node, ...rest } = target;
      expect(Object.keys(target), name).toEqual(['node', 'module', 'require', 'default']);
      expect(Object.keys(node!), name).toEqual(['require', 'default']);
      expect((node as typeof target)['require'], name).toBe(rest['require']);
      expect(rest['module'], name).toBe(rest['default']);
      if (name !== '.') expect(manifest.alias[name], 'what Parcel reads').toBe(rest['module']);
    }
  });

  test('has commands that start with the line for Node', () => {
    for (const path of Object.values(manifest.bin)) {
      expect(read(path).startsWith('#!/usr/bin/env node\n'), path).toBe(true);
    }
  });

  test('names exact versions of what it is built from, and ranges of what an application may have too', () => {
    const { devDependencies, peerDependencies } = manifest;
    for (const [name, version] of Object.entries(devDependencies)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    }
    for (const [name, range] of Object.entries(peerDependencies)) {
      expect(range, name).toMatch(/^>=\d+(\.\d+)*(-[\w.]+)?$/);
      expect(devDependencies, 'a tested version').toHaveProperty([name]);
    }
  });

  test('has one address, and files for hosts that read no exports', () => {
    const { homepage, repository, bugs, main, types, unpkg, jsdelivr } = manifest;
    const [, address] = /^git\+(.*)\.git$/.exec(repository.url)!;
    expect([homepage, bugs]).toEqual([`${address}#readme`, `${address}/issues`]);
    for (const path of [main, types, unpkg, jsdelivr]) expect(exists(path), path).toBe(true);
  });

  test('installs no other package and runs no script', () => {
    expect(manifest).not.toHaveProperty('dependencies');
    expect(Object.keys(manifest.scripts).filter((name) => /install$/.test(name))).toEqual([]);
  });

  test('has the version of the top entry of CHANGELOG.md', () => {
    const top = /^## \[?(\d+\.\d+\.\d+)\]?/m.exec(read('CHANGELOG.md'));
    expect(top?.[1]).toBe(manifest.version);
  });
});

describe('the library', () => {
  test('says the version of the package in its results', async () => {
    const { info } = await wasmetrics.loadEngine();
    expect(info).toMatchObject({ version: manifest.version, wasm: 'simd' });
  });
});

describe('the tarball', () => {
  const args = ['pack', '--dry-run', '--ignore-scripts', '--json'];
  const folder = fileURLToPath(root);
  const packed = execFileSync('npm', args, { cwd: folder, encoding: 'utf8', shell: onWindows });
  const [{ size, unpackedSize, files }] = JSON.parse(packed) as [Tarball];

  test('has at most 3 MB packed, 9 MB unpacked, and 400 files', () => {
    expect(size).toBeLessThan(3_000_000);
    expect(unpackedSize).toBeLessThan(9_000_000);
    expect(files.length).toBeLessThan(400);
  });

  /*
   * npm alone takes about 0.7 s of processor time to start, and 0.3 s to write these files. The bound is five times
   * the sum: slow machines pass, and a dependency or a script that runs at installation does not.
   */
  test('is installed in 5 s of processor time, without a network and without other packages', () => {
    const place = mkdtempSync(join(tmpdir(), 'wasmetrics-'));
    const npm = (command: readonly string[], env = {}) =>
      execFileSync('npm', [...command, '--silent'], {
        cwd: place,
        encoding: 'utf8',
        shell: onWindows,
        env: { ...process.env, ...env },
      });
    const tarball = npm(['pack', '--ignore-scripts', folder]).trim();
    writeFileSync(join(place, 'package.json'), '{ "private": true }');
    const atExit = `process.on('exit', () => console.log(JSON.stringify(process.cpuUsage())))`;
    const printed = npm(['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`], {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(atExit)}`,
    });
    const processes = printed.trim().split('\n');
    const times = processes.map((line) => JSON.parse(line) as NodeJS.CpuUsage);
    const seconds = times.reduce((sum, { user, system }) => sum + (user + system) / 1e6, 0);
    const installed = readdirSync(join(place, 'node_modules')).filter((name) => name[0] !== '.');
    rmSync(place, { recursive: true });
    expect(installed).toEqual(['wasmetrics']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(5);
  });

  /*
   * The page's own files are those of `dist/web/`: its code, the editor and the reader of Arrow, styles, examples and
   * licences. It shares the core and the parts of the library with the programs that import them.
   */
  test("has a page of at most 2 MB: its own files and the core's", () => {
    const own = filesUnder('dist/web');
    expect(own.length).toBeGreaterThan(20);
    const sizes = [...own, 'dist/texts/estimation.js'].map(
      (path) => statSync(new URL(path, root)).size,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
  });

  test('has the licences of the packages in the page', () => {
    const listed = read('dist/web/LICENSES.txt');
    const names = ['preact', '@preact/signals', '@codemirror/view', '@lezer/yaml', 'apache-arrow'];
    for (const name of [...names, 'flatbuffers']) expect(listed, name).toContain(`\n${name} `);
    const { files: ofPage } = JSON.parse(read('dist/web/files.json')) as { files: string[] };
    expect(ofPage).toEqual(expect.arrayContaining(['web/LICENSES.txt', 'esm/LICENSES.txt']));
  });

  test('has the page packed in one file', () => {
    const paths = files.map(({ path }) => path);
    expect(paths).toContain('dist/web.br');
    expect(paths.filter((path) => path.startsWith('dist/web/'))).toEqual([]);
  });

  test('has the files that the README links to', () => {
    const links = read('README.md').matchAll(/(?:\]\(|src=")(?!https?:|#)([^)"#]+)/g);
    const published = new Set(files.map(({ path }) => path));
    const missing = [...links].map(([, link]) => link!).filter((link) => !published.has(link));
    expect(missing).toEqual([]);
  });

  test('runs the command of the README for where it is installed', () => {
    const [, first] = /`npx wasmetrics (fit node_modules\/.*)`/.exec(read('README.md'))!;
    const place = mkdtempSync(join(tmpdir(), 'wasmetrics-'));
    mkdirSync(join(place, 'node_modules'));
    symlinkSync(folder, join(place, 'node_modules/wasmetrics'), 'junction');
    const main = join(folder, 'dist/cli/main.js');
    const printed = execFileSync(process.execPath, [main, ...first!.split(' ')], {
      cwd: place,
      encoding: 'utf8',
    });
    rmSync(place, { recursive: true });
    expect(printed).toContain('10,000');
  });

  test('requires no other package, as its peers are optional', () => {
    const required = ['dependencies', 'optionalDependencies', 'bundleDependencies', 'gypfile'];
    expect(required.filter((key) => key in manifest)).toEqual([]);
    const optional = (manifest as unknown as { peerDependenciesMeta: object }).peerDependenciesMeta;
    expect(Object.keys(optional)).toEqual(Object.keys(manifest.peerDependencies));
  });

  test('has the worker once, and each module of the core at most once as text', () => {
    const scripts = files
      .filter(({ path }) => /\.[cm]?js$/.test(path))
      .map(({ path }) => read(path));
    const holding = (text: string) => scripts.filter((script) => script.includes(text)).length;
    const worker = read('dist/wasmetrics-worker.js');
    expect(holding(worker.slice(100_000, 102_000))).toBe(1);
    for (const { text } of [estimationModule, linearModule]) {
      expect(holding(text)).toBeLessThanOrEqual(1);
    }
  });
});

describe('sizes', () => {
  test('the modules of the core have at most 256 kB together, and 100 kB compressed by Brotli', () => {
    const modules = ['dist/wasmetrics.wasm', 'dist/linear.wasm'].map((path) =>
      readFileSync(new URL(path, root)),
    );
    const total = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0);
    expect(total(modules.map(({ length }) => length))).toBeLessThanOrEqual(256_000);
    const compressed = modules.map((module) => brotliCompressSync(module).length);
    expect(total(compressed)).toBeLessThanOrEqual(100_000);
  });

  test('declarations are at most 20 files of 900 kB together, without texts of modules and methods of strings', () => {
    const declarations = filesUnder('dist').filter((path) => path.endsWith('.d.ts'));
    expect(declarations.length).toBeLessThanOrEqual(20);
    const texts = declarations.map(read);
    expect(texts.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(900_000);
    const wrong = /(["'`])[^"'`\n]{2000,}\1|charCodeAt/;
    expect(declarations.filter((_, i) => wrong.test(texts[i]!))).toEqual([]);
  });

  test('no file of the core, the bindings or the command line has more than 300 lines', () => {
    const sources = ['assembly', 'bindings', 'cli']
      .flatMap(filesUnder)
      .filter((path) => /\.m?[jt]s$/.test(path) && !path.startsWith('bindings/generated/'));
    expect(sources.length).toBeGreaterThan(50);
    const long = sources.filter((path) => read(path).trimEnd().split('\n').length > 300);
    expect(long).toEqual([]);
  });
});
