/** What the types of results promise is there when a fit is made, and what they rule out is not. */
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { dpd, gmm, iv, ols, panel } from 'wasmetrics';
import { declarationsOf, program } from './program.js';

const checker = program().getTypeChecker();
const source = program().getSourceFile(declarationsOf('types.d.ts'))!;
const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source)!);

function typeOf(name: string): ts.Type {
  const symbol = exported.find((one) => one.name === name)!;
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  return checker.getDeclaredTypeOfSymbol(isAlias ? checker.getAliasedSymbol(symbol) : symbol);
}

/** Where a value is not of its type, as far as keys are concerned. */
function wrongAt(type: ts.Type, value: unknown, path: string): string[] {
  if (type.isUnion()) {
    const found = type.types.map((one) => wrongAt(one, value, path));
    return found.some((wrong) => wrong.length === 0) ? [] : found[0]!;
  }
  if ((type.flags & ts.TypeFlags.Never) !== 0)
    return value === undefined ? [] : [`${path} is there`];
  if ((type.flags & ts.TypeFlags.Undefined) !== 0)
    return value === undefined ? [] : [`${path} is there`];
  if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0)
    return value === undefined ? [`${path} is missing`] : [];
  if (typeof value !== 'object' || value === null) return [`${path} is no object`];
  if (checker.isArrayType(type)) {
    const [item] = checker.getTypeArguments(type as ts.TypeReference);
    return (value as unknown[]).flatMap((one, i) => wrongAt(item!, one, `${path}[${i}]`));
  }
  if (checker.isTupleType(type)) return [];
  return checker.getPropertiesOfType(type).flatMap((key) => {
    const part = (value as Readonly<Record<string, unknown>>)[key.name];
    const isOptional = (key.flags & ts.SymbolFlags.Optional) !== 0;
    return isOptional && part === undefined
      ? []
      : wrongAt(checker.getTypeOfSymbol(key), part, `${path}.${key.name}`);
  });
}

const rows = Array.from({ length: 60 }, (_, i) => ({
  y: Math.cos(1.3 * i) + 0.2 * (i % 7) + Math.sin(i * i),
  constant: 3,
  x: Math.sin(2 * i) + 0.05 * i,
  twice: 2 * (Math.sin(2 * i) + 0.05 * i),
  v: Math.cos(0.7 * i * i),
  z: Math.sin(3.1 * i) + Math.sin(2 * i),
  z2: Math.cos(5.3 * i),
  id: Math.floor(i / 6),
  t: i % 6,
}));
const over = { panel: { unit: 'id', time: 't' } } as const;
const formula = 'y ~ x + v';
const instrumented = 'y ~ v | x ~ z + z2';
const dynamic = {
  ...over,
  formula: 'y ~ L.y + x',
  gmm: [{ vars: 'y', lags: [2, 2], collapse: true }],
  iv: [{ vars: 'x' }],
} as const;

const cases: readonly (readonly [type: string, options: string, fit: () => Promise<unknown>])[] = [
  ['OlsResult', 'plain', () => ols(rows, formula)],
  ['OlsResult', 'z', () => ols(rows, { formula, vcov: { small: false } })],
  ['OlsResult', 'absorbed', () => ols(rows, 'y ~ x + v | id + t')],
  ['OlsResult', 'without constant', () => ols(rows, 'y ~ x - 1')],
  ['OlsResult', 'constant outcome', () => ols(rows, 'constant ~ x')],
  ...(['within', 'twoway', 'random', 'between', 'first-difference', 'pooled'] as const).map(
    (effects) =>
      ['PanelResult', effects, () => panel(rows, { ...over, formula, effects })] as const,
  ),
  ['PanelResult', 'clustered', () => panel(rows, { ...over, formula, vcov: 'cluster:id' })],
  ...(['2sls', 'liml', 'fuller'] as const).map(
    (method) => ['IvResult', method, () => iv(rows, { formula: instrumented, method })] as const,
  ),
  ['IvResult', 'exactly identified', () => iv(rows, 'y ~ v | x ~ z')],
  ['IvResult', 'no tests', () => iv(rows, { formula: instrumented, diagnostics: false })],
  ['IvResult', 'small', () => iv(rows, { formula: instrumented, vcov: { small: true } })],
  ['IvResult', 'within', () => iv(rows, { ...over, formula: instrumented, effects: 'within' })],
  ['IvResult', 'perfect fit', () => iv(rows, 'twice ~ 1 | x ~ z')],
  ...(['one-step', 'two-step', 'iterated', 'cue'] as const).map(
    (method) => ['GmmResult', method, () => gmm(rows, { formula: instrumented, method })] as const,
  ),
  ['GmmResult', 'no tests', () => gmm(rows, { formula: instrumented, diagnostics: false })],
  ...([1, 2, 'iterated', 'cue'] as const).map(
    (steps) => ['DpdResult', String(steps), () => dpd(rows, { ...dynamic, steps })] as const,
  ),
  ['DpdResult', 'difference', () => dpd(rows, { ...dynamic, system: false })],
  ['DpdResult', 'small', () => dpd(rows, { ...dynamic, vcov: { small: true } })],
];

describe.each(cases)('%s, %s', (type, _, fit) => {
  test('has the keys that its type requires, and none that it rules out', async () => {
    const result = await fit();
    expect(checker.getPropertiesOfType(typeOf(type)).length).toBeGreaterThan(30);
    expect(wrongAt(typeOf(type), result, type)).toEqual([]);
  });
});

test('a key that is missing or ruled out is found', async () => {
  const changed = { ...(await ols(rows, formula)), dfResid: undefined, longRun: {} };
  expect(wrongAt(typeOf('OlsResult'), changed, 'fit').sort()).toEqual([
    'fit.dfResid is missing',
    'fit.longRun is there',
  ]);
});
