/** The numbers of models whose errors a script sets after tables have shown them. */
import type { Collected, ReadCommand } from '../script.js';
import type { Estimated } from '../static/frame.js';
import { isOfModels } from './table.js';

/** An estimate of a script, with the number that its model had first. */
interface Numbered {
  readonly estimated: Estimated;
  readonly index: number;
}

/** The number of the model with the errors of its own call, which is added if only other errors are printed. */
export function originalNumber(collected: Collected, { estimated, index }: Numbered): number {
  const { models, finish } = collected;
  return added(models, index, { ...finish(estimated), line: models[index]!.line });
}

/** The number of a model from `index` on, which is added unless it is there. */
function added(models: ReadCommand[], index: number, one: ReadCommand): number {
  const wanted = JSON.stringify(one.model);
  const same = models.findIndex(({ model }, i) => i >= index && JSON.stringify(model) === wanted);
  return same >= 0 ? same : models.push(one) - 1;
}

/** The number of a model with other errors: its own, or a new one if a table has shown it. */
export function amendedNumber(
  { models, tables, after }: Collected,
  index: number,
  amended: Omit<ReadCommand, 'line'>,
  line: number,
): number {
  const isShown =
    tables.some((table) => isOfModels(table) && table.models.includes(index)) ||
    after.some(({ of, hausman }) => of === index || hausman === index);
  if (isShown) return added(models, index, { ...amended, line });
  models[index] = { ...amended, line: models[index]!.line };
  return index;
}
