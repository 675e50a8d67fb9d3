/** Diagnostics of a least squares fit, each test with its null hypothesis in words. */
import type { Diagnostics } from '../../../results/inference/diagnostics.js';
import { type Entry, facts, left, number, right, table, words } from '../../tables/blocks.js';
import type { Block, Document } from '../../tables/document.js';
import { series } from '../../../words/text/counts.js';
import { short, statistic } from '../../../words/text/format.js';
import { testLine, type TestLine, testTable } from '../fit/specification-tests.js';

export function diagnosticsDocument(result: Diagnostics): Document {
  const title = 'Diagnostics of least squares';
  return { kind: 'diagnostics', title, blocks: diagnosticsBlocks(result) };
}

const equal = 'homoskedastic errors';

function diagnosticsBlocks(result: Diagnostics): Block[] {
  const lines = [
    ...testLine('Breusch-Pagan, n R2', equal, result.breuschPagan),
    ...testLine('Breusch-Pagan, F', equal, result.breuschPaganF),
    ...testLine('Breusch-Pagan, normal', equal, result.breuschPaganNormal),
    ...testLine('Cook-Weisberg, fitted', equal, result.cookWeisberg),
    ...testLine('White', equal, result.white),
    ...result.breuschGodfrey.flatMap(({ order, lm, f }) => [
      ...testLine(`Breusch-Godfrey(${order}), n R2`, 'no serial correlation', lm),
      ...testLine(`Breusch-Godfrey(${order}), F`, 'no serial correlation', f),
    ]),
    ...testLine('RESET', 'no omitted powers', result.reset),
    ...testLine('Jarque-Bera', 'normal errors', result.jarqueBera),
  ];
  const done = lines.filter(({ test }) => test.stat !== null);
  return [
    ...testTable('Diagnostic tests', done),
    ...facts([...durbinWatson(result), ['not available', missingWords(result, lines)]]),
    ...inflationTable(result),
  ];
}

function durbinWatson({ durbinWatson: { stat, reason } }: Diagnostics): Entry[] {
  return stat === null ? [] : [['Durbin-Watson', `${statistic(stat)} (no p-value: ${reason})`]];
}

/** The tests that were not possible, grouped by reason. */
function missingWords(
  { durbinWatson: { stat, reason } }: Diagnostics,
  lines: readonly TestLine[],
): string | undefined {
  const names = new Map<string, string[]>();
  const add = (name: string, why: string) => names.set(why, [...(names.get(why) ?? []), name]);
  for (const { name, test } of lines) if (test.stat === null) add(name, test.reason);
  if (stat === null) add('Durbin-Watson', reason);
  const parts = [...names].map(([why, tests]) => `${series(tests, 'and')}: ${why}`);
  return parts.length === 0 ? undefined : parts.join('; ');
}

function inflationTable({ vif }: Diagnostics): Block[] {
  const columns = [left('regressor'), right('variance inflation factor')];
  const rows = Object.entries(vif).map(([name, factor]) => ({
    cells: [words(name), number(factor, (x) => short(x, 3))],
  }));
  return table('Variance inflation factors', columns, rows);
}
