/** Figures of analyses that estimate a model many times. */
import type { Command } from 'commander';
import { fitModel, influence, instruments, multiverse } from '../../bindings/index.js';
import { curveFigure, influenceFigure, instrumentFigure } from '../../bindings/entries/report.js';
import type { Choices } from '../../bindings/entries/types.js';
import { misuse } from '../../bindings/words/errors/program/commands.js';
import { interruptible } from '../bootstrap/interruptible.js';
import { usage } from '../exit.js';
import { readOnlyFitSource } from '../fits.js';
import type { Host } from '../host.js';
import { dynamicModel, modelWithData, refitReporter } from '../refits.js';
import { keysOf } from '../options/keys.js';
import { figureOptions, type PlotKind, type PlotOptions, withOf } from './kind.js';

/** The model in the arguments, with its data. */
async function sourceOf(host: Host, command: Command, options: PlotOptions) {
  const source = await readOnlyFitSource(host, command, options);
  if ('located' in source) return modelWithData(host, source.located, options);
  throw usage(misuse.result({ subject: `plot ${command.name()}`, lacks: 'data' }));
}

const curve: PlotKind = {
  name: 'curve',
  description: 'the specification curve: estimates under every combination of choices',
  example: 'curve examples/employment.yaml --of w -o curve.svg',
  options: (command) =>
    withOf(command).option('--over <choices>', 'choices to combine, such as "steps: [1, 2]"'),
  async plan(host, command, options) {
    const { model, table, inputs } = await sourceOf(host, command, options);
    return {
      inputs,
      async draw() {
        const { of, over, workers } = options;
        const choices =
          over === undefined ? undefined : (keysOf('--over', over, 'steps: [1, 2]') as Choices);
        const onProgress = refitReporter(host, options, 'specifications');
        const result = await interruptible(host, 'specifications', (signal) =>
          multiverse(table, model, {
            coefficient: of?.[0],
            over: choices,
            workers,
            signal,
            onProgress,
          }),
        );
        return curveFigure(result, figureOptions(options));
      },
    };
  },
};

const instrumentKind: PlotKind = {
  name: 'instruments',
  description:
    "the number of instruments against Hansen's p-value, over windows of lags of a dynamic panel",
  formula: { trait: 'dynamics' },
  example: 'instruments examples/employment.yaml -o instruments.svg',
  options: (command) => command,
  async plan(host, command, options) {
    const { model, table, inputs } = dynamicModel(
      'plot instruments',
      await sourceOf(host, command, options),
    );
    return {
      inputs,
      draw: async () =>
        instrumentFigure(await instruments(await fitModel(table, model)), figureOptions(options)),
    };
  },
};

const influenceKind: PlotKind = {
  name: 'influence',
  description: 'how a coefficient changes without each unit, cluster or row',
  example: 'influence examples/employment.yaml --of w -o influence.svg',
  options: (command) =>
    withOf(command).option(
      '--cluster <column>',
      'leave out each value of this column in turn; not for dynamic panels',
    ),
  async plan(host, command, options) {
    const { model, table, inputs } = await sourceOf(host, command, options);
    return {
      inputs,
      async draw() {
        const { of, workers, cluster } = options;
        const fit = await fitModel(table, model);
        const onProgress = refitReporter(host, options, 'units');
        const result = await interruptible(host, 'units', (signal) =>
          influence(fit, { workers, signal, onProgress, cluster }),
        );
        return influenceFigure(result, { ...figureOptions(options), of: of?.[0] });
      },
    };
  },
};

export const studyKinds: readonly PlotKind[] = [influenceKind, curve, instrumentKind];
