/**
 * One cold start in a separate process: imports the built package, compiles and instantiates
 * the engine, reads a CSV and fits a model. Arguments: the model as JSON, the path of the CSV. Prints
 * the milliseconds of each stage as JSON.
 */
import { readFileSync } from 'node:fs';

const [modelText, csvPath] = process.argv.slice(2);
const begun = performance.now();
const { fitModel, loadEngine } = await import('../dist/esm/index.js');
const { parseCsv } = await import('../dist/esm/data.js');
const imported = performance.now();
const engine = await loadEngine();
const loaded = performance.now();
const data = parseCsv(readFileSync(csvPath, 'utf8'));
const parsed = performance.now();
await fitModel(data, JSON.parse(modelText), { engine });
const fitted = performance.now();

process.stdout.write(
  JSON.stringify({
    importing: imported - begun,
    loading: loaded - imported,
    parsing: parsed - loaded,
    fitting: fitted - parsed,
  }),
);
