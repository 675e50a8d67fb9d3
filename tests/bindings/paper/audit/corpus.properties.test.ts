/** A corpus of printed tables: right ones in many layouts, and impossible ones. */
import { expect, test } from 'vitest';
import { auditTable, readPrintedPdf, readPrintedTables } from 'wasmetrics/audit';
import { layouts, rightTables } from './corpus/corpus.js';
import { heldOutLayouts } from './corpus/layouts/held-out.js';
import { planted } from './corpus/planted/index.js';
import type { Planted } from './corpus/planted/plant.js';
import { pdftotext } from './corpus/stored/pdftotext.js';

async function impossibleIn(contents: string | Uint8Array): Promise<readonly string[]> {
  const isPdf = typeof contents !== 'string' && contents[0] === 0x25;
  const tables = await (isPdf ? readPrintedPdf(contents, 'T') : readPrintedTables(contents, 'T'));
  const { findings } = await auditTable(tables);
  return findings
    .filter(({ severity }) => severity === 'impossible')
    .map(({ message, rule }) => `${message} [${rule}]`);
}

test('at most 2 of 1,000 right tables in 50 layouts are called impossible, and each is checked', async () => {
  const tables = rightTables(19);
  expect(tables.length).toBeGreaterThanOrEqual(1000);
  expect(new Set(tables.map(({ layout }) => layout)).size).toBeGreaterThanOrEqual(50);
  const wrong: string[] = [];
  for (const { layout, study, contents } of [...tables, ...pdftotext.right]) {
    const [first] = await impossibleIn(contents);
    if (first !== undefined) wrong.push(`${layout}, ${study}: ${first}`);
  }
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(2);
});

test('of 157 tables in 31 other layouts one at most is called impossible', async () => {
  const wrong: string[] = [];
  for (const { layout, study, contents } of [
    ...rightTables(10, heldOutLayouts),
    ...pdftotext.heldOut,
  ]) {
    const [first] = await impossibleIn(contents);
    if (first !== undefined) wrong.push(`${layout}, ${study}: ${first}`);
  }
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(1);
});

test('layouts have names of their own', () => {
  const names = layouts.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

/** The impossible tables that are not found, and what is said of the right ones. */
async function missedAmong(list: readonly Planted[]) {
  const missed: string[] = [];
  const flagged: string[] = [];
  for (const { what, layout, right, wrong } of list) {
    expect(wrong, what).not.toEqual(right);
    if ((await impossibleIn(wrong)).length === 0) missed.push(`${layout}: ${what}`);
    flagged.push(...(await impossibleIn(right)).map((finding) => `${layout}: ${what}: ${finding}`));
  }
  return { missed, flagged };
}

test('55 of 60 impossible tables are found, and the tables that they were made from are not', async () => {
  expect(planted).toHaveLength(60);
  const { missed, flagged } = await missedAmong(planted);
  expect(flagged).toEqual([]);
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(5);
});

test('the impossible ones in LaTeX are found in the text of their pages, too', async () => {
  expect(pdftotext.planted.length).toBeGreaterThan(15);
  expect(await missedAmong(pdftotext.planted)).toEqual({ missed: [], flagged: [] });
});
