import { scope } from '../../core/engine/arena.js';
import type { Engine } from '../../core/engine/engine.js';
import { Status } from '../../core/engine/status.js';
import type { StreamedTable } from '../../data/index.js';
import { linearFit, rowStream } from '../../generated/records.js';
import { elementaryMath } from '../../core/numerics/elementary.js';
import type { FitResult } from '../../results/fit.js';
import { linearError } from '../linear/estimate/errors.js';
import {
  type LinearEstimate,
  putCovariance,
  readEstimate,
  readFailure,
} from '../linear/estimate/records.js';
import { omitCollinear } from '../linear/estimate/omit-collinear.js';
import { linearFormula } from '../linear/model/formula.js';
import type { OlsModel } from './model.js';
import { leastSquaresResult } from '../linear/result/least-squares.js';
import { needsMemory } from '../streamed/errors.js';
import { openParts, runPasses } from '../streamed/parts.js';
import { buildStreamedSample, type StreamedSample, withoutStreamed } from '../streamed/sample.js';
import type { StreamedEstimator } from '../streamed/streamable.js';

export const streamedOls: StreamedEstimator<OlsModel> = {
  fit: fitStreamed,
};

/**
 * Estimates a regression whose rows come in blocks: the result of `fitOls`.
 *
 * @throws as `fitOls`; NumericalError `extreme-column` for columns that must be scaled first
 */
function fitStreamed(
  engine: Engine,
  model: OlsModel,
  table: StreamedTable,
  partDoubles?: number,
): FitResult {
  const formula = linearFormula('ols', model.formula);
  const sample = buildStreamedSample({ ...model, formula }, table, elementaryMath(engine));
  table.close();
  try {
    const kept = omitCollinear(sample, {
      collinear: model.collinear,
      estimate: (rows) => estimate(engine, model, rows, partDoubles),
      without: withoutStreamed,
    });
    return leastSquaresResult(
      engine,
      model,
      { ...kept, sample: kept.sample.sample },
      kept.estimate,
    );
  } finally {
    sample.rows.close();
  }
}

function estimate(
  engine: Engine,
  { vcov, weights }: OlsModel,
  sample: StreamedSample,
  partDoubles: number | undefined,
): LinearEstimate {
  const math = elementaryMath(engine);
  const { ols_open, ols_rows, ols_next } = engine.exports;
  return scope(engine, (arena) => {
    const parts = openParts(arena, sample, weights?.type, partDoubles);
    const fit = arena.putRecord(linearFit, {});
    const stream = arena.putRecord(rowStream, { capacity: parts.capacity });
    const core = { rows: ols_rows, next: ols_next };
    let status = ols_open(parts.design, putCovariance(arena, vcov), fit, stream);
    if (status === Status.Ok) status = runPasses(arena, core, stream, { sample, parts, math });
    if (status === Status.ExtremeColumn) throw needsMemory('ols');
    if (status !== Status.Ok) {
      throw linearError('ols', readFailure(arena, fit, status), sample.sample);
    }
    return readEstimate(arena, fit, 0);
  });
}
