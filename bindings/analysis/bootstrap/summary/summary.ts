import type { Engine } from '../../../core/engine/engine.js';
import { ReplicateStatus } from '../../../generated/codes.js';
import type {
  BootstrapResult,
  BootstrapSummary,
  BootstrapTests,
  FitResult,
  JackknifeResult,
} from '../../../results/fit.js';
import { bootstrapTests, countBeyond } from './tests/dpd-tests.js';
import type { OfWildTests } from './inferences.js';
import type { LeaveOneOut, Jackknife } from './jackknife.js';
import { stdErrorName } from './statistics.js';
import { derive, functionsOf, type Quantities, type Quantity } from './quantities.js';
import type { Replicates } from '../replicates.js';
import { summarize } from './summarize.js';
import type { SummaryOptions } from './options.js';
import type { ByName, Warning } from '../../../results/common.js';
import { bootstrapWarnings } from '../../../words/en/warnings/bootstraps/bootstrap.js';
import { warning } from '../../../words/warning.js';

/**
 * Summaries that only regressions have. They are separate so that a page with only dynamic panels does not contain
 * them.
 */
export interface OfRegressions {
  readonly ofWildTests: OfWildTests;
  readonly tests: (
    engine: Engine,
    fit: FitResult,
    replicates: Replicates,
    options: SummaryOptions,
  ) => Pick<BootstrapTests, 'firstStageF' | 'andersonRubin' | 'joint'>;
}

export interface More {
  /** The expressions of the options. */
  readonly expressions?: readonly Quantity[];
  readonly regressions?: OfRegressions | undefined;
}

/**
 * Summarises a run: `summarize` for the coefficients, and summaries of the fit's long-run effects and of expressions,
 * each computed from the coefficients of every replicate. Bootstrapped tests and the jackknife are added.
 */
export function summarizeRun(
  engine: Engine,
  fit: FitResult,
  replicates: Replicates,
  options: SummaryOptions,
  { expressions: written = [], regressions }: More,
): BootstrapResult {
  const { tests = [], joint = [], jackknife } = options;
  const boot = summarize(engine, fit, replicates, options, regressions?.ofWildTests);
  const { longRun, expressions } = functionsOf(fit, written);
  const given = quantityOptions(options);
  const summaryOf = ({ list, fit }: Quantities, leftOut: ByName<LeaveOneOut> | undefined) => {
    const left = jackknife && { jackknife: { ...jackknife, params: leftOut ?? {} } };
    return shortened(summarize(engine, fit, derive(list, replicates), { ...given, ...left }));
  };
  return {
    ...boot,
    ...(longRun.list.length > 0 && { longRun: summaryOf(longRun, jackknife?.longRun) }),
    ...(expressions.list.length > 0 && {
      expressions: {
        estimates: expressions.fit.params,
        ...summaryOf(expressions, jackknife?.expressions),
      },
    }),
    ...(tests.length + joint.length > 0 && {
      tests: {
        ...bootstrapTests(fit, replicates.statistics, options, countBeyond(replicates)),
        ...regressions?.tests(engine, fit, replicates, options),
      },
    }),
    ...(jackknife && { jackknife: jackknifeResult(jackknife) }),
    warnings: [
      ...boot.warnings,
      ...warningsOf(options, boot, () =>
        withoutErrors(Object.keys(boot.confInt.studentized ?? {}), replicates),
      ),
    ],
  };
}

/** Warns about replicates and units that summaries leave out, and about intervals that do not exist. */
export function warningsOf(
  { jackknife, ci }: SummaryOptions,
  { confInt, completed }: BootstrapResult,
  countWithoutErrors: () => number,
): Warning[] {
  const warnings: Warning[] = [];
  if (jackknife !== undefined && jackknife.failed > 0) {
    const { failed, units } = jackknife;
    warnings.push(warning(bootstrapWarnings, 'failed-jackknife', { failed, units }));
  }
  const without = ci.includes('studentized') ? countWithoutErrors() : 0;
  if (without > 0) {
    const detail = { without, replicates: completed };
    warnings.push(warning(bootstrapWarnings, 'no-replicate-errors', detail));
  }
  const missing = Object.entries(confInt.bca ?? {}).filter(([, ends]) => ends.some(Number.isNaN));
  if (missing.length > 0) {
    const names = missing.map(([name]) => name);
    warnings.push(warning(bootstrapWarnings, 'no-bca-interval', { names }));
  }
  return warnings;
}

/** Counts replicates that have an estimate but no standard error. */
function withoutErrors(
  params: readonly string[],
  { values, width, statuses, statistics }: Replicates,
): number {
  const places = params.map((name) => params.length + statistics.indexOf(stdErrorName(name)));
  return statuses.reduce((count, status, r) => {
    const lacks = places.some((place) => Number.isNaN(values[r * width + place]));
    return count + Number((status & ReplicateStatus.bits) === 0 && lacks);
  }, 0);
}

/** The options for quantities, which have neither standard errors nor tests in a replicate. */
export function quantityOptions(options: SummaryOptions): SummaryOptions {
  const ci = options.ci.filter((method) => method !== 'studentized' && method !== 'inverted');
  return { ...options, ci: ci.length > 0 ? ci : ['percentile'], precision: undefined };
}

/** The part of a result that is reported for quantities. */
export function shortened(result: BootstrapResult): BootstrapSummary {
  const { stdErrors, bias, biasCorrected, monteCarloError, confInt, pValues } = result;
  return { stdErrors, bias, biasCorrected, monteCarloError, confInt, pValues };
}

export function jackknifeResult({ units, failed, params, largest }: Jackknife): JackknifeResult {
  const by = (value: (leftOut: LeaveOneOut) => number): ByName =>
    Object.fromEntries(Object.entries(params).map(([name, one]) => [name, value(one)]));
  return {
    units,
    failed,
    stdErrors: by(({ stdError }) => stdError),
    bias: by(({ bias }) => bias),
    accelerations: by(({ acceleration }) => acceleration),
    largest,
  };
}
