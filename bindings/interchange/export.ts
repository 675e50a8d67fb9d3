import { InputError } from '../core/errors.js';
import { parseFormula } from '../data/index.js';
import { parseModel } from '../models/model-file.js';
import type { ModelInput } from '../models/model.js';
import { checkProgram, type Program } from './programs.js';
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
 * A dynamic panel model as code of another program, with the differences in its conventions as comments. Keys that
 * change no estimate and that the program does not have are named in a comment, too.
 *
 * @throws InputError `not-expressed` names the key that the program has no words for, `unknown-program` the programs,
 *   and what `parseModel` throws
 */
export function exportModel(input: ModelInput, as: Program): string {
  checkProgram(as);
  const model = parseModel(input);
  if (model.estimator !== 'dpd') {
    const message = `model: estimator: expected dpd, whose models are exported, found ${model.estimator}`;
    throw new InputError('not-expressed', message, { program: as, key: 'estimator' });
  }
  return `${writers[as](model, parseFormula(model.formula))}\n`;
}
