/** The results that the columns of a table show. */
import { badArgument } from '../../../core/arguments/arguments.js';
import { type Engine, engineNow } from '../../../core/engine/engine.js';
import { withCovariance } from '../../../models/companions/covariance.js';
import { firstStageFits, reducedFormFit } from '../../../models/companions/instrument-stages.js';
import type { FitResult } from '../../../results/fit.js';
import { checkedFits } from '../../tables/paper/checked.js';
import {
  type ColumnPlan,
  columnPlans,
  type Panel,
  type TableColumn,
} from '../../tables/paper/parts/columns.js';
import { hashOf } from '../../tables/paper/parts/provenance.js';
import type { TableSpec } from '../../tables/paper/spec.js';
import { endogenousAmong, instrumentedModel } from '../../../words/expectations/paper/tables.js';

/**
 * The columns with their results; first stages, reduced forms and other covariances are computed from the data of the
 * models.
 */
export function columnsOf(fits: readonly FitResult[], spec: TableSpec): readonly Panel[] {
  const checked = checkedFits(fits);
  let engine: Engine | undefined;
  const core = () => (engine ??= engineNow());
  const hashes = new Map<FitResult, string>();
  const hashed = (fit: FitResult) => {
    const hash = hashes.get(fit) ?? hashOf(fit);
    hashes.set(fit, hash);
    return hash;
  };
  return columnPlans(spec, fits.length).map(({ columns, ...panel }) => ({
    ...panel,
    columns: columns.flatMap((plan) =>
      planFits(core, [fits[plan.model - 1]!, checked[plan.model - 1]!], plan).map(
        (fit): TableColumn => ({
          fit,
          model: plan.model,
          hash: hashed(fit),
          head: plan.head,
          part: plan.part,
          ...(plan.vcov !== undefined && { hasOtherCovariance: true }),
        }),
      ),
    ),
  }));
}

/** The results of one column of a plan; several if a model has several first stages. */
export function planFits(
  core: () => Engine,
  [given, checked]: readonly [FitResult, FitResult],
  { part, of, vcov, path }: Pick<ColumnPlan, 'part' | 'of' | 'vcov' | 'path'>,
): readonly FitResult[] {
  const fit = vcov === undefined ? given : withCovariance(core(), given, vcov);
  if (part === undefined) return [vcov === undefined ? checked : fit];
  if (fit.endogenous === undefined) {
    throw badArgument('table', `${path}.part`, instrumentedModel(), fit.estimator);
  }
  if (part === 'second') return [vcov === undefined ? checked : fit];
  if (part === 'reduced') return [reducedFormFit(core(), fit)];
  const stages = firstStageFits(core(), fit);
  if (of === undefined) return stages;
  const stage = stages.find(({ depvar }) => depvar === of);
  if (stage !== undefined) return [stage];
  const expected = endogenousAmong({ words: stages.map(({ depvar }) => depvar) });
  throw badArgument('table', `${path}.of`, expected, of);
}
