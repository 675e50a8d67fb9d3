/** V = s^2 (X'X)^-1, s^2 = RSS / (n - k - absorbed), or RSS / n without `small`. */
import { doubles } from '../../memory/layout';
import { LinearFit, LinearOptions } from '../../memory/records';
import { Status } from '../../status';
import { dscal } from '../../blas/level1';
import { LinearModel } from '../../linear/linear';
import { observations, residualFactor } from '../rows/counts';

export function unadjusted(model: LinearModel, options: LinearOptions, fit: LinearFit): Status {
  const k = model.k;
  fit.factor = residualFactor(model, options);
  if (!(fit.factor > 0)) return Status.NoDegreesOfFreedom;
  memory.copy(fit.vcov, model.bread, doubles(k * k));
  dscal(k * k, (fit.factor * model.rss) / observations(model), fit.vcov);
  return Status.Ok;
}
