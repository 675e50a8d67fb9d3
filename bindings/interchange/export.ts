import { InputError } from '../core/errors.js';
import { parseFormula } from '../data/index.js';
import { parseModel } from '../models/model-file.js';
import type { ModelInput } from '../models/model.js';
import { checkProgram, type Program, refusal } from './programs.js';
import { toGretl } from './gretl/to-gretl.js';
import { toPdynmc } from './r/to-pdynmc.js';
import { toPlm } from './r/to-plm.js';
import { toPydynpd } from './python/to-pydynpd.js';
import { toXtabond2 } from './stata/to-xtabond2.js';
import { toXtdpdgmm } from './stata/to-xtdpdgmm.js';

const writers = {
  xtabond2: toXtabond2,
  xtdpdgmm: toXtdpdgmm,
  gretl: toGretl,
  plm: toPlm,
  pdynmc: toPdynmc,
  pydynpd: toPydynpd,
} as const;

/**
 * A dynamic panel model as code of another program. Comments list the differences in conventions, and the keys that the
 * program lacks but that do not affect the estimates.
 *
 * @throws InputError `not-expressed` names the key that the program cannot express, `unknown-program` the programs,
 *   and what `parseModel` throws
 */
export function exportModel(input: ModelInput, as: Program): string {
  checkProgram(as);
  const model = parseModel(input);
  if (model.estimator !== 'dpd') {
    const message = `model: estimator: expected dpd, found ${model.estimator}; only dynamic panel models can be exported`;
    throw new InputError('not-expressed', message, { program: as, key: 'estimator' });
  }
  const changed = (['reshape', 'merge', 'build'] as const).find((key) => model[key] !== undefined);
  if (changed !== undefined) {
    throw refusal(
      as,
      changed,
      `${changed}; write the data with wasmetrics convert, and remove the key`,
    );
  }
  if (model.data !== undefined && 'sql' in model.data) {
    throw refusal(
      as,
      'data.sql',
      'a query; write its rows with wasmetrics convert, and name that file',
    );
  }
  return `${writers[as](model, parseFormula(model.formula))}\n`;
}
