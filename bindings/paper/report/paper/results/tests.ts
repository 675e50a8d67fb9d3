/** Tests of hypotheses, functions of coefficients, diagnostics and Hausman tests as lines of a table. */
import type { PermutationTest } from '../../../../results/bootstrap/permutation.js';
import type { MultipleTests } from '../../../../results/hypotheses.js';
import type { FunctionResult } from '../../../../results/inference/delta-method.js';
import type { Diagnostics } from '../../../../results/inference/diagnostics.js';
import type { HausmanTest } from '../../../../results/inference/hausman.js';
import type { WaldTest } from '../../../../results/inference/wald.js';
import type { Test } from '../../../../results/test.js';
import type { TestReport } from '../../../../results/tests.js';
import { entryOf } from '../../../tables/term-name.js';
import type { Line, LineColumn } from '../../../tables/paper/kinds/lines-table.js';
import { labelOf, missingTests, testLine } from '../../../tables/paper/kinds/test-table.js';
import { termLabel } from '../../../tables/paper/parts/terms.js';
import type { Settings } from '../../../tables/paper/settings.js';
import { testColumns, type ResultLines } from './columns.js';

/** Each kind of test is a group of lines. A test that does not exist is a warning. */
export function reportLines(report: TestReport, settings: Settings): ResultLines {
  const { wald, bootstrap, functions = [], diagnostics, hausman } = report;
  const { words } = settings;
  const joint = { ...jointTests(wald), ...bootstrappedTests(bootstrap) };
  const assumptions = diagnosticTests(diagnostics);
  const specification: Tests = hausman === undefined ? {} : { hausman: hausman.test };
  const groups = [
    [...hypothesisLines(wald, settings), ...testLines(joint, settings)],
    functionLines(functions, settings),
    testLines(assumptions, settings),
    inflationLines(diagnostics, settings),
    [...gapLines(hausman, settings), ...testLines(specification, settings)],
  ];
  const all = { ...joint, ...assumptions, ...specification };
  const statistic = Object.keys(all).length === 0 ? report.statistic : undefined;
  return {
    columns: [
      ...testColumns({ statistic, level: report.level }, settings),
      { statistic: 'vif', head: words.lines.vif, kind: 'stat' },
    ],
    groups: groups.filter((lines) => lines.length > 0),
    warnings: [
      ...(bootstrap?.warnings ?? []),
      ...(hausman?.warnings ?? []),
      ...missingTests(all, settings),
    ],
    notes: [
      ...(wald?.oneSided === undefined ? [] : [words.lines.oneSided]),
      ...(bootstrap === undefined
        ? []
        : [words.bootstrap(bootstrap.scheme, String(bootstrap.completed), String(bootstrap.seed))]),
    ],
  };
}

type Tests = Readonly<Record<string, Test>>;

function jointTests(wald: WaldTest | undefined): Tests {
  if (wald === undefined || wald.oneSided !== undefined || wald.hypotheses.length < 2) return {};
  return { [wald.reference?.distribution === 'HTZ' ? 'htz' : 'joint']: wald.test };
}

/** The joint test of a wild bootstrap. */
function bootstrappedTests(bootstrap: TestReport['bootstrap']): Tests {
  const test = bootstrap?.tests?.joint?.[0];
  return test === undefined ? {} : { wildJoint: test };
}

function testLines(tests: Tests, settings: Settings): Line[] {
  return Object.entries(tests).flatMap(([name, test]) =>
    test.stat === null ? [] : [testLine(name, labelOf(name, settings), test)],
  );
}

/** The tests of assumptions by their names; those of serial correlation with their order. */
function diagnosticTests(all: Diagnostics | undefined): Tests {
  if (all === undefined) return {};
  const { breuschPagan, breuschPaganF, breuschPaganNormal, cookWeisberg, white } = all;
  const { breuschGodfrey, durbinWatson, reset, jarqueBera } = all;
  const serial = breuschGodfrey.flatMap(({ order, lm, f }) => [
    [`Breusch-Godfrey(${order})`, lm] as const,
    [`Breusch-Godfrey(${order}) F`, f] as const,
  ]);
  const moments = { breuschPagan, breuschPaganF, breuschPaganNormal, cookWeisberg, white };
  const others = { durbinWatson: durbinWatson as Test, reset, jarqueBera };
  return { ...moments, ...Object.fromEntries(serial), ...others };
}

function inflationLines(all: Diagnostics | undefined, settings: Settings): Line[] {
  return Object.entries(all?.vif ?? {}).map(([name, vif]) => ({
    name,
    label: termLabel(name, settings),
    values: { vif },
  }));
}

function hypothesisLines(wald: WaldTest | undefined, settings: Settings): Line[] {
  if (wald === undefined) return [];
  const { hypotheses, oneSided } = wald;
  const lines = functionLines(hypotheses, settings);
  if (oneSided === undefined) return lines;
  return lines.map((line) => ({ ...line, label: written(oneSided.alternative, settings) }));
}

function functionLines(functions: readonly FunctionResult[], settings: Settings): Line[] {
  return functions.map(({ expression, value, stdError, statistic, pValue: p, confInt }) => ({
    name: expression,
    label: written(expression, settings),
    values: { estimate: value, stdError, stat: statistic, p, interval: confInt },
    p,
  }));
}

/** An expression with the labels of its terms, unless it has a label of its own. */
function written(expression: string, settings: Settings): string {
  const label = entryOf(settings.labels, expression);
  if (label !== undefined) return label;
  return expression.replace(/[\p{L}_][\p{L}\p{N}_.]*(:[\p{L}_][\p{L}\p{N}_.]*)*/gu, (term) =>
    entryOf(settings.labels, term.split(':')[0]!) === undefined ? term : termLabel(term, settings),
  );
}

/** A coefficient, after the number or the outcome of its model if there are several. */
function hypothesisLabel(name: string, settings: Settings): string {
  const [, model, term] = /^(.+?): (.+)$/.exec(name) ?? [];
  if (term === undefined || entryOf(settings.labels, name) !== undefined) {
    return termLabel(name, settings);
  }
  const number = /^model (\d+)$/.exec(model!)?.[1];
  const head = number === undefined ? termLabel(model!, settings) : `(${number})`;
  return settings.words.column(head, termLabel(term, settings));
}

function gapLines(hausman: HausmanTest | undefined, settings: Settings): Line[] {
  if (hausman === undefined) return [];
  const { names, difference, stdErrors } = hausman;
  return names.map((name) => ({
    name,
    label: termLabel(name, settings),
    values: { estimate: difference[name]!, stdError: stdErrors[name] },
  }));
}

/** Hypotheses with p-values that account for their number; stars follow the first rule. */
export function hypothesesLines(result: MultipleTests, settings: Settings): ResultLines {
  const { adjust, hypotheses, warnings, bootstrap } = result;
  const { words } = settings;
  const first = adjust[0]!;
  const adjusted = adjust.map((rule): LineColumn => ({
    statistic: rule,
    head: words.lines.adjusted[rule],
    kind: 'p',
  }));
  const columns = testColumns({ level: 0.95 }, settings).slice(0, -1);
  return {
    columns: [
      ...columns,
      { statistic: 'bootstrapP', head: words.lines.bootstrapP, kind: 'p' },
      ...adjusted,
    ],
    groups: [
      hypotheses.map(
        ({ name, estimate, stdError, stat, pValue: p, bootstrapP, adjusted: byRule }) => ({
          name,
          label: hypothesisLabel(name, settings),
          values: { estimate, stdError, stat, p, bootstrapP, ...byRule },
          p: byRule[first],
        }),
      ),
    ],
    warnings,
    notes: [
      ...(bootstrap === undefined
        ? []
        : [words.bootstrap(bootstrap.scheme, String(bootstrap.used), String(bootstrap.seed))]),
      ...(Object.keys(settings.stars).length === 0
        ? []
        : [words.lines.starsBy(words.lines.adjusted[first])]),
    ],
  };
}

/** A permutation test has one line. */
export function permutationLines(test: PermutationTest, settings: Settings): ResultLines {
  const { of, estimate, stdError, stat, statisticName, pValue: p, monteCarloError } = test;
  const { reps, seed, enumerated, warnings } = test;
  const { words } = settings;
  const columns = testColumns({ statistic: statisticName, level: 0.95 }, settings);
  const values = { estimate, stdError, stat, p, monteCarloError };
  return {
    columns: [
      ...columns.slice(0, -1),
      { statistic: 'monteCarloError', head: words.lines.monteCarlo, kind: 'error' },
    ],
    groups: [[{ name: of, label: termLabel(of, settings), values, p }]],
    warnings,
    notes: [
      words.compared.drawn(
        words.compared.methods.permutation,
        settings.marked(String(reps)),
        String(seed),
      ),
    ].filter(() => !enumerated),
  };
}
