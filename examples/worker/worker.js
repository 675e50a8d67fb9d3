/** Estimates the formula of each message and answers with a table, or with what is wrong with the formula. */
import { EconError, ols } from '../../dist/esm/index.js';
import { readTable } from '../../dist/esm/data.js';
import { toText } from '../../dist/esm/report.js';

const table = fetch('../abdata.csv')
  .then((response) => response.arrayBuffer())
  .then((buffer) => readTable(new Uint8Array(buffer)));

self.onmessage = async ({ data: { formula } }) => {
  try {
    const fit = await ols(await table, { formula, vcov: { type: 'cluster', cluster: ['id'] } });
    self.postMessage({ formula, table: toText(fit) });
  } catch (error) {
    if (!(error instanceof EconError)) throw error;
    self.postMessage({ formula, problem: error.message });
  }
};
