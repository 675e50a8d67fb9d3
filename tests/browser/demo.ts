/** The model that the page starts with: the example without its bootstrap. */
import { readFileSync } from 'node:fs';
import type { DpdModelInput } from 'wasmetrics/types';
import { parse } from 'yaml';

const example = new URL('../../examples/employment.yaml', import.meta.url);
const { estimator, panel, formula, system, steps, gmm, iv } = parse(
  readFileSync(example, 'utf8'),
) as DpdModelInput;

export const demo = { estimator, panel, formula, system, steps, gmm, iv } as DpdModelInput;
