/** Keys of the model file that models with instruments share. */
import * as v from 'valibot';
import { absorb, largeSampleVcov, weights } from '../linear/model/schema.js';
import { instrumentChoices, multiverseOf } from '../multiverse/schema.js';
import { covarianceOf } from '../covariances/text.js';
import { dataKeys } from '../schema/data-schema.js';
import { choice, common, flag, listOf, panel, record, words } from '../schema/schema.js';

const termExpected = 'an instrument of the formula';
const term = v.pipe(v.string(termExpected), v.nonEmpty(termExpected));

const cTest = record({ vars: v.pipe(listOf(term, words), v.nonEmpty('at least one instrument')) });

/** All keys except `estimator` and those of a method. */
export const instrumentKeys = {
  ...dataKeys,
  panel: v.optional(panel),
  effects: v.optional(choice(['within', 'first-difference'], 'within or first-difference')),
  where: common.where,
  formula: common.formula,
  weights: v.optional(weights),
  vcov: v.optional(covarianceOf(largeSampleVcov), {}),
  absorb,
  diagnostics: v.optional(flag, true),
  cTests: v.optional(v.array(cTest, 'a list of {vars}'), []),
  multiverse: multiverseOf(instrumentChoices),
  collinear: common.collinear,
  level: common.level,
  labels: common.labels,
  name: common.name,
};
