/** No code reads its own messages: what it needs is in the code, the detail or the parts of an error. Each one is used. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { filesOf, root, sourceFile } from './program.js';

/** Places that read sentences of other programs, or the lines below a message. */
const others: Readonly<Record<string, string>> = {
  'bindings/data/readers/sql.ts': 'DuckDB',
  'bindings/paper/study/error-text.ts': 'the lines below a message, which it keeps as they are',
  'bindings/paper/tables/paper/joined-warnings.ts': 'the full stop of a note',
  'bindings/words/expects.ts': 'valibot',
  'bullmq/server.ts': 'Redis',
  'bullmq/watch.ts': 'Redis',
  'bullmq/collect.ts': 'Redis',
  'bullmq/worker.ts': 'BullMQ',
  'cli/exit.ts': 'commander',
  'cli/help/refusals.ts': 'commander',
  'cli/yaml.ts': 'yaml',
};

const reading =
  /\bmessage!?\.(?:replace|replaceAll|match|matchAll|includes|startsWith|endsWith|split|search)\(|\.(?:test|exec)\([^()]*\bmessage\)|\.test\(\(error as Error\)\.message\)/;

const reads = (text: string) => text.split('\n').some((line) => reading.test(line));

test('no code reads a sentence of its own', () => {
  const files = ['bindings', 'bullmq', 'cli', 'web'].flatMap((folder) => filesOf(folder));
  const found = files
    .map((file) => relative(root, file))
    .filter(
      (file) => !file.includes('generated') && reads(readFileSync(`${root}/${file}`, 'utf8')),
    );
  expect(found.sort()).toEqual(Object.keys(others).sort());
});

/** How sources name the sentences of the families of a file: `family.name` or `family['name']`. */
function usesOf(file: string): string[] {
  const families = sourceFile(file)
    .statements.filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
  return families.flatMap(({ name, initializer }) => {
    if (initializer === undefined || !ts.isCallExpression(initializer)) return [];
    const [, sentences] = initializer.arguments;
    if (initializer.expression.getText() !== 'family') return [];
    return (sentences as ts.ObjectLiteralExpression).properties.map(({ name: key }) =>
      ts.isStringLiteral(key!)
        ? `${name.getText()}['${key.text}']`
        : `${name.getText()}.${key!.getText()}`,
    );
  });
}

test('each sentence of a family is said', () => {
  const uses = filesOf('bindings/words').flatMap(usesOf);
  const sources = ['bindings', 'bullmq', 'cli', 'web'].flatMap((folder) => filesOf(folder));
  const text = sources.map((file) => readFileSync(`${root}/${file}`, 'utf8')).join('\n');
  expect(uses.length).toBeGreaterThan(200);
  expect(uses.filter((use) => !text.includes(use))).toEqual([]);
});
