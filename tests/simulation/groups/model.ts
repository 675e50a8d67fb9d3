/** The pooled model of a simulated panel, without reading a table each time. */
import type { Engine } from '../../../bindings/core/engine/engine.js';
import { contextOf } from '../../../bindings/models/context.js';
import { fitModel } from '../../../bindings/models/fit.js';
import type { ModelInput } from '../../../bindings/models/model.js';
import { parseModel } from '../../../bindings/models/reading/model-file.js';
import type { Labelled } from '../../../bindings/analysis/interacted/stack.js';
import { linearOf } from '../../../bindings/models/fitted-model.js';
import { type Design, type Panel, type Process, processes } from './designs.js';

function modelOf({ process }: Design): ModelInput {
  const { effects, controls }: Process = processes[process];
  const names = ['x', ...Array.from({ length: controls }, (_, j) => `z${j + 1}`)];
  const panel = { unit: 'id', time: 'time' };
  const formula = `y ~ ${names.join(' + ')}`;
  return {
    estimator: 'panel',
    effects,
    formula,
    panel,
    vcov: { type: 'cluster', cluster: ['id'] },
  };
}

/** The columns of a panel. */
export function dataOf({
  nunits,
  periods,
  x,
  y,
  labels,
}: Panel): Record<string, ArrayLike<number>> {
  const rows = Array.from({ length: nunits * periods }, (_, row) => row);
  const controls = x.slice(1).map((column, j) => [`z${j + 1}`, column] as const);
  return {
    id: rows.map((row) => Math.floor(row / periods)),
    time: rows.map((row) => row % periods),
    y,
    x: x[0]!,
    group: labels,
    ...Object.fromEntries(controls),
  };
}

/** Makes pooled models of panels of one design, of which the first is read as a table. */
export async function poolOf(
  engine: Engine,
  design: Design,
  first: Panel,
): Promise<(panel: Panel) => Labelled> {
  const fit = await fitModel(dataOf(first) as never, parseModel(modelOf(design)), { engine });
  const context = linearOf(contextOf(fit)!)!;
  const { rows } = context;
  const constant = rows.x.at(-1)!;
  return ({ x, y, labels }) => ({
    context: { ...context, rows: { ...rows, x: [...x, constant], y } },
    labels,
    ngroups: design.groups,
    of: 'x',
    common: false,
  });
}
