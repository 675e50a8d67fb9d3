/** The Stata files in tests/golden/files/dta and what they hold. */
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { DtaFile } from '../../../../../bindings/data/readers/dta/index.js';
import { missingName } from '../../../../../bindings/data/readers/dta/index.js';

const folder = new URL('../../../../golden/files/dta/', import.meta.url);

interface ExpectedColumn {
  readonly name: string;
  readonly storage: string;
  readonly format?: string;
  readonly label?: string | null;
  readonly valueLabelName?: string | null;
  readonly valueLabels?: Readonly<Record<string, string>>;
  readonly values: readonly unknown[];
  readonly dates?: readonly (string | null)[];
}

interface Expected {
  readonly error?: string;
  readonly format: string;
  readonly release: number;
  readonly byteorder: string;
  readonly dataLabel: string | null;
  readonly nrows: number;
  readonly sortedBy: readonly string[];
  readonly columns?: readonly ExpectedColumn[];
  readonly columns_compact?: readonly (readonly [string, string, readonly unknown[]])[];
}

export interface Case {
  readonly id: string;
  readonly data: string;
  readonly spec: { readonly encoding?: string };
  readonly expected: Expected;
}

export const cases: Case[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case);

export function bytesOf({ data }: Case): Uint8Array {
  const bytes = readFileSync(new URL(data, folder));
  return data.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

export function columnsOf({ columns, columns_compact }: Expected): readonly ExpectedColumn[] {
  return columns ?? columns_compact!.map(([name, storage, values]) => ({ name, storage, values }));
}

/** The values of a variable as the JSON files write them. */
export function written({ variables }: DtaFile, i: number): unknown[] {
  const variable = variables[i]!;
  if (variable.kind === 'text') {
    return variable.values.map((value) =>
      typeof value === 'string' ? value : { hex: Buffer.from(value).toString('hex') },
    );
  }
  return Array.from(variable.values, (value, row) => {
    const kind = variable.missing?.[row] ?? 0;
    return kind > 0 ? { missing: missingName(kind) } : value;
  });
}
