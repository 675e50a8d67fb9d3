/** The names that the package exports, with what they are. */
import ts from 'typescript';
import { entries } from '../../scripts/bundling/entries.js';
import { declarationsOf, program } from './program.js';

const heading = `What a user can import from this entry point, as its built declarations say it; checked by entries.test.ts.
After a change that is meant: npm run build && npx vitest run tests/repository/entries.test.ts -u
A name that goes or changes its meaning is a breaking change: say so in CHANGELOG.md and docs/migrating.md.
`;

/** The entry points: the root is `index`. */
export const entryPoints: readonly string[] = ['index', ...Object.keys(entries)];

interface Exported {
  readonly name: string;
  readonly kind: 'class' | 'constant' | 'function' | 'type';
}

/** The names of an entry point, in alphabetical order. */
export function exportsOf(entryPoint: string): readonly Exported[] {
  const checker = program().getTypeChecker();
  const source = program().getSourceFile(declarationsOf(`${entryPoint}.d.ts`))!;
  return checker
    .getExportsOfModule(checker.getSymbolAtLocation(source)!)
    .map((symbol) => ({ name: symbol.name, kind: kindOf(checker, symbol) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The names of an entry point that are not types. */
export const valuesOf = (entryPoint: string): readonly string[] =>
  exportsOf(entryPoint).flatMap(({ name, kind }) => (kind === 'type' ? [] : [name]));

/** A line for each name of an entry point: class, constant, function or type, and the name. */
export function surface(entryPoint: string): string {
  const lines = exportsOf(entryPoint).map(({ name, kind }) => `${kind} ${name}`);
  return [heading, ...lines, ''].join('\n');
}

function kindOf(checker: ts.TypeChecker, symbol: ts.Symbol): Exported['kind'] {
  const alias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const { flags } = alias ? checker.getAliasedSymbol(symbol) : symbol;
  if ((flags & ts.SymbolFlags.Class) !== 0) return 'class';
  if ((flags & ts.SymbolFlags.Function) !== 0) return 'function';
  if ((flags & ts.SymbolFlags.Variable) !== 0) return 'constant';
  return 'type';
}
