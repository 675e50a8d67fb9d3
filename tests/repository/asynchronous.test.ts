/**
 * Which functions return a promise: what estimates, tests, draws or reads files, and figures and tables that compute or
 * load a package. The others look at what they are given, or format it. `describeData`, `panelReport` and `parseCsv`, which
 * work on a table or a text in memory, return at once.
 */
import ts from 'typescript';
import { expect, test } from 'vitest';
import { arrayEntries } from '../../scripts/bundling/entries.js';
import { declarationsOf, program } from './program.js';
import { entryPoints } from './surface.js';

const always = ['init', 'ready'];
const asynchronous: Readonly<Record<string, readonly string[]>> = {
  index: [
    ...[
      'augment',
      'bootstrap',
      'compareDesigns',
      'compareGroups',
      'compileCore',
      'configure',
      'delta',
    ],
    ...['diagnostics', 'dpd', 'fit', 'fitFile', 'fitModel', 'gmm', 'hausman', 'influence', 'init'],
    ...[
      'instruments',
      'iv',
      'loadEngine',
      'margins',
      'multipleTests',
      'multiverse',
      'ols',
      'panel',
    ],
    ...['permutationTest', 'predict', 'simulatePower', 'wald', 'weakIdentification', 'withData'],
  ],
  data: [
    ...['compositeIndex', 'convertTable', 'correlate', 'prepareData', 'readSql', 'readTable'],
    ...['resolveNames', ...always],
  ],
  report: [
    ...['bootstrapFigure', 'coefficientFigure', 'confidenceFigure', 'eventFigure', 'explainIn'],
    ...['marginsFigure', 'powerFigure', 'renderFigure', 'renderTable', 'renderTables', ...always],
  ],
  study: ['judgeClaims', 'runStudy', ...always],
  audit: ['auditTable', ...always],
  interchange: ['compatReport', ...always],
  bundle: ['bundleCodebook', 'syntheticTable', ...always],
  jobs: ['bootstrapStored', 'collectStored', 'computeJobs', ...always],
  types: [],
};

/** The functions of an entry point that return a promise, in every or in some overload. */
function promising(entry: string): string[] {
  const checker = program().getTypeChecker();
  const source = program().getSourceFile(declarationsOf(`${entry}.d.ts`))!;
  const isPromise = (type: ts.Type) => type.getProperty('then') !== undefined;
  return checker
    .getExportsOfModule(checker.getSymbolAtLocation(source)!)
    .filter((symbol) => {
      const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
      const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
      if ((target.flags & ts.SymbolFlags.Value) === 0) return false;
      const calls = checker.getTypeOfSymbol(target).getCallSignatures();
      const returned = calls.map((call) => checker.getReturnTypeOfSignature(call));
      return returned.some((type) =>
        type.isUnion() ? type.types.some(isPromise) : isPromise(type),
      );
    })
    .map(({ name }) => name)
    .sort();
}

test.each(entryPoints.filter((entry) => !arrayEntries.includes(entry)))(
  'of %s return a promise exactly those that compute or read',
  (entry) => {
    expect(promising(entry)).toEqual([...asynchronous[entry]!].sort());
  },
);
