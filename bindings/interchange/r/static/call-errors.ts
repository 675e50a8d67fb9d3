/** Errors requested by calls on a result: `coeftest(m, vcov = …)`, `summary(m, cluster = ~ id)`. */
import { argumentText } from '../call.js';
import {
  type Arguments,
  because,
  type Call,
  reasons,
  type Signature,
  withArguments,
} from '../../arguments.js';
import { parseFormula, termName } from '../../../data/index.js';
import type { LinearCovarianceInput } from '../../../models/linear/model/model.js';
import type { ModelInput } from '../../../models/model.js';
import { failure, type Reader } from '../../reader.js';
import { readCovariance } from './covariance.js';
import { feolsErrors } from './feols.js';
import { scriptProblem } from '../../../words/errors/interchange/scripts.js';
import { note } from '../../../words/errors/interchange/notes.js';
import type { Told } from '../../../words/told.js';

interface Estimated {
  /** The function that estimated the model. */
  readonly by: string;
  /** The column by which its data are ordered. */
  readonly order: string | undefined;
}

/** The errors of a call; `vcov` is undefined if it names none. */
interface CallErrors {
  readonly vcov?: LinearCovarianceInput;
  readonly level?: number;
  readonly notes: readonly Told[];
}

/** Arguments of a covariance that coeftest() passes on: `coeftest(m, vcov = vcovCL, cluster = ~ id)`. */
// prettier-ignore
const passedOn = [
  'cluster', 'type', 'method', 'cadjust', 'multi0', 'fix', 'lag', 'prewhite', 'adjust', 'order.by',
];

const printed = (names: readonly string[]) => because(reasons.printed, names);

/** What calls on a result translate. */
export const resultSignatures: Readonly<Record<string, Signature>> = {
  summary: {
    command: 'summary()',
    positions: ['object'],
    translated: ['object', 'vcov', 'vcov.', 'df', ...passedOn],
    ignored: printed(['correlation', 'symbolic.cor', 'diagnostics', 'digits']),
  },
  coeftest: {
    command: 'coeftest()',
    positions: ['x', 'vcov.', 'df'],
    translated: ['x', 'vcov', 'vcov.', 'df', ...passedOn],
    ignored: printed(['save']),
  },
  coefci: {
    command: 'coefci()',
    positions: ['x', 'parm', 'level', 'vcov.', 'df'],
    translated: ['x', 'vcov', 'vcov.', 'df', 'level', ...passedOn],
    ignored: printed(['parm']),
  },
  feols: {
    command: 'summary()',
    positions: ['object', 'vcov'],
    translated: ['object', 'x', 'vcov', 'vcov.', 'cluster', 'se', 'ssc', 'level'],
    ignored: printed(['n', 'stage', 'lean', 'parm', 'nthreads']),
  },
};

/** The errors that `coeftest(m, vcov = …)` or `summary(m, cluster = ~ id)` asks for. */
export function callErrors(call: Call, { by, order }: Estimated, model: ModelInput): CallErrors {
  if (by === 'feols') {
    return withArguments(call, resultSignatures['feols']!, (args) => {
      seen(args);
      const effects = parseFormula(model.formula).effects.map(termName);
      return { ...levelOf(args), ...(feolsErrors(args, effects) ?? { notes: [] }) };
    });
  }
  return withArguments(call, resultSignatures[call.name]!, (args) => {
    seen(args);
    const value = args.get('vcov') ?? args.get('vcov.');
    const level = levelOf(args);
    const isNormal = takesNormal(args.get('df'));
    if (value === undefined || argumentText(value) === 'NULL') {
      return { ...level, ...(isNormal ? normal({ type: 'unadjusted' }, model) : { notes: [] }) };
    }
    const passed = call.args.filter(({ name }) => passedOn.includes(name ?? ''));
    for (const { name } of passed) args.get(name!);
    const errors = readCovariance(value, { model, isPlm: by === 'plm', order, passed });
    if (by === 'plm') return { ...level, ...errors };
    const named = isNormal ? normal(errors.vcov, model) : student(errors.vcov, model);
    return { ...level, vcov: named.vcov, notes: [...errors.notes, ...named.notes] };
  });
}

/** The result itself is read by its name. */
function seen(args: Arguments): void {
  for (const name of ['x', 'object']) args.get(name);
}

/** `level = 0.9` of coefci() and confint(). */
function levelOf(args: Arguments): { readonly level?: number } {
  const value = args.get('level');
  if (value === undefined) return {};
  const level = Number(argumentText(value));
  if (level > 0 && level < 1) return { level };
  throw failure(value, scriptProblem['r-level']({ text: argumentText(value)! }));
}

/** True for `df = Inf` or 0, for which coeftest() uses z. @throws InputError for other degrees of freedom */
function takesNormal(df: Reader | undefined): boolean {
  const text = argumentText(df);
  if (text === undefined || text === 'NULL') return false;
  if (text === 'Inf' || Number(text) === 0) return true;
  if (/^(?:df\.residual|stats::df\.residual)\(\s*\w+\s*\)$/.test(text)) return false;
  throw failure(df!, scriptProblem['r-df']({ text }));
}

interface Law {
  readonly vcov: LinearCovarianceInput;
  readonly notes: readonly Told[];
}

const isHc = ({ type }: LinearCovarianceInput) => /^HC\d$/.test(type ?? '');

/** The covariance with z, if a model can have z with the same factor. */
function normal(vcov: LinearCovarianceInput, model: ModelInput): Law {
  if (isHc(vcov)) return { vcov: { ...vcov, small: false }, notes: [] };
  const named = withFactor(vcov, model);
  return { vcov: named, notes: named.small === false ? [] : [note('coeftest-z')] };
}

/** The covariance with t of n - k degrees of freedom. */
function student(vcov: LinearCovarianceInput, model: ModelInput): Law {
  const named = withFactor(vcov, model);
  if (named.small === false && !isHc(named)) {
    return { vcov: named, notes: [note('coeftest-t')] };
  }
  if (named.type !== 'cluster') return { vcov: named, notes: [] };
  return { vcov: named, notes: [note('coeftest-clusters')] };
}

/** Models with instruments have no factor unless they say so. */
function withFactor(vcov: LinearCovarianceInput, { estimator }: ModelInput): LinearCovarianceInput {
  return estimator === 'iv' && vcov.small === undefined ? { ...vcov, small: true } : vcov;
}
