/** Numbers of `assembly/codes.ts` are declared there and nowhere else, neither in the core nor in the bindings. */
import ts from 'typescript';
import { expect, test } from 'vitest';
import * as codes from '../../bindings/generated/codes.js';
import { filesOf, sourceFile } from './program.js';

type Group = Readonly<Record<string, number>>;

const groups: readonly Group[] = Object.values(codes);
const numbers = new Set(groups.flatMap((group) => Object.entries(group).map(declared)));

const sources = ['assembly', 'bindings']
  .flatMap((folder) => filesOf(folder))
  .filter((path) => path !== 'assembly/codes.ts');

/** A name and its number, however the name is written: `DRISCOLL_KRAAY` and `driscoll-kraay` are the same. */
function declared([name, number]: readonly [string, number]): string {
  return `${name.replace(/[-_]/g, '').toLowerCase()} = ${number}`;
}

function numberOf(node: ts.Expression | undefined): number {
  if (node === undefined || !ts.isNumericLiteral(node)) return NaN;
  return Number(node.text);
}

/** True for a constant with the name and number of a code, and for an object with two words of one group. */
function repeats(node: ts.Node): boolean {
  if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) {
    const { text } = node.name;
    return text === text.toUpperCase() && numbers.has(declared([text, numberOf(node.initializer)]));
  }
  if (!ts.isObjectLiteralExpression(node)) return false;
  const entries = node.properties
    .filter(ts.isPropertyAssignment)
    .flatMap(({ name, initializer }) => {
      return ts.isIdentifier(name) || ts.isStringLiteral(name)
        ? [[name.text, numberOf(initializer)] as const]
        : [];
    });
  return groups.some((group) => entries.filter(([word, n]) => group[word] === n).length > 1);
}

/** The second declarations in a source, each with its line. */
function repetitions(path: string, source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (repeats(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${path}:${line + 1}: ${node.getText().slice(0, 80)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test('no number of codes.ts is declared a second time', () => {
  expect(sources.flatMap((path) => repetitions(path, sourceFile(path)))).toEqual([]);
});

test('a second declaration is found in both languages', () => {
  const found = (text: string) =>
    repetitions('a.ts', ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true));
  expect(found('const DRISCOLL_KRAAY: i32 = 10;')).toHaveLength(1);
  expect(found('const effects = { within: 0, random: 1 } as const;')).toHaveLength(1);
  expect(found('const DRISCOLL_KRAAY: i32 = 11; const size = { first: 1 };')).toEqual([]);
});

test('words of options have the numbers of their members', () => {
  expect(codes.Covariance).toMatchObject({ HC1: 2, CV1: 6, hac: 9, 'driscoll-kraay': 10 });
  expect(codes.Steps).toEqual({ 'one-step': 1, 'two-step': 2, iterated: 3, cue: 4 });
});
