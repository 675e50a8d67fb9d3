/** Every tier keeps to what it promises, and no test is skipped or asks a clock. */
import { dirname, join, matchesGlob } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { longest, tiers } from '../tiers.js';
import { filesOf, sourceFile } from './program.js';

const files = filesOf('tests', '.test.ts');

type Tier = keyof typeof tiers;

/** The first tier that lists the file, which vitest takes too. */
function tierOf(file: string): Tier {
  const all = Object.entries(tiers) as unknown as readonly [Tier, readonly string[]][];
  return all.find(([, patterns]) => patterns.some((pattern) => matchesGlob(file, pattern)))![0];
}

const filesWith = (pattern: RegExp) => files.filter((file) => pattern.test(sourceFile(file).text));

test.each(Object.keys(tiers))('the tier %s has tests', (name) => {
  expect(files.filter((file) => tierOf(file) === name)).not.toEqual([]);
});

test('each pattern of a tier lists a file', () => {
  const patterns = Object.values(tiers).flat();
  expect(patterns.filter((pattern) => !files.some((file) => matchesGlob(file, pattern)))).toEqual(
    [],
  );
});

test('the longest files are tests', () => {
  expect(longest.filter((file) => !files.includes(file))).toEqual([]);
});

/** What only tests of some tiers import or ask for. */
const reserved: readonly [what: string, sign: RegExp, allowed: readonly Tier[]][] = [
  [
    'other programs',
    /from '(?:node:child_process|[./]+installed\.js)'/,
    ['programs', 'threads', 'browser', 'repository'],
  ],
  ['random inputs', /from '(?:fast-check|[./]+fuzz\/[^']+)'/, ['properties', 'repository']],
  [
    'threads',
    /from 'node:worker_threads'|\bworkers: [1-9]/,
    ['threads', 'properties', 'programs', 'commandline', 'browser', 'repository'],
  ],
];

test.each(reserved)('%s are in tiers of their own', (_, sign, allowed) => {
  expect(filesWith(sign).filter((file) => !allowed.includes(tierOf(file)))).toEqual([]);
});

/** Calls such as `it.skip`; a condition is allowed if it is the operating system. */
function skipsIn(file: string): string[] {
  const skips: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isPropertyAccessExpression(node) &&
      /^(?:it|test|describe)$/.test(node.expression.getText())
    ) {
      const call = node.parent.getText();
      const isSkip = /^(?:skip|todo|only|fails|skipIf|runIf)$/.test(node.name.text);
      if (isSkip && !/^\w+\.\w+\(process\.platform [!=]== '\w+'\)/.test(call))
        skips.push(`${file}: ${call}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceFile(file));
  return skips;
}

test('no test is skipped', () => {
  expect(files.flatMap(skipsIn)).toEqual([]);
});

/** The file and what it imports of the tests, also by other files. */
function withImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const { importedFiles } = ts.preProcessFile(sourceFile(file).text);
  for (const { fileName } of importedFiles) {
    const path = join(dirname(file), fileName.replace(/\.js$/, '.ts'));
    if (fileName.startsWith('.') && path.startsWith('tests/') && path.endsWith('.ts'))
      withImports(path, found);
  }
  return found;
}

const timed = files.filter((file) => tierOf(file) !== 'repository');

test('no test asks a clock or for the peak of memory, also not by its imports', () => {
  const clocks = /performance\.now|hrtime|cpuUsage|resourceUsage|AbortSignal\.timeout/;
  const asking = (file: string) =>
    [...withImports(file)].filter((path) => clocks.test(sourceFile(path).text));
  expect([...new Set(timed.flatMap(asking))]).toEqual([]);
});

test('what a test waits for has a minute at least, as other machines are slower', () => {
  const waits = (file: string) =>
    [...sourceFile(file).text.matchAll(/\btimeout: ([\d_]+)/g)].flatMap(([text, ms]) =>
      Number(ms!.replaceAll('_', '')) < 60_000 ? [`${file}: ${text}`] : [],
    );
  expect([...new Set(timed.flatMap((file) => [...withImports(file)]))].flatMap(waits)).toEqual([]);
});
