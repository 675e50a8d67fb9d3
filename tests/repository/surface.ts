/** The names that the package exports, with what they are. */
import ts from 'typescript';
import { declarationsOf, program } from './program.js';

const heading = `What a user of the package can import, as its built declarations say it; checked by package.test.ts.
After a change that is meant: npm run build && npx vitest run tests/repository/package.test.ts -u
A name that goes or changes its meaning is a breaking change: say so in CHANGELOG.md and docs/migrating.md.
`;

/** A line for each name of an entry point, in alphabetical order: class, constant, function or type, and the name. */
export function surface(entryPoint = 'index.d.ts'): string {
  const checker = program().getTypeChecker();
  const source = program().getSourceFile(declarationsOf(entryPoint))!;
  const entry = checker.getSymbolAtLocation(source)!;
  const lines = checker
    .getExportsOfModule(entry)
    .map((symbol) => ({ name: symbol.name, kind: kindOf(checker, symbol) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, kind }) => `${kind} ${name}`);
  return [heading, ...lines, ''].join('\n');
}

function kindOf(checker: ts.TypeChecker, symbol: ts.Symbol): string {
  const alias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const { flags } = alias ? checker.getAliasedSymbol(symbol) : symbol;
  if ((flags & ts.SymbolFlags.Class) !== 0) return 'class';
  if ((flags & ts.SymbolFlags.Function) !== 0) return 'function';
  if ((flags & ts.SymbolFlags.Variable) !== 0) return 'constant';
  return 'type';
}
