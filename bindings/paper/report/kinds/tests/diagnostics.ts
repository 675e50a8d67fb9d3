/** Diagnostics of a least squares fit, each test with its null hypothesis in words. */
import type { Diagnostics } from '../../../../results/inference/diagnostics.js';
import { type Entry, facts, left, number, right, table, verbatim } from '../../../tables/blocks.js';
import type { Block, Document } from '../../../tables/draft.js';

import { short, statistic } from '../../../../words/text/format.js';
import { testLine, type TestLine, testTable } from '../../fit/specification-tests.js';
import { because, list, type Phrase, say, series, type Telling } from '../../../../words/phrase.js';

export function diagnosticsDocument(result: Diagnostics): Document {
  const title = say('Diagnostics of least squares');
  return { kind: 'diagnostics', title, blocks: diagnosticsBlocks(result) };
}

function diagnosticsBlocks(result: Diagnostics): Block[] {
  const lines = [
    ...testLine('Breusch-Pagan, n R2', 'homoskedastic errors', result.breuschPagan),
    ...testLine('Breusch-Pagan, F', 'homoskedastic errors', result.breuschPaganF),
    ...testLine('Breusch-Pagan, normal', 'homoskedastic errors', result.breuschPaganNormal),
    ...testLine('Cook-Weisberg, fitted', 'homoskedastic errors', result.cookWeisberg),
    ...testLine('White', 'homoskedastic errors', result.white),
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

function durbinWatson({ durbinWatson: { stat, ...why } }: Diagnostics): Entry[] {
  return stat === null
    ? []
    : [['Durbin-Watson', say('{} (no p-value: {})', statistic(stat), because(why))]];
}

/** The tests that were not possible, grouped by reason. */
function missingWords(
  { durbinWatson: durbin }: Diagnostics,
  lines: readonly TestLine[],
): Phrase | undefined {
  const names = new Map<string, { readonly why: Phrase; readonly tests: Phrase[] }>();
  const add = (name: Phrase, missing: { readonly reason: string; readonly told?: Telling }) => {
    const same = names.get(missing.reason) ?? { why: because(missing), tests: [] };
    same.tests.push(name);
    names.set(missing.reason, same);
  };
  for (const { name, test } of lines) if (test.stat === null) add(name, test);
  if (durbin.stat === null) add('Durbin-Watson', durbin);
  const parts = [...names.values()].map(({ why, tests }) => say('{}: {}', series(tests), why));
  return parts.length === 0 ? undefined : list(parts, '; ');
}

function inflationTable({ vif }: Diagnostics): Block[] {
  const columns = [left('regressor'), right('variance inflation factor')];
  const rows = Object.entries(vif).map(([name, factor]) => ({
    cells: [verbatim(name), number(factor, (x) => short(x, 3))],
  }));
  return table('Variance inflation factors', columns, rows);
}
