import { type Command } from 'commander';
import {
  compareDesigns,
  fitModel,
  type DesignResult,
  simulatePower,
  type PowerResult,
} from '../../../bindings/index.js';
import type { ViolationInput, ViolationKind } from '../../../bindings/entries/types.js';
import { usageValue } from '../../../bindings/words/errors/program/usage.js';
import { exitCodes, invalid } from '../../exit.js';
import type { Host } from '../../host.js';
import { interruptible } from '../../bootstrap/interruptible.js';
import { eachModel, type Shown } from '../../models/each.js';
import type { LocatedModel } from '../../models/located.js';
import { readSources, withModelArguments } from '../../models/source.js';
import { number } from '../../options/numbers.js';
import { printResult } from '../../print.js';
import { type ReportFlags, reportOptions, withFull } from '../../options/report-options.js';
import {
  dynamicModel,
  modelWithData,
  type RefitCommandOptions,
  refitReporter,
  withRefitOptions,
} from '../../refits.js';

interface SimulationCommandOptions extends RefitCommandOptions {
  readonly reps?: number;
  readonly seed?: number;
  readonly level?: number;
  readonly persistence?: number;
  readonly variances?: 'unit' | 'common';
}

interface PowerCommandOptions extends SimulationCommandOptions {
  readonly violation?: ViolationInput[];
}

interface DesignCommandOptions extends SimulationCommandOptions {
  readonly units?: number;
  readonly periods?: number;
}

const powerExamples = `
Examples, from a checkout:
  npx wasmetrics power examples/employment.yaml
  npx wasmetrics power examples/employment.yaml --violation serial-correlation=0.2 --violation endogeneity.k=0.5`;

const designExamples = `
Examples, from a checkout:
  npx wasmetrics design examples/employment.yaml
  npx wasmetrics design examples/employment.yaml --units 50 --periods 7 --persistence 0.9`;

/** A formula describes a dynamic panel. */
const dynamic = { trait: 'dynamics', keeps: ['seed'] } as const;

/** `wasmetrics power model.yaml`: size and power of the tests of a dynamic panel, by simulation. */
export function addPower(program: Command, host: Host): void {
  const command = program
    .command('power')
    .description('simulate the size and power of the tests of a dynamic panel');
  withModelArguments(command, dynamic);
  withSimulationOptions(command)
    .option(
      '--violation <kind=size>',
      'violation to simulate: serial-correlation, initial-conditions, endogeneity or endogeneity.x, with its size; repeatable (default: all that apply)',
      violations,
    )
    .addHelpText('after', powerExamples)
    .action(async (_: string, __: string | undefined, options: PowerCommandOptions) => {
      const sources = await readSources(host, command, options);
      await eachModel(host, sources, options, async ({ located }, shown) => {
        const fit = await fitted(host, 'power', located, options);
        const result = await interruptible(host, 'panels', (signal) =>
          simulatePower(fit, {
            ...simulated(host, options),
            violations: options.violation,
            signal,
          }),
        );
        return show(host, result, { ...options, ...shown });
      });
    });
}

/** `wasmetrics design model.yaml`: how well difference and system GMM estimate simulated panels. */
export function addDesign(program: Command, host: Host): void {
  const command = program
    .command('design')
    .description('simulate bias and coverage of difference and system GMM on panels like the data');
  withModelArguments(command, dynamic);
  withFull(withSimulationOptions(command))
    .option('--units <n>', 'units per panel (default: as in the data)', number)
    .option(
      '--periods <t>',
      'periods per panel, from the first one of the data (default: all)',
      number,
    )
    .addHelpText('after', designExamples)
    .action(async (_: string, __: string | undefined, options: DesignCommandOptions) => {
      const { units, periods } = options;
      const sources = await readSources(host, command, options);
      await eachModel(host, sources, options, async ({ located }, shown) => {
        const fit = await fitted(host, 'design', located, options);
        const study = await interruptible(host, 'panels', (signal) =>
          compareDesigns(fit, { ...simulated(host, options), units, periods, signal }),
        );
        return show(host, study, { ...options, ...shown });
      });
    });
}

function withSimulationOptions(command: Command): Command {
  return withRefitOptions(command)
    .option('--reps <n>', 'simulated panels per process (default: 500)', number)
    .option('--seed <n>', 'seed of the draws (default: 1)', number)
    .option('--level <share>', 'confidence level (default: as in the model)', number)
    .option(
      '--persistence <sum>',
      'sum of the coefficients of the lagged outcome (default: estimated)',
      number,
    )
    .option('--variances <kind>', 'error variances: unit (one per unit, the default) or common');
}

/** Reads `endogeneity.k=0.5`; the library checks kinds and sizes. */
function violations(text: string, before: ViolationInput[] = []): ViolationInput[] {
  const [, kind, variable, size] = /^([^.=]+)(?:\.([^=]+))?(?:=(.+))?$/.exec(text) ?? [];
  if (kind === undefined) throw invalid(usageValue.violation());
  const input = { kind: kind as ViolationKind, variable };
  return [...before, size === undefined ? input : { ...input, size: number(size) }];
}

async function fitted(
  host: Host,
  subject: string,
  located: LocatedModel,
  options: RefitCommandOptions,
) {
  const { model, table } = dynamicModel(subject, await modelWithData(host, located, options));
  return fitModel(table, model);
}

function simulated(host: Host, options: SimulationCommandOptions) {
  const { reps, seed, level, persistence, variances, workers } = options;
  const onProgress = refitReporter(host, options, 'panels');
  const runner = host.distributed?.runner;
  return { reps, seed, level, persistence, variances, workers, runner, onProgress };
}

function show(
  host: Host,
  result: PowerResult | DesignResult,
  { json, origin, collect, ...flags }: Shown & ReportFlags,
): number {
  printResult(host, result, { ...reportOptions(flags), json, origin, collect });
  return result.partial ? exitCodes.interrupted : exitCodes.ok;
}
