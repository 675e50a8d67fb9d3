/** The errors that calls on a result ask for. */
import { parseFormula, termName } from '../../../data/index.js';
import type { ModelInput } from '../../../models/model.js';
import { matchArguments, type RCall } from '../call.js';
import { readCovariance } from './covariance.js';
import { argumentText } from './estimators.js';
import { feolsErrors } from './feols.js';

interface Estimated {
  /** The function that estimated the model. */
  readonly by: string;
  /** The column by which its data are ordered. */
  readonly order: string | undefined;
}

/** Arguments of a covariance that coeftest() passes on: `coeftest(m, vcov = vcovCL, cluster = ~ id)`. */
const passedOn = ['cluster', 'type', 'method', 'cadjust', 'lag', 'prewhite', 'adjust', 'order.by'];

/** The errors that `coeftest(m, vcov = …)` or `summary(m, cluster = …)` asks for; undefined if it names none. */
export function callErrors(call: RCall, { by, order }: Estimated, model: ModelInput) {
  if (by === 'feols') {
    const args = matchArguments(
      call,
      ['object', 'vcov'],
      ['object', 'x', 'vcov', 'vcov.', 'cluster', 'se', 'ssc', 'n', 'stage'],
    );
    return feolsErrors(args, parseFormula(model.formula).effects.map(termName));
  }
  const positions = {
    summary: ['object'],
    coeftest: ['x', 'vcov.'],
    coefci: ['x', 'parm', 'level', 'vcov.'],
  }[call.name as 'summary'];
  const args = matchArguments(call, positions, [
    'x',
    'object',
    'vcov',
    'vcov.',
    'df',
    'diagnostics',
    'robust',
    'correlation',
    'parm',
    'level',
    ...passedOn,
  ]);
  const value = args.get('vcov') ?? args.get('vcov.');
  if (value === undefined) return undefined;
  const passed = call.args.filter(({ name }) => passedOn.includes(name ?? ''));
  const errors = readCovariance(value, { model, isPlm: by === 'plm', order, passed });
  const isNormal = argumentText(args.get('df')) === 'Inf';
  return isNormal && errors.vcov.type?.startsWith('HC') === true
    ? { ...errors, vcov: { ...errors.vcov, small: false } }
    : errors;
}
