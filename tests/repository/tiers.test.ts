/** Every tier keeps to what it promises, and no test is skipped or asks a clock. */
import { matchesGlob } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { tiers } from '../tiers.js';
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

test('no test asks a clock: times are for bench/', () => {
  expect(
    filesWith(/performance\.now|hrtime|cpuUsage/).filter((file) => tierOf(file) !== 'repository'),
  ).toEqual([]);
});
