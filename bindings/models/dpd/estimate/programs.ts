import type { DpdDesign } from '../design/design.js';
import type { DpdModel } from '../model/model.js';
import type { DpdEstimate } from './read-estimate.js';

/** The conventions of other programs, which estimates from arrays do not load. */
export interface Programs {
  /** @throws InputError `not-reproduced` for rows that the model's program treats in another way */
  checkRows(model: DpdModel, design: DpdDesign): void;
  /** The estimate by the model's conventions. */
  adopt(model: DpdModel, fit: DpdEstimate): DpdEstimate;
}
