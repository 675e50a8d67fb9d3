/** The errors of models in Chinese. */
import type { All } from '../../../vocabulary/errors.js';
import type * as english from '../../../errors/models/index.js';
import { dynamic } from './dynamic.js';
import { dynamicModel } from './dynamic-model.js';
import { estimators } from './estimators.js';
import { formulas } from './formulas.js';
import { indices } from './indices.js';
import { instruments } from './instruments.js';
import { keys } from './keys.js';
import { periods } from './periods.js';
import { refits } from './refits.js';
import { regressors } from './regressors.js';
import { sample } from './sample.js';
import { streamed } from './streamed.js';

export const models: All<typeof english> = {
  ...dynamic,
  ...dynamicModel,
  ...estimators,
  ...formulas,
  ...indices,
  ...instruments,
  ...keys,
  ...periods,
  ...refits,
  ...regressors,
  ...sample,
  ...streamed,
};
