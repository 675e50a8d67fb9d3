/** The copy of a study that reads synthetic data. */
import { notices } from '../../bindings/words/errors/program/notices.js';
import type { Told } from '../../bindings/words/told.js';
import { InputError, type Table } from '../../bindings/index.js';
import {
  type BundleFiles,
  type BundlePlan,
  type NamedData,
  syntheticTable,
} from '../../bindings/entries/bundle.js';
import { convertTable, type ConvertFormat } from '../../bindings/entries/data.js';
import type { StudyInput } from '../../bindings/entries/study.js';
import { syntheticFormat } from '../../bindings/words/errors/program/bundles.js';
import type { Host } from '../host.js';

/** A study, its plan, and where it is. */
export interface StudySource {
  readonly host: Host;
  readonly study: StudyInput;
  readonly plan: BundlePlan;
  readonly path: string;
  /** The study's folder. */
  readonly base: string;
}

export interface Synthetic {
  /** The path of the study's copy. */
  readonly study: string;
  readonly files: BundleFiles;
  readonly notes: readonly Told[];
}

export const syntheticPath = (path: string): string => path.replace(/^study\//, 'synthetic/');

const formats: Readonly<Record<string, ConvertFormat>> = {
  csv: 'csv',
  json: 'json',
  dta: 'dta',
  arrow: 'arrow',
  feather: 'arrow',
  parquet: 'parquet',
};

/** Synthetic data for each file of the study, with a copy of the study next to them. */
export async function syntheticFiles(
  { study, plan }: StudySource,
  named: BundleFiles,
  tables: ReadonlyMap<string, Table>,
): Promise<Synthetic> {
  const data = new Set(plan.data.map(({ path }) => path));
  const files = new Map(
    [...named].flatMap(([path, bytes]) =>
      data.has(path) ? [] : [[syntheticPath(path), bytes] as const],
    ),
  );
  const unit = study.panel?.unit;
  const units = unit === undefined ? undefined : unitsIn(tables, unit);
  const notes: Told[] = [];
  for (const [i, file] of plan.data.entries()) {
    const table = tables.get(file.path)!;
    const has = (name: string | undefined) => name !== undefined && table.columns.has(name);
    const drawn = await syntheticTable(table, {
      seed: i + 1,
      keep: joinedBy(study).filter((name) => name !== unit && has(name)),
      ...(has(unit) && { unit, units }),
      ...(has(study.panel?.time) && { time: study.panel?.time }),
    });
    const { bytes } = await convertTable(drawn.table, formatOf(file));
    files.set(syntheticPath(file.path), bytes);
    if (drawn.equalRows > 0) {
      notes.push(notices['equal-rows']({ rows: drawn.equalRows, file: file.written }));
    }
  }
  return { study: syntheticPath(plan.study), files, notes };
}

/** All units in the files, sorted as text. */
function unitsIn(tables: ReadonlyMap<string, Table>, unit: string): readonly string[] {
  const names = [...tables.values()].flatMap((table) =>
    Array.from(table.columns.get(unit)?.values ?? [], String),
  );
  return [...new Set(names)].filter((name) => name !== '').sort();
}

/** Columns that files are joined by, under the names of either file. */
function joinedBy({ merge = [] }: StudyInput): readonly string[] {
  const namesOf = (on: string | Readonly<Record<string, string>>) =>
    typeof on === 'string' ? on : [...Object.keys(on), ...Object.values(on)];
  return [merge].flat().flatMap(({ on }) => [on].flat().flatMap(namesOf));
}

/** The format that the study reads, from the file's extension. */
function formatOf({ key, written, place }: NamedData): ConvertFormat {
  const format = formats[written.split('.').at(-1)!.toLowerCase()];
  const marks = (['delimiter', 'decimal', 'thousands', 'header', 'unitsRow'] as const).find(
    (one) => place[one] !== undefined,
  );
  if (format !== undefined && marks === undefined) return format;
  const file = marks === undefined ? written : `${written} with ${marks}`;
  const told = syntheticFormat({ path: key, found: file, formats: Object.keys(formats) });
  throw new InputError(told, { of: 'study', key });
}
