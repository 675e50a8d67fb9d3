/** How well difference and system GMM, collapsed or not, estimate the process of a fit. */
import { periodsOfData, unitsOfData } from '../../words/expectations/analysis/options.js';
import { badArgument, checkKeys, whole } from '../../core/arguments/arguments.js';
import { newEngine } from '../../core/engine/engine.js';
import {
  type Column,
  type DataInput,
  type PanelKeys,
  panelOf,
  type Table,
  toTable,
} from '../../data/index.js';
import type { DynamicFit } from '../../models/dynamic/fit.js';
import type { FitResult } from '../../results/fit.js';
import { processOf } from './process/process.js';
import { followersOf } from './process/variables.js';
import { dynamicData, fitDynamic } from '../../models/refits/dynamic.js';
import type { DesignResult, DesignVariant } from './design-result.js';
import { attempt, type Failure, isFailure } from '../../core/jobs/failures.js';
import type { DynamicModel } from '../../models/dynamic/model/model.js';
import type { Plan as PlanOf } from '../sensitivity/multiverse/plans.js';
import { performanceOf } from './performance.js';
import { type Panels, panelsOf, rejections } from './rates.js';
import type { ByName } from '../../results/common.js';
import { dynamicGrid } from '../sensitivity/multiverse/dynamic/grid.js';
import { runJobs } from '../../core/jobs/run-jobs.js';
import { simulationStudy } from './simulated-fit.js';
import {
  checkPanels,
  type SimulationOptions,
  simulationSchemas,
  simulationSettings,
} from './simulation-options.js';
import { describeProcess, simulatedModel, sourceOf } from './simulation-source.js';

export interface DesignOptions extends SimulationOptions {
  /** Units per panel: the first units of the data, then copies of them if more are needed. */
  readonly units?: number | undefined;
  /** Periods per panel: the first periods of the data, at most all of them. */
  readonly periods?: number | undefined;
}

const designSchemas = { ...simulationSchemas, units: whole(2), periods: whole(1) };

/**
 * Simulates the process of a fit with valid moment conditions. Every panel is estimated by difference and system GMM,
 * collapsed or not, and by the original model if it is none of these. Reports bias, root mean squared error, size and
 * coverage of each coefficient.
 *
 * @throws InputError `result-without-data`, `not-dynamic`, `data-changed`, `bad-value`, `cannot-simulate`, and errors of the model on
 *   data of another size; the reason of `signal` when nothing was done
 */
export async function compareDesigns(
  fit: FitResult,
  options: DesignOptions = {},
): Promise<DesignResult> {
  options = checkKeys('design', designSchemas, options);
  const fitted = dynamicData('design', fit);
  const settings = simulationSettings(options, fitted.model.level);
  const { reps, seed, level } = settings;
  const engine = options.engine ?? (await newEngine());
  const model = { ...simulatedModel(fitted.model), level };
  const data = dataOf(fitted, options);
  const { sample } = data === fitted.data ? fitted : fitDynamic(engine, model, data);
  const source = sourceOf(engine, { model, data, sample }, fit.params, settings);
  const process = processOf(source, undefined);
  const plans = dynamicGrid(model, { collapse: [false, true], system: [false, true] }).plans();
  const fits = plans.map(({ model }) =>
    isFailure(model) ? model : attempt(() => fitDynamic(engine, model, data)),
  );
  const ready = fits.filter((one): one is DynamicFit => !isFailure(one));
  const cases = ready.map(({ model, sample: rows }) => ({
    process,
    model,
    sample: rows,
    followers: followersOf(model, rows, process.simulated),
  }));
  checkPanels('design', reps, cases);
  const task = { kind: 'simulation', cases, seed } as const;
  const { outcomes, notices } = await runJobs(
    { subject: 'design', study: simulationStudy, task, count: reps * cases.length, partly: true },
    options,
  );
  const truth = { ...source.params, _cons: process.intercept };
  const variants = plans.map((plan, i) => {
    const one = fits[i]!;
    if (isFailure(one)) return withoutPanels(plan, one);
    return variantOf(plan, one, panelsOf(outcomes, ready.indexOf(one), ready.length), truth);
  });
  return {
    kind: 'design',
    depvar: fit.depvar,
    reps,
    seed,
    level,
    ...describeProcess(process),
    variants,
    partial: outcomes.includes(undefined),
    ...(notices.length > 0 && { warnings: notices }),
    engine: engine.info,
  };
}

/**
 * The data with the numbers of units and periods in the options.
 *
 * @throws InputError `bad-value`
 */
function dataOf({ model, data, sample }: DynamicFit, { units, periods }: DesignOptions): DataInput {
  if (units === undefined && periods === undefined) return data;
  const { nunits, nperiods } = sample.panel;
  const size = { units: units ?? nunits, periods: periods ?? nperiods };
  if (size.periods > nperiods) {
    throw badArgument('design', 'periods', periodsOfData({ most: nperiods }), size.periods);
  }
  if (size.units > nunits && model.where !== undefined) {
    throw badArgument('design', 'units', unitsOfData({ most: nunits }), size.units);
  }
  return resized(toTable(data), model.panel, size);
}

/** The estimators of a design study, and their performance on simulated panels. */
type Plan = PlanOf<DynamicModel>;

/** A variant that cannot be estimated from the data. */
function withoutPanels(plan: Plan, failure: Failure): DesignVariant {
  const none = { panels: 0, failures: [], coefficients: {}, hansen: null, ar2: null };
  return { ...named(plan), instruments: 0, units: 0, failure, ...none };
}

/** The performance of a variant on simulated panels; `truth` has the coefficients of the process. */
function variantOf(
  plan: Plan,
  { result, sample, model }: DynamicFit,
  { fits, failures }: Panels,
  truth: ByName,
): DesignVariant {
  const { params } = sample.design;
  const performances = params.flatMap((name, place) =>
    fits.length === 0 || sample.timeEffects.includes(name)
      ? []
      : [[name, performanceOf(fits, place, truth[name]!)] as const],
  );
  const rate = (name: 'hansen' | 'ar2') =>
    rejections(
      fits.map(({ pValues }) => pValues[name]),
      1 - model.level,
    );
  return {
    ...named(plan),
    instruments: result.rankInstruments!,
    units: result.ngroups!,
    panels: fits.length,
    failures,
    coefficients: Object.fromEntries(performances),
    hansen: rate('hansen'),
    ar2: rate('ar2'),
  };
}

/** A name such as `system, collapsed`. */
function named({ choices, original }: Plan): Pick<DesignVariant, 'name' | 'own'> {
  const { system, collapse } = choices;
  const equations = system === true ? 'system' : 'difference';
  const windows = { true: ', collapsed', false: '' }[String(collapse)] ?? ', as written';
  return { name: `${equations}${windows}`, own: original };
}

/** Size of a simulated panel. */
interface Size {
  /** The first units of the panel, then copies of them if more are needed. */
  readonly units: number;
  /** The first periods of the calendar. */
  readonly periods: number;
}

/** The table with other numbers of units and periods. Each copy of a unit gets a new name. */
function resized(table: Table, keys: PanelKeys, { units, periods }: Size): Table {
  const panel = panelOf(table, keys);
  const rows: number[] = [];
  const copies: number[] = [];
  for (let unit = 0; unit < units; unit++) {
    const source = unit % panel.nunits;
    for (let i = panel.unitStart[source]!; i < panel.unitStart[source + 1]!; i++) {
      if (panel.period[i]! >= periods) continue;
      rows.push(panel.order[i]!);
      copies.push(Math.floor(unit / panel.nunits));
    }
  }
  const columns = new Map<string, Column>();
  for (const [name, column] of table.columns) {
    const values = takeRows(column, rows);
    columns.set(name, name === keys.unit ? apart(values, copies) : values);
  }
  return { nrows: rows.length, columns };
}

function takeRows(column: Column, rows: readonly number[]): Column {
  return column.kind === 'number'
    ? {
        kind: 'number',
        values: Float64Array.from(rows, (row) => column.values[row]!),
        ...(column.frequency && { frequency: column.frequency }),
      }
    : {
        kind: 'text',
        values: rows.map((row) => column.values[row]!),
        ...(column.order && { order: column.order }),
      };
}

/** Gives copies of units new names, such as `a #2`, or numbers above those of all units before. */
function apart(column: Column, copies: readonly number[]): Column {
  if (column.kind === 'text') {
    const values = column.values.map((name, i) =>
      copies[i] === 0 ? name : `${name} #${copies[i]! + 1}`,
    );
    return { kind: 'text', values };
  }
  const [low, high] = column.values.reduce(
    ([a, b], value) => [Math.min(a, value), Math.max(b, value)],
    [Infinity, -Infinity],
  );
  const range = Math.ceil(high - low) + 1;
  return { kind: 'number', values: column.values.map((id, i) => id + copies[i]! * range) };
}
