/** What verdicts call bootstraps and methods. */
import { count } from '../../text/counts.js';
import type { DrawnBy, Method, Sides } from '../../vocabulary/claims.js';

/** `cluster bootstrap by id (9,999 replicates, seed 1)`. */
export function bootstrapText({ scheme, cluster, replicates, seed }: DrawnBy): string {
  const by = cluster === undefined ? '' : ` by ${cluster}`;
  return `${scheme} bootstrap${by} (${count(replicates)} replicates, seed ${seed})`;
}

/** `wald`, `wald clustered by id`. */
export const methodText = ({ method, cluster }: Method) =>
  cluster === undefined ? method : `${method} clustered by ${cluster}`;

const tests: Readonly<Record<string, string>> = {
  wald: 'Wald',
  cr2: 'CR2',
  suest: 'stacked-scores',
  wild: 'wild bootstrap',
};

/** `Wald test`, `Wald test clustered by id`. */
export function testText({ method, cluster }: Method): string {
  const name = `${tests[method] ?? method} test`;
  return cluster === undefined ? name : `${name} clustered by ${cluster}`;
}

export const sidesText = (sides: Sides) => `${sides}-sided`;
