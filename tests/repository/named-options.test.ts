/** Messages, explanations and pages name only options that a command has. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workplace, type Workplace } from '../cli/run.js';
import { filesOf, root, sourceFile } from './program.js';

/**
 * Options of other programs: bubblewrap, gretl, npm, Node, Python, the benchmark, GNU parallel, timeout, Slurm, kubectl and
 * Docker, esbuild, Bun, LibreOffice.
 */
// prettier-ignore
const foreign = new Set([
  '--bundle', '--compile', '--headless', '--convert-to',
  '--dpdstyle',
    '--export',
    '--from-literal',
    '--panel-vars',
    '--stacked-time-series',
    '--two-step',
    '--time-dummies',
  '--system',
    '--input-type',
    '--experimental-vm-modules',
    '--layers',
    '--rounds',
    '--expose-gc',
    '--save-exact',
  '--asymptotic', '--vcv', '--breusch-pagan', '--white', '--autocorr', '--directory', '--save',
  '--experimental-wasm-revectorize', '--no-liftoff', '--no-wasm-lazy-compilation', '--no-wasm-inlining',
  '--disable-wasm-trap-handler', '--wasm-max-mem-pages', '--remake',
  '--random-effects', '--permission', '--experimental-permission', '--allow-worker',
  '--allow-fs-read', '--allow-fs-write', '--no-warnings', '--timeout', '--jobs', '--sshlogin',
  '--workdir', '--retries', '--termseq', '--joblog', '--mem', '--cpus-per-task', '--job-name',
  '--allow-net', '--no-experimental-sqlite', '--unshare-all', '--die-with-parent', '--proc',
  '--new-session', '--cap-drop', '--dev', '--ro-bind-try', '--ro-bind', '--remount-ro',
  '--bind', '--chdir',
  '--array', '--signal', '--open-mode', '--parsable', '--dependency',
  '--namespace',
    '--selector',
    '--ignore-not-found',
    '--tail',
    '--build-arg',
    '--env',
    '--vfs-cache-mode',
]);

/** An option, and no property of a style sheet. */
const option = /(?<![\w-])(?<!var\()--[a-z][a-z-]*[a-z](?![\w-]*:)/g;

let place: Workplace;
let known: ReadonlySet<string>;

beforeAll(async () => {
  place = workplace();
  const help = async (...args: string[]) =>
    (await place.wasmetrics([...args, '--help', 'all'])).stdout;
  const commandsOf = (page: string) =>
    [...page.matchAll(/^ {2}([a-z][a-z-]*)\b/gm)].flatMap(([, name]) =>
      name === 'help' ? [] : [name!],
    );
  const pages: string[] = [await help()];
  for (const command of commandsOf(pages[0]!)) {
    const page = await help(command);
    pages.push(page);
    const [, below] = page.split('\nCommands:\n');
    for (const inner of commandsOf(below ?? '')) pages.push(await help(command, inner));
  }
  known = new Set(pages.flatMap((page) => page.match(option) ?? []));
});
afterAll(() => place.remove());

/** Sources that name options of this program; those of `interchange`, its sentences and `bench` name options of others. */
const ours = (folder: string) =>
  filesOf(folder).filter(
    (path) =>
      !/^(bindings\/(interchange|words\/.*errors\/interchange)|cli\/bench\/programs)\//.test(path),
  );

/** The texts of a source file, without comments and code. */
function literalsOf(path: string): string {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) texts.push(node.text);
    if (ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(sourceFile(path));
  return texts.join('\n');
}

function unknownIn(path: string, text: string): string[] {
  return (text.match(option) ?? [])
    .filter((name) => !known.has(name) && !foreign.has(name))
    .map((name) => `${path}: ${name}`);
}

test('the options of all commands are read', () => {
  expect([...known]).toEqual(expect.arrayContaining(['--multipliers', '--absorb', '--orders']));
  expect(known.size).toBeGreaterThan(80);
});

test.each(['bindings', 'cli'])('texts of %s name options that exist', (folder) => {
  const unknown = ours(folder).flatMap((path) => unknownIn(path, literalsOf(path)));
  expect(unknown).toEqual([]);
});

test('pages name options that exist', () => {
  const pages = [...filesOf('docs', '.md'), 'README.md', 'examples/README.md'];
  const unknown = pages.flatMap((path) => unknownIn(path, readFileSync(join(root, path), 'utf8')));
  expect(unknown).toEqual([]);
});
