/** One TypeScript program and one parse of each source, which all tests of this tier share: they run in one thread. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { entries } from '../../scripts/bundling/entries.js';
import { manifests } from './manifests.js';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The built declarations of an entry point. */
export const declarationsOf = (entry: string) => join(root, 'dist/esm', entry);

const parsed = new Map<string, ts.SourceFile>();

/** The syntax of a source. */
export function sourceFile(path: string): ts.SourceFile {
  const known = parsed.get(path);
  if (known !== undefined) return known;
  const text = readFileSync(join(root, path), 'utf8');
  const source = ts.createSourceFile(join(root, path), text, ts.ScriptTarget.Latest, true);
  parsed.set(path, source);
  return source;
}

/** Paths of the files of a folder that end so, in order, without those that a build writes. */
export function filesOf(folder: string, ending = '.ts'): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending) && !/(?:^|\/)generated\//.test(path))
    .sort()
    .map((path) => join(folder, path));
}

let made: ts.Program | undefined;

/** The program of the built declarations of all entry points, and of the manifests as literals of their types. */
export function program(): ts.Program {
  if (made !== undefined) return made;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => path === manifests.path || fileExists(path);
  host.readFile = (path) => (path === manifests.path ? manifests.text : readFile(path));
  host.getSourceFile = (path, ...rest) =>
    path === manifests.path
      ? ts.createSourceFile(path, manifests.text, ts.ScriptTarget.ES2022)
      : getSourceFile(path, ...rest);
  const roots = ['index', ...Object.keys(entries)].map((name) => declarationsOf(`${name}.d.ts`));
  made = ts.createProgram([...roots, manifests.path], options, host);
  return made;
}
