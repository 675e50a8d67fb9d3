/** Estimates a formula on the file that the user chooses. `npm install && npm run dev` in this folder serves the page. */
import { EconError, ols } from 'wasmetrics';
import { readTable } from 'wasmetrics/data';
import { toText } from 'wasmetrics/report';

const file = document.querySelector('#file');
const formula = document.querySelector('#formula');
const result = document.querySelector('#result');

async function estimate() {
  const [chosen] = file.files;
  if (chosen === undefined) return;
  try {
    const data = await readTable(new Uint8Array(await chosen.arrayBuffer()));
    result.textContent = toText(await ols(data, { formula: formula.value, vcov: { type: 'HC1' } }));
  } catch (error) {
    if (!(error instanceof EconError)) throw error;
    result.textContent = error.message;
  }
  document.title = 'done';
}

file.addEventListener('change', estimate);
formula.addEventListener('change', estimate);
