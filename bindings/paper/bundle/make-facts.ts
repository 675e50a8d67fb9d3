/** The facts of a bundle, from its plan and the outputs of its run. */
import { isKeyed } from '../../core/arguments/arguments.js';
import { placeText } from '../../words/places.js';
import { compareOutputs } from './compare/compare.js';
import {
  type BundleData,
  type BundleEngine,
  type BundleFacts,
  type BundleFiles,
  type BundleItem,
  type BundleSeed,
  folders,
  paths,
  type VenueName,
} from './facts.js';
import { outputsJson } from './compare/outputs-json.js';
import type { BundlePlan } from './plan.js';
import { typed } from './typed.js';

export interface BundleRun {
  readonly plan: BundlePlan;
  readonly venue: VenueName;
  readonly engine: BundleEngine;
  readonly data: readonly BundleData[];
  /** The outputs, by their paths in the bundle. */
  readonly outputs: BundleFiles;
  /** The outputs from the synthetic data, at the same paths. */
  readonly syntheticOutputs?: BundleFiles;
}

/**
 * What is in a bundle: its files, its items with their output files, its seeds.
 *
 * @throws InputError `bundle-output` for outputs that cannot be read
 */
export function bundleFacts(run: BundleRun): BundleFacts {
  return typed('bundleFacts', () => factsOf(run));
}

function factsOf(run: BundleRun): BundleFacts {
  const { plan, venue, engine, data, outputs, syntheticOutputs } = run;
  const results = outputsJson(outputs, paths.results);
  const numbers = outputsJson(outputs, paths.numbers);
  const failed = failures(results);
  const kept =
    syntheticOutputs === undefined ? undefined : identicalItems(outputs, syntheticOutputs);
  const items = plan.items.map((item): BundleItem => ({
    ...item,
    title: titleOf(item, results),
    files: filesOf(item, outputs),
    ...(failed.has(item.id) && { failed: failed.get(item.id)! }),
    ...(kept !== undefined && { fromSynthetic: kept.has(`${item.kind} ${item.id}`) }),
  }));
  return {
    bundle: 1,
    ...(plan.title !== undefined && { title: plan.title }),
    venue,
    study: plan.study,
    ...(syntheticOutputs !== undefined && {
      syntheticStudy: plan.study.replace(folders.study, folders.synthetic),
    }),
    engine,
    data,
    templates: plan.templates.map(({ path }) => path),
    items,
    seeds: seedsOf(results),
    numbers: Object.keys(numbers).length,
  };
}

function failures(results: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const list = Array.isArray(results['failed']) ? (results['failed'] as unknown[]) : [];
  return new Map(
    list
      .filter(isKeyed)
      .map(({ id, error }) => [
        String(id),
        isKeyed(error) ? String(error['message']).split('\n')[0]! : 'failed',
      ]),
  );
}

/** The title of the study, or a figure's description. */
function titleOf({ kind, id, title }: Planned, results: Readonly<Record<string, unknown>>): string {
  const { figures } = results;
  if (kind !== 'figure' || title !== id || !isKeyed(figures)) return title;
  const figure = figures[id];
  return isKeyed(figure) ? String(figure['description'] ?? title).split(/(?<=\.)\s/)[0]! : title;
}

type Planned = BundlePlan['items'][number];

const places: Readonly<Record<BundleItem['kind'], (id: string) => readonly string[]>> = {
  table: (id) => [`tables/${id}.md`, `tables/${id}.csv`],
  figure: (id) => [`figures/${id}.svg`, `figures/${id}.json`],
  text: (id) => [`paper/${id.replace(/\.tmpl$/, '').replace(/^(\.\.?\/)+/, '')}`],
  claim: () => ['report.txt'],
};

function filesOf({ kind, id }: Planned, outputs: BundleFiles): readonly string[] {
  return places[kind](id)
    .map((path) => folders.outputs + path)
    .filter((path) => outputs.has(path));
}

/** Items that are identical in both runs, such as `table T3`. */
function identicalItems(outputs: BundleFiles, others: BundleFiles): ReadonlySet<string> {
  const { items } = compareOutputs(outputs, others);
  return new Set(
    items.flatMap(({ kind, id, outcome }) => (outcome === 'identical' ? [`${kind} ${id}`] : [])),
  );
}

/** Every seed in the results, once, with its place. */
function seedsOf(results: Readonly<Record<string, unknown>>): readonly BundleSeed[] {
  const seeds = new Map<string, BundleSeed>();
  const visit = (value: unknown, place: string): void => {
    if (Array.isArray(value)) for (const part of value) visit(part, place);
    else if (isKeyed(value)) {
      const { seed, reps } = value;
      if (typeof seed === 'number') {
        const counted = typeof reps === 'number' ? { reps } : {};
        seeds.set(`${place} ${seed} ${String(reps)}`, { place, seed, ...counted });
      }
      for (const part of Object.values(value)) if (typeof part === 'object') visit(part, place);
    }
  };
  for (const [key, nameOf] of Object.entries(seeded)) {
    const parts = results[key];
    if (!isKeyed(parts)) continue;
    for (const [id, part] of Object.entries(parts)) visit(part, nameOf(id, part));
  }
  return [...seeds.values()];
}

/** Parts of a result that may draw, and how the README names them. */
const seeded: Readonly<Record<string, (id: string, part: unknown) => string>> = {
  models: (id, part) => {
    const columns = isKeyed(part) ? part['columns'] : undefined;
    if (!Array.isArray(columns)) return `model ${id}`;
    return placeText({ table: id.replace(/\.\d+$/, ''), columns: columns.map(Number) });
  },
  comparisons: (id) => `comparison of groups in ${id}`,
};
