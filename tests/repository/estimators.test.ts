/** An estimator is a folder on each side and its lines in a few lists: no other file names all of them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { estimatorNames } from '../../bindings/models/registry.js';
import { filesOf, root, sourceFile } from './program.js';

/** The lists that the recipe of an estimator in CONTRIBUTING names. */
const lists = [
  'assembly/index.ts',
  'bindings/models/estimator-types.ts',
  'bindings/models/functions/estimate.ts',
  'bindings/models/reading/load-estimator.ts',
  'bindings/models/readers.ts',
  'bindings/models/registry.ts',
];

/** An estimator may have its lines here: words, other programs, flags of its own. The build writes the keys. */
const others = [
  'bindings/models/companions/titles.ts',
  'bindings/interchange/export.ts',
  'cli/estimators/index.ts',
  'cli/estimators/model-keys.ts',
];

const capital = (name: string) => `${name[0]!.toUpperCase()}${name.slice(1)}`;

/** True if an identifier or a text is the name of an estimator, or has it as one of its words. */
function names(text: string, estimator: string): boolean {
  const words = `^${estimator}(?=[A-Z_]|$)|${capital(estimator)}(?![a-z])|/${estimator}/`;
  return new RegExp(words).test(text);
}

/** True if a file names each of the estimators. */
function namesAll(path: string, estimators: readonly string[]): boolean {
  const source = sourceFile(path).text.toLowerCase();
  if (!estimators.every((one) => source.includes(one))) return false;
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) {
      for (const one of estimators) if (names(node.text, one)) found.add(one);
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceFile(path));
  return found.size === estimators.length;
}

/** Estimators with a folder in the core. */
const inCore = readdirSync(join(root, 'assembly/estimators')).filter((name) =>
  (estimatorNames() as readonly string[]).includes(name),
);

test('six files outside its folders change with an estimator', () => {
  expect(inCore.length).toBeGreaterThan(3);
  const sides = [
    ['assembly', inCore],
    ...['bindings', 'bullmq', 'cli', 'web'].map((side) => [side, estimatorNames()] as const),
  ] as const;
  const listing = sides.flatMap(([side, estimators]) => {
    const own = new RegExp(`/(?:models|estimators)/(?:${estimators.join('|')})/`);
    return filesOf(side)
      .filter((path) => !own.test(path))
      .filter((path) => namesAll(path, estimators));
  });
  expect(listing.sort()).toEqual([...lists, ...others].sort());
});
