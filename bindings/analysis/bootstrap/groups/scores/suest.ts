/**
 * Differences of separately estimated models by their stacked scores, as Stata's suest: with psi the influence functions
 * of two groups, summed by cluster,
 *
 *   Cov(b_a, b_b) = G / (G - 1) sum_g psi_ag psi_bg,   G clusters or rows in all groups,   z statistics
 *
 * The groups may share clusters, and the estimators need not be linear in one pooled model.
 */
import { type Told } from '../../../../words/told.js';
import * as said from '../../../../words/errors/bootstrap/comparisons.js';
import { hasIndependentGroups } from '../../../../models/covariances/registry.js';
import { findColumn, levelsOf } from '../../../../data/index.js';
import { contextOf } from '../../../../models/context.js';
import { effectsOf } from '../../../../models/linear/model/effects.js';
import { fittedModel } from '../../../../models/fitted-model.js';
import type { Influence } from '../../../../models/protocol.js';
import { has } from '../../../../models/registry.js';
import type { InputError } from '../../../../core/errors/errors.js';
import type { FitResult } from '../../../../results/fit.js';
import { noBootstrap } from '../../../../models/replicates/refusal.js';
import type { Compared } from '../compared.js';
import { reasonOf } from '../difference.js';
import type { Joint } from '../wald.js';

export async function stackedCovariance(compared: Compared): Promise<Joint> {
  const { engine, groups, options } = compared;
  if (options.common) {
    return { reason: said.suestCommon() };
  }
  const blocks = blocksOf(compared);
  if ('reason' in blocks) return blocks;
  try {
    const influences = await Promise.all(
      groups.map(({ fit }) => {
        const context = contextOf(fit)!;
        const { influence } = fittedModel(context);
        if (influence === undefined) throw noInfluence(fit);
        return influence(engine, context, options.of);
      }),
    );
    const sums = influences.map((influence) => sumsByBlock(influence, blocks.codes));
    const count = blockCount(influences, sums, blocks.codes);
    const factor = count / (count - 1);
    return {
      estimates: groups.map(({ fit }) => fit.params[options.of]!),
      covariance: sums.map((a) => sums.map((b) => factor * product(a, b))),
      statistic: 'z',
      df: 0,
    };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function noInfluence({ estimator }: FitResult): InputError {
  return noBootstrap(said.noInfluence({ estimator: estimator! }), 'groups');
}

/** Cluster of each row of the table; undefined if rows are independent. */
interface Blocks {
  readonly codes: Int32Array | undefined;
}

/** The clusters of the errors. Each row of a regression of unit means is one unit. */
function blocksOf({ model, split, units }: Compared): Blocks | { readonly reason: Told } {
  const { vcov, panel } = model;
  if (!hasIndependentGroups(vcov)) {
    return { reason: said.suestErrors({ type: vcov.type }) };
  }
  const columns = vcov.cluster ?? [];
  if (columns.length > 1) {
    return { reason: said.suestClusters({ columns }) };
  }
  const byUnit = has(model).unitErrors || effectsOf(model).ofMeans;
  const column = columns[0] ?? (byUnit ? panel!.unit : undefined);
  if (column === undefined) return { codes: undefined };
  if (column === units.column) return { codes: units.codes };
  return { codes: levelsOf(findColumn(split.table, column, 'groups.cluster')).codes };
}

/**
 * Sums by cluster, or the value of each row. If a row has a frequency, its value is that of one of the rows it stands
 * for.
 */
function sumsByBlock(
  { rows, values, counts }: Influence,
  codes: Int32Array | undefined,
): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  rows.forEach((row, i) => {
    const block = codes === undefined ? row : codes[row]!;
    const share = codes === undefined && counts !== undefined ? Math.sqrt(counts[i]!) : 1;
    sums.set(block, (sums.get(block) ?? 0) + values[i]! / share);
  });
  return sums;
}

/** Number of clusters in all groups together, or of rows, counted with frequency weights. */
function blockCount(
  influences: readonly Influence[],
  sums: readonly ReadonlyMap<number, number>[],
  codes: Int32Array | undefined,
): number {
  const counts = influences.flatMap(({ counts: one }) => (one === undefined ? [] : [one]));
  if (codes !== undefined || counts.length === 0) {
    return new Set(sums.flatMap((readonlyMap) => [...readonlyMap.keys()])).size;
  }
  return counts.reduce((total, one) => total + one.reduce((sum, count) => sum + count, 0), 0);
}

function product(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [block, value] of a) sum += value * (b.get(block) ?? 0);
  return sum;
}
