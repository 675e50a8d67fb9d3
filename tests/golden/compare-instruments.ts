/** Tests of models with instruments, beside those that other models have. */
import type { FitResult, Tests } from '../../bindings/results/fit.js';
import type { ByName } from '../../bindings/results/common.js';
import { type Check, compareTest, type ExpectedTest, relative, type Tolerance } from './check.js';

export interface ExpectedFirstStage {
  readonly endogenous: string;
  readonly params?: ByName;
  readonly stdErrors?: ByName;
  readonly partialF?: ExpectedTest;
  readonly partialR2?: number;
  readonly sheaR2?: number;
  readonly swF?: ExpectedTest;
}

const names = [
  ...(['basmann', 'basmannF', 'andersonRubinLR', 'wooldridgeScore'] as const),
  ...(['durbin', 'wuHausman', 'robustScore', 'robustRegressionF'] as const),
  ...(['anderson', 'andersonRubin', 'andersonRubinChi2', 'kleibergenPaapLM'] as const),
] as const;

export type ExpectedInstruments = Partial<Record<(typeof names)[number], ExpectedTest>> & {
  readonly kappa?: number;
  readonly firstStage?: readonly ExpectedFirstStage[];
};

export function compareInstruments(
  expected: ExpectedInstruments,
  found: FitResult,
  tolerance: Tolerance,
): Check[] {
  return [
    ...compareKappa(expected.kappa, found.kappa, tolerance),
    ...names.flatMap((name) => compareTest(name, expected[name], found.tests[name], tolerance)),
    ...(expected.firstStage ?? []).flatMap((stage) => compareStage(stage, found.tests, tolerance)),
  ];
}

function compareKappa(expected: number | undefined, found: unknown, { stat }: Tolerance): Check[] {
  return expected === undefined ? [] : [relative('kappa', 'stats', { expected, found }, stat)];
}

function compareStage(stage: ExpectedFirstStage, tests: Tests, tolerance: Tolerance): Check[] {
  const own = tests.firstStage?.find(({ endogenous }) => endogenous === stage.endogenous);
  const title = `first stage of ${stage.endogenous}`;
  const table = (kind: 'params' | 'stdErrors') =>
    Object.entries(stage[kind] ?? {}).map(([name, expected]) =>
      relative(`${title} ${kind} ${name}`, kind, { expected, found: own?.[kind][name] }, tolerance[kind]),
    );
  const share = (name: 'partialR2' | 'sheaR2') => {
    const expected = stage[name];
    if (expected === undefined) return [];
    return [relative(`${title} ${name}`, 'stats', { expected, found: own?.[name] }, tolerance.stat)];
  };
  return [
    ...table('params'),
    ...table('stdErrors'),
    ...share('partialR2'),
    ...share('sheaR2'),
    ...compareTest(`${title} partialF`, stage.partialF, own?.partialF, tolerance),
    ...compareTest(`${title} swF`, stage.swF, own?.swF, tolerance),
  ];
}
