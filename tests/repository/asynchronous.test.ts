/**
 * Whatever computes is asynchronous and takes the same options: `signal`, `onProgress`, `workers` and `engine`. Whatever
 * only formats, or looks at what it is given, is synchronous. Functions of arrays return at once, after `ready()`, and so
 * does `parseCsv`, which is deprecated.
 */
import ts from 'typescript';
import { expect, test } from 'vitest';
import { arrayEntries } from '../../scripts/bundling/entries.js';
import { computing } from './computing.js';
import { declarationsOf, program } from './program.js';
import { entryPoints } from './surface.js';

/** Functions that make ready, or load what a format, a language or a model needs. They compute nothing. */
const loading = [
  ...['init', 'ready', 'compileCore', 'loadEngine', 'configure'],
  ...[
    'explainIn',
    'readPrintedPdf',
    'renderFigure',
    'renderTable',
    'renderTables',
    'severalModels',
    'overlappingSamples',
  ],
];

const checker = program().getTypeChecker();
const isPromise = (type: ts.Type): boolean =>
  type.isUnion() ? type.types.some(isPromise) : type.getProperty('then') !== undefined;

/** Whether a call returns a promise, and which options its parameters have. */
function callsOf(symbol: ts.Symbol) {
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  if ((target.flags & ts.SymbolFlags.Value) === 0) return [];
  return checker
    .getTypeOfSymbol(target)
    .getCallSignatures()
    .map((call) => ({
      isAsync: isPromise(checker.getReturnTypeOfSignature(call)),
      options: call.getParameters().flatMap((parameter) => keysOf(parameter)),
    }));
}

function keysOf(parameter: ts.Symbol): readonly string[] {
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(parameter));
  const parts = type.isUnion() ? type.types : [type];
  return parts.flatMap((part) => checker.getApparentType(part).getProperties().map(nameOf));
}
const nameOf = ({ name }: ts.Symbol) => name;

function exportsOf(entry: string) {
  const source = program().getSourceFile(declarationsOf(`${entry}.d.ts`))!;
  return checker.getExportsOfModule(checker.getSymbolAtLocation(source)!);
}

test.each(entryPoints)('functions of %s are asynchronous if they compute', (entry) => {
  const promising = exportsOf(entry).filter((symbol) =>
    callsOf(symbol).some(({ isAsync }) => isAsync),
  );
  const names = promising.map(nameOf).filter((name) => !loading.includes(name));
  expect(names.sort()).toEqual([...(computing[entry] ?? [])].sort());
});

test.each(Object.entries(computing))(
  'functions of %s that compute take the options',
  (entry, names) => {
    const lacking = exportsOf(entry)
      .filter(({ name }) => names.includes(name))
      .flatMap((symbol) =>
        callsOf(symbol).flatMap(({ options }) =>
          ['signal', 'onProgress', 'workers', 'engine']
            .filter((key) => !options.includes(key))
            .map((key) => `${symbol.name}: ${key}`),
        ),
      );
    expect(lacking).toEqual([]);
  },
);

test('array functions are in entry points that are known to the table', () => {
  const known = [...Object.keys(computing), ...arrayEntries, 'types'];
  expect(entryPoints.filter((entry) => !known.includes(entry))).toEqual([]);
});
