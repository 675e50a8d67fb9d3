/** The contract of estimators runs every public function that takes a fit, a model or results of any kind. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { declarationsOf, program } from './program.js';
import { entryPoints } from './surface.js';

const checker = program().getTypeChecker();

function exportsOf(entry: string): readonly ts.Symbol[] {
  const source = program().getSourceFile(declarationsOf(`${entry}.d.ts`))!;
  return checker.getExportsOfModule(checker.getSymbolAtLocation(source)!);
}

const resolved = (symbol: ts.Symbol) =>
  (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);

/** A type by its name, with `any` for its parameters. */
function typeNamed(entry: string, name: string): ts.Type {
  const symbol = resolved(exportsOf(entry).find((one) => one.name === name)!);
  return checker.getDeclaredTypeOfSymbol(symbol);
}

const fit = typeNamed('index', 'FitResult');
const model = typeNamed('index', 'ModelInput');
const models = model.isUnion() ? model.types : [model];

/**
 * Whether a parameter takes any fit or model, alone or in a list. Anything and nothing in particular do not count, nor the
 * results of one estimator.
 */
function takesFits(type: ts.Type): boolean {
  if ((type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0) return false;
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => {
    const [element] = checker.isArrayType(part)
      ? checker.getTypeArguments(part as ts.TypeReference)
      : [part];
    if (element === undefined || element.getProperties().length === 0) return false;
    const required = element
      .getProperties()
      .some(({ flags }) => (flags & ts.SymbolFlags.Optional) === 0);
    return required && [fit, ...models].some((one) => checker.isTypeAssignableTo(one, element));
  });
}

function analysesOf(entry: string): readonly string[] {
  return exportsOf(entry).flatMap((symbol) => {
    const target = resolved(symbol);
    if ((target.flags & ts.SymbolFlags.Value) === 0) return [];
    const calls = checker.getTypeOfSymbol(target).getCallSignatures();
    const parameters = calls.flatMap((call) => call.getParameters());
    return parameters.some((one) => takesFits(checker.getTypeOfSymbol(one))) ? [symbol.name] : [];
  });
}

const text = readFileSync('tests/bindings/models/contract/check-estimator.ts', 'utf8');

test('the contract runs each public function of fits and models', () => {
  const analyses = [...new Set(entryPoints.flatMap(analysesOf))].sort();
  expect(analyses.length).toBeGreaterThan(30);
  const missing = analyses.filter((name) => !text.includes(`library.${name}(`));
  expect(missing).toEqual([]);
});
