/** Diagnostics of a least squares fit as text, each test with its null hypothesis in words. */
import type { Diagnostics } from '../inference/index.js';
import { short, statistic } from '../tables/format.js';
import type { TextTable } from '../tables/table.js';
import { testRow, testTableOf } from './specification-tests.js';

const equal = 'the errors have one variance';

/** The tests that have a p-value, one a line. */
export function diagnosticsTable(found: Diagnostics): TextTable {
  return testTableOf([
    ...testRow('Breusch-Pagan, n R2', equal, found.breuschPagan),
    ...testRow('Breusch-Pagan, F', equal, found.breuschPaganF),
    ...testRow('Breusch-Pagan, normal errors', equal, found.breuschPaganNormal),
    ...testRow('Cook-Weisberg, fitted values', equal, found.cookWeisberg),
    ...testRow('White', equal, found.white),
    ...found.breuschGodfrey.flatMap(({ order, lm, f }) => [
      ...testRow(`Breusch-Godfrey(${order}), n R2`, `no correlation up to lag ${order}`, lm),
      ...testRow(`Breusch-Godfrey(${order}), F`, `no correlation up to lag ${order}`, f),
    ]),
    ...testRow('RESET', 'powers of the fitted values add nothing', found.reset),
    ...testRow('Jarque-Bera', 'the errors are normal', found.jarqueBera),
  ]);
}

/** Durbin-Watson and the variance inflation factors. */
export function diagnosticsNotes({ durbinWatson, vif }: Diagnostics): string[] {
  const { stat, reason } = durbinWatson;
  const words =
    stat === null ? `not available: ${reason}` : `${statistic(stat)} (no p-value: ${reason})`;
  const factors = Object.entries(vif).map(([name, factor]) => `${name} ${short(factor, 3)}`);
  const inflation = factors.length === 0 ? 'none, as there are no slopes' : factors.join(', ');
  return [`Durbin-Watson: ${words}`, `variance inflation factors: ${inflation}`];
}
