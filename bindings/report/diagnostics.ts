/** Diagnostics of a least squares fit, each test with its null hypothesis in words. */
import type { Diagnostics } from '../results/inference/diagnostics.js';
import { facts, left, number, right, table, words } from '../tables/blocks.js';
import type { Block, Document } from '../tables/document.js';
import { short, statistic } from '../tables/format.js';
import { testLine, testTable } from './fit/specification-tests.js';

export function diagnosticsDocument(result: Diagnostics): Document {
  const title = 'Diagnostics of least squares';
  return { kind: 'diagnostics', title, blocks: diagnosticsBlocks(result) };
}

const equal = 'the errors are homoskedastic';

function diagnosticsBlocks(result: Diagnostics): Block[] {
  const lines = [
    ...testLine('Breusch-Pagan, n R2', equal, result.breuschPagan),
    ...testLine('Breusch-Pagan, F', equal, result.breuschPaganF),
    ...testLine('Breusch-Pagan, normal errors', equal, result.breuschPaganNormal),
    ...testLine('Cook-Weisberg, fitted values', equal, result.cookWeisberg),
    ...testLine('White', equal, result.white),
    ...result.breuschGodfrey.flatMap(({ order, lm, f }) => [
      ...testLine(
        `Breusch-Godfrey(${order}), n R2`,
        `no serial correlation up to order ${order}`,
        lm,
      ),
      ...testLine(`Breusch-Godfrey(${order}), F`, `no serial correlation up to order ${order}`, f),
    ]),
    ...testLine('RESET', 'powers of the fitted values add nothing', result.reset),
    ...testLine('Jarque-Bera', 'the errors are normal', result.jarqueBera),
  ];
  return [
    ...testTable('Diagnostic tests', lines),
    ...facts([['Durbin-Watson', durbinWatsonWords(result)]]),
    ...inflationTable(result),
  ];
}

function durbinWatsonWords({ durbinWatson: { stat, reason } }: Diagnostics): string {
  return stat === null ? `not available: ${reason}` : `${statistic(stat)} (no p-value: ${reason})`;
}

function inflationTable({ vif }: Diagnostics): Block[] {
  const columns = [left('regressor'), right('variance inflation factor')];
  const rows = Object.entries(vif).map(([name, factor]) => ({
    cells: [words(name), number(factor, (x) => short(x, 3))],
  }));
  return table('Variance inflation factors', columns, rows);
}
