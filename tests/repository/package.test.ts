/** What is published: files, names, sizes, dependencies. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import * as wasmetrics from 'wasmetrics';
import { surface } from './surface.js';

/** A file, or files by condition. */
type Target = string | { readonly [condition: string]: Target };

interface Manifest {
  readonly version: string;
  readonly type: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly exports: Readonly<Record<string, Target>>;
  readonly dependencies: Readonly<Record<string, string>>;
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

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly dev?: boolean; readonly hasInstallScript?: boolean }>
  >;
}

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

  test('has commands that start with the line for Node', () => {
    for (const path of Object.values(manifest.bin)) {
      expect(read(path).startsWith('#!/usr/bin/env node\n'), path).toBe(true);
    }
  });

  test('names exact versions of its tools, and ranges of what an application may have too', () => {
    const { dependencies, devDependencies, peerDependencies } = manifest;
    for (const [name, version] of Object.entries(devDependencies)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    }
    for (const [name, range] of Object.entries(dependencies)) {
      expect(range, name).toMatch(/^\^\d+\.\d+\.\d+$/);
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

  test('has no runtime dependency that runs a script when it is installed', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as Lock;
    const runtime = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
    expect(runtime.length).toBeGreaterThanOrEqual(Object.keys(manifest.dependencies).length);
    const scripted = runtime.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(scripted.map(([path]) => path)).toEqual([]);
  });

  test('has the version of the top entry of CHANGELOG.md', () => {
    const top = /^## \[?(\d+\.\d+\.\d+)\]?/m.exec(read('CHANGELOG.md'));
    expect(top?.[1]).toBe(manifest.version);
  });
});

describe('the library', () => {
  const names = surface();

  test('has the names of surface.txt and no others', async () => {
    await expect(names).toMatchFileSnapshot('surface.txt');
  });

  test('can be imported by each name that is not a type', () => {
    const values = names
      .split('\n')
      .flatMap((line) => /^(?:class|constant|function) (\w+)$/.exec(line)?.[1] ?? []);
    expect(values).toEqual(Object.keys(wasmetrics).sort());
  });

  test('says the version of the package in its results', async () => {
    const { info } = await wasmetrics.loadEngine();
    expect(info).toMatchObject({ version: manifest.version, wasm: 'simd' });
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

  test('declarations are those of the library and the queue, without texts of modules and workers', () => {
    const declarations = filesUnder('dist').filter((path) => path.endsWith('.d.ts'));
    expect(declarations.filter((path) => path.startsWith('dist/cli/'))).toEqual([]);
    const withTexts = declarations.filter((path) => /(["'`])[^"'`\n]{2000,}\1/.test(read(path)));
    expect(withTexts).toEqual([]);
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
