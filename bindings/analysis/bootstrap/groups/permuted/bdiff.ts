/**
 * The p-value that Stata's bdiff prints, for comparison with published tables. It permutes the labels of rows, compares
 * differences that are not studentised, and halves the p-value:
 *
 *   p = #{b0* - b1* >= b0 - b1} / R, or 1 minus it if it is above 0.5
 *
 * So a test at 5 % rejects equal coefficients in 10 % of samples of independent rows. In panels the share differs.
 */
import { bdiffEstimators } from '../../../../words/errors/bootstrap/comparisons.js';
import { giveWay } from '../../../../core/engine/rest.js';
import { tieBounds } from '../../../../core/numerics/ties.js';
import { isRegression } from '../../../../models/estimators.js';
import { type Compared, pooled } from '../compared.js';
import { keyOf, type Outcome, type Outcomes, type Pair, reasonOf } from '../difference.js';
import { fitStack } from '../../../interacted/fit.js';
import { labelExchange } from './exchange.js';
import { groupWarnings } from '../../../../words/en/warnings/bootstraps/groups.js';
import { warning } from '../../../../words/warning.js';

/** Permutations per chunk. Other work runs between chunks. */
const CHUNK = 32;

const plain = { vcov: { type: 'unadjusted', small: false } } as const;

export async function bdiffDifferences(
  compared: Compared,
  pairs: readonly Pair[],
): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome>();
  compared.options.progress.start('bdiff', pairs.length);
  for (const pair of pairs) {
    try {
      outcomes.set(keyOf(pair), await shareBeyond(compared, pair));
    } catch (error) {
      outcomes.set(keyOf(pair), { reason: reasonOf(error) });
    }
    compared.options.progress.endPart();
  }
  const used = [...outcomes.values()].some(({ pValue }) => pValue !== undefined);
  return { of: outcomes, warnings: used ? [oneSided(compared)] : [] };
}

async function shareBeyond(compared: Compared, pair: Pair): Promise<Outcome> {
  const { engine, options, model } = compared;
  if (!isRegression(model) || options.common) {
    return { reason: bdiffEstimators() };
  }
  const { reps, seed, signal } = options;
  const labelled = await pooled(compared, pair);
  const units = Int32Array.from(labelled.context.rows.rows, (_, i) => i);
  const exchange = labelExchange({ labels: labelled.labels, units });
  const estimatesOf = (labels: Int32Array): readonly [number, number] => {
    const fit = fitStack(engine, { ...labelled, labels }, plain);
    return 'status' in fit ? [NaN, NaN] : [fit.estimates[0]!, fit.estimates[1]!];
  };
  const [b0, b1] = estimatesOf(labelled.labels);
  const least = tieBounds(b0 - b1, Math.max(Math.abs(b0), Math.abs(b1))).above;
  let [beyond, used] = [0, 0];
  for (let r = 0; r < reps; r++) {
    if (r % CHUNK === 0) {
      await giveWay();
      signal?.throwIfAborted();
    }
    const [d0, d1] = estimatesOf(exchange.permuted(engine, seed, r));
    if (Number.isNaN(d0)) continue;
    used += 1;
    if (d0 - d1 >= least) beyond += 1;
  }
  const share = beyond / reps;
  const pValue = share > 0.5 ? 1 - share : share;
  return { pValue, monteCarloError: Math.sqrt((pValue * (1 - pValue)) / reps), replicates: used };
}

function oneSided({ units: { column } }: Compared) {
  return warning(groupWarnings, 'bdiff', column === undefined ? {} : { unit: column });
}
