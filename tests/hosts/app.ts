/** An application outside this folder, with the packed package installed, and what its programs answer. */
import { execFile } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Of this run only, as two may run at once. */
const place = realpathSync(mkdtempSync(join(tmpdir(), 'wasmetrics-hosts-')));
process.on('exit', () => rmSync(place, { recursive: true, force: true }));

export const app = join(place, 'app');

/** What `runProgram` of program.js answers. */
export interface Answer {
  readonly arrays: string;
  readonly formula: string;
  readonly replicates: string;
  /** Replicates with `workers: 0`. */
  readonly here: string;
  /** Columns of a CSV text. */
  readonly table: string;
  readonly error: string;
  /** `yes`, or why the calling thread did the work of workers. */
  readonly workers: string;
}

export interface Host {
  readonly name: string;
  /** Packages besides ours, with versions. */
  readonly packages: readonly string[];
  /** True if the quick test runs it. */
  readonly quick?: true;
  run(): Promise<Answer>;
}

/** Packs the build, and installs the tarball with other packages. */
export async function install(packages: readonly string[]): Promise<void> {
  rmSync(app, { recursive: true, force: true });
  mkdirSync(app, { recursive: true });
  await command('npm', ['pack', '--ignore-scripts', '--pack-destination', app], root);
  await installIn(app, packages);
  file(
    'main.js',
    `${program('wasmetrics', 'wasmetrics/estimators')}console.log(JSON.stringify(answer));\n`,
  );
}

/** Installs the packed package with others in a folder, and writes the program to it. */
async function installIn(folder: string, packages: readonly string[]): Promise<void> {
  const tarball = readdirSync(app).find((name) => name.endsWith('.tgz'))!;
  const description = { name: 'app', private: true, type: 'module', dependencies: {} };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(description));
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline'];
  await command('npm', ['install', ...quiet, join(app, tarball), ...packages], folder);
  copyFileSync(join(root, 'tests/hosts/program.js'), join(folder, 'program.js'));
}

/** A project of its own, next to the application, for tools that look for packages in the folders above. */
export async function project(
  name: string,
  packages: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = `${app}-${name}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  await installIn(folder, packages);
  Object.entries(files).forEach(([path, text]) => file(path, text, folder));
  return folder;
}

/** Imports of the program of `./program.js` and of the library at two addresses. */
export function imports(library: string, estimators: string): string {
  const data = library.endsWith('index.js')
    ? library.replace(/index\.js$/, 'data.js')
    : `${library}/data`;
  return `import * as index from ${JSON.stringify(library)};
import * as data from ${JSON.stringify(data)};
import * as estimators from ${JSON.stringify(estimators)};
import { runProgram } from './program.js';
const root = { ...index, ...data };
`;
}

/** A module that runs the program with the library at two addresses; `answer` is its answer. */
export function program(library: string, estimators: string): string {
  return `${imports(library, estimators)}const answer = await runProgram(root, estimators);
`;
}

/** Writes a file of the application, or of another folder, and returns its path. */
export function file(name: string, text: string, folder = app): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** Runs a program in the application and returns what it prints. */
export async function command(name: string, args: readonly string[], cwd = app): Promise<string> {
  const { stdout } = await run(name, args, { cwd, maxBuffer: 2 ** 26, timeout: 600_000 });
  return stdout;
}

/** The answer that a program prints as its last line. */
export async function answerOf(name: string, args: readonly string[]): Promise<Answer> {
  const lines = (await command(name, args)).trim().split('\n');
  return JSON.parse(lines.at(-1)!) as Answer;
}

/** The path of a command of an installed package. */
export function bin(name: string): string {
  return join(app, 'node_modules/.bin', name);
}
