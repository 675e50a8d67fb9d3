/** Static models as code, by program and command. */
import { InputError } from '../../core/errors/errors.js';
import type { Program } from '../programs.js';
import { toStaticGretl } from '../gretl/static/to-gretl.js';
import { toLinearmodels } from '../python/static/to-linearmodels.js';
import { toPyfixest } from '../python/static/to-pyfixest.js';
import { toStatsmodels } from '../python/static/to-statsmodels.js';
import { toFixest } from '../r/static/to-fixest.js';
import { toAer, toLm } from '../r/static/to-lm.js';
import { toStaticPlm } from '../r/static/to-plm.js';
import { toAreg, toReghdfe, toRegress, toXtreg } from '../stata/static/to-regress.js';
import { toIvreg2, toIvreghdfe, toIvregress } from '../stata/static/to-ivregress.js';
import { type Static, type StaticModel, staticOf } from './model.js';

type Writer = (one: Static) => string;

const stata = {
  regress: toRegress,
  areg: toAreg,
  reghdfe: toReghdfe,
  xtreg: toXtreg,
  ivregress: toIvregress,
  ivreg2: toIvreg2,
  ivreghdfe: toIvreghdfe,
} as const satisfies Partial<Record<Program, Writer>>;

const r = {
  lm: toLm,
  AER: toAer,
  plm: toStaticPlm,
  fixest: toFixest,
} as const satisfies Partial<Record<Program, Writer>>;

const python = {
  statsmodels: toStatsmodels,
  linearmodels: toLinearmodels,
  pyfixest: toPyfixest,
} as const satisfies Partial<Record<Program, Writer>>;

const writers: Readonly<Partial<Record<Program, Writer>>> = {
  ...stata,
  ...r,
  r: firstOf('r', r, ['lm', 'AER', 'plm', 'fixest']),
  ...python,
  gretl: toStaticGretl,
  python: firstOf('python', python, ['statsmodels', 'linearmodels', 'pyfixest']),
  stata: firstOf('stata', stata, [
    'regress',
    'xtreg',
    'ivregress',
    'reghdfe',
    'ivreghdfe',
    'ivreg2',
  ]),
};

/** @throws InputError `not-expressed` names the key that the program cannot express */
export function exportStatic(model: StaticModel, as: Program): string {
  const write = writers[as];
  if (write !== undefined) return write(staticOf(model));
  const message = `model: estimator: ${as} cannot express ${model.estimator}; use one of ${Object.keys(writers).join(', ')}`;
  throw new InputError('not-expressed', message, { program: as, key: 'estimator' });
}

/** The first of the commands that can express the model; the error of the last one that came near. */
function firstOf<Name extends string>(
  program: Program,
  all: Readonly<Record<Name, Writer>>,
  order: readonly Name[],
): Writer {
  return (one) => {
    const refused: string[] = [];
    for (const name of order) {
      try {
        return all[name](one);
      } catch (error) {
        if (!(error instanceof InputError) || error.code !== 'not-expressed') throw error;
        refused.push(`${error.message.replace('model: ', '')}`);
      }
    }
    const message = `model: no command of ${program} can express it: ${refused.join('; ')}`.slice(
      0,
      500,
    );
    throw new InputError('not-expressed', message, { program, key: 'estimator' });
  };
}
