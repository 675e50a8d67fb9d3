/** Writes the tables of docs/explanation/speed.md and the chart docs/speed.svg. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { speedChart, withTables } from './tables.js';

const path = (name: string) => new URL(`../../${name}`, import.meta.url);

/** The page with its tables, as the format of the repository has it. */
export const speedPage = (text: string): Promise<string> =>
  formatted('docs/explanation/speed.md', withTables(text));

async function formatted(name: string, text: string): Promise<string> {
  const file = path(name);
  return format(text, { ...(await resolveConfig(file)), filepath: name });
}

export async function writeTables(): Promise<void> {
  for (const name of ['bench/suite.json', 'bench/programs.json']) {
    writeFileSync(path(name), await formatted(name, readFileSync(path(name), 'utf8')));
  }
  const page = path('docs/explanation/speed.md');
  writeFileSync(page, await speedPage(readFileSync(page, 'utf8')));
  writeFileSync(path('docs/speed.svg'), speedChart());
}
