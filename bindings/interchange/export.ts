import { InputError } from '../core/errors/errors.js';
import { isUnwritable } from '../core/escapes/code-points.js';
import { show } from '../words/text/messages.js';
import { parseFormula } from '../data/index.js';
import { parseModel } from '../models/reading/model-file.js';
import type { Model, ModelInput } from '../models/model.js';
import type { EstimatorName } from '../models/registry.js';
import { checkProgram, dynamicPrograms, type Program, refusal } from './programs.js';
import { toGretl } from './gretl/to-gretl.js';
import { toPdynmc } from './r/to-pdynmc.js';
import { toPlm } from './r/to-plm.js';
import { toPydynpd } from './python/to-pydynpd.js';
import { toXtabond2 } from './stata/to-xtabond2.js';
import { toXtdpdgmm } from './stata/to-xtdpdgmm.js';
import { toStaticGretl } from './gretl/static/to-gretl.js';
import { toLinearmodels } from './python/static/to-linearmodels.js';
import { toPyfixest } from './python/static/to-pyfixest.js';
import { toStatsmodels } from './python/static/to-statsmodels.js';
import { toFixest } from './r/static/write/to-fixest.js';
import { toAer, toLm } from './r/static/write/to-lm.js';
import { toStaticPlm } from './r/static/write/to-plm.js';
import { toAreg, toReghdfe, toRegress, toXtreg } from './stata/static/to-regress.js';
import { toIvreg2, toIvreghdfe, toIvregress } from './stata/static/to-ivregress.js';
import { type Static, type StaticModel, staticOf } from './static/model.js';
import { unexpressed } from '../words/errors/interchange/exports.js';
import { noCommand, noEstimator } from '../words/errors/interchange/models.js';
import { type Told, toldOf } from '../words/told.js';

const dynamicWriters = {
  xtabond2: toXtabond2,
  xtdpdgmm: toXtdpdgmm,
  gretl: toGretl,
  plm: toPlm,
  pdynmc: toPdynmc,
  pydynpd: toPydynpd,
} as const satisfies Record<(typeof dynamicPrograms)[number], unknown>;

/**
 * Writes a model as code of another program. Comments list differences in conventions, and keys that the program lacks
 * but that do not affect the estimates.
 *
 * @throws InputError `not-expressed` with the key that the program cannot express, `unknown-program` with the known
 *   programs, and the errors of `parseModel`
 */
export function exportModel(input: ModelInput, as: Program): string {
  checkProgram(as);
  const model = parseModel(input);
  checkEstimator(model, as);
  checkData(model, as);
  checkTexts(model, as);
  if (model.estimator !== 'dpd') return `${exportStatic(model, as)}\n`;
  if (isDynamic(as)) return `${dynamicWriters[as](model, parseFormula(model.formula))}\n`;
  throw unexpressedEstimator(as, 'dpd', dynamicPrograms);
}

/** The estimators of other programs. */
const expressed = {
  dpd: true,
  gmm: true,
  iv: true,
  ols: true,
  panel: true,
} as const satisfies Partial<Record<EstimatorName, true>>;

type Expressed = Extract<Model, { readonly estimator: keyof typeof expressed }>;

function checkEstimator(model: Model, as: Program): asserts model is Expressed {
  const { estimator } = model;
  if (Object.hasOwn(expressed, estimator)) return;
  throw unexpressedEstimator(as, estimator, Object.keys(expressed));
}

/** The error for an estimator that a program does not have; `use` names programs or estimators that will do. */
function unexpressedEstimator(
  program: Program,
  estimator: EstimatorName,
  use: readonly string[],
): InputError {
  const key = 'estimator';
  return new InputError(noEstimator({ program, key, estimator, use }), { of: 'model', key });
}

function isDynamic(as: Program): as is (typeof dynamicPrograms)[number] {
  return (dynamicPrograms as readonly Program[]).includes(as);
}

/** Refuses U+0000 and lone surrogates, which source code cannot contain. The name of an encoding must be a word. */
function checkTexts(model: Model, as: Program): void {
  const texts = new Map<string, string>();
  JSON.stringify(model, (key, value: unknown) => {
    if (typeof value === 'string' && isUnwritable(value)) texts.set(key, value);
    return value;
  });
  const [first] = texts;
  if (first !== undefined) throw refusal(as, first[0], unexpressed.text({ text: show(first[1]) }));
  const encoding =
    model.data !== undefined && 'file' in model.data ? model.data.encoding : undefined;
  if (encoding === undefined || /^[\w:.-]+$/.test(encoding)) return;
  throw refusal(as, 'data.encoding', unexpressed.encoding({ encoding: show(encoding) }));
}

/** Refuses steps that change the data, and queries: the exported code does not contain them. */
function checkData(model: Model, as: Program): void {
  const changed = (['append', 'reshape', 'merge', 'build'] as const).find(
    (key) => model[key] !== undefined,
  );
  if (changed !== undefined) {
    throw refusal(as, changed, unexpressed.step({ key: changed }));
  }
  if (model.data !== undefined && 'sql' in model.data) {
    throw refusal(as, 'data.sql', unexpressed.query());
  }
}

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

const staticWriters: Readonly<Partial<Record<Program, Writer>>> = {
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
function exportStatic(model: StaticModel, as: Program): string {
  const write = staticWriters[as];
  if (write !== undefined) return write(staticOf(model));
  throw unexpressedEstimator(as, model.estimator, Object.keys(staticWriters));
}

/**
 * Writes the model as the first command that can express it; otherwise throws the error of the last command that almost
 * could.
 */
function firstOf<Name extends string>(
  program: Program,
  all: Readonly<Record<Name, Writer>>,
  order: readonly Name[],
): Writer {
  return (one) => {
    const refused: Told[] = [];
    for (const name of order) {
      try {
        return all[name](one);
      } catch (error) {
        if (!(error instanceof InputError) || error.code !== 'not-expressed') throw error;
        const { key } = error.telling;
        refused.push(key === undefined ? error.told : toldOf(error.told, key));
      }
    }
    throw new InputError(noCommand({ program, key: 'estimator', refused }), 'model');
  };
}
