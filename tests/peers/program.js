/** What needs optional packages, each with a check of its answer. Prints the failures as JSON, by the packages. */
import { bootstrap, ols, withBootstrap } from 'wasmetrics';
import { auditTable, readPrintedPdf } from 'wasmetrics/audit';
import { convertTable, readSql, readTable } from 'wasmetrics/data';
import {
  coefficientFigure,
  regressionTable,
  renderFigure,
  renderTable,
  toJson,
} from 'wasmetrics/report';

const [csv, redis] = process.argv.slice(2);
const table = await readTable(csv);
const formula = 'n ~ w + k';
const fit = await ols(table, formula);
const figure = await coefficientFigure([fit]);
const paper = regressionTable([fit]);

function check(isRight, text) {
  if (!isRight) throw new Error(text);
}

const startsWith = (bytes, start) =>
  check(
    start.every((byte, i) => bytes[i] === byte),
    `begins with ${bytes.slice(0, 8)}`,
  );
const ZIP = [0x50, 0x4b, 3, 4];
const PNG = [0x89, 0x50, 0x4e, 0x47];
const PDF = [0x25, 0x50, 0x44, 0x46];

async function sameFit(data) {
  const { params } = await ols(data, formula);
  check(JSON.stringify(params) === JSON.stringify(fit.params), `found ${JSON.stringify(params)}`);
}

async function queued(options, more) {
  const { bullmq, startWorker } = await import('wasmetrics/bullmq');
  const shared = { connection: redis, key: 'open-sesame-to-the-queue-4711', ...more };
  const worker = await startWorker({ ...shared, concurrency: 1 });
  const run = bootstrap(fit, { ...options, runner: bullmq({ ...shared, parts: 4 }) });
  const result = await run.result;
  await worker.close();
  const alone = await bootstrap(fit, options).result;
  const textOf = (one) => toJson(withBootstrap(fit, one));
  check(textOf(result) === textOf(alone), 'the queue gave other numbers');
}

const features = {
  'apache-arrow': async () => {
    const { bytes } = await convertTable(table, 'arrow');
    await sameFit(await readTable(bytes, { name: 'table.arrow' }));
  },
  'hyparquet-writer': async () => {
    const { bytes } = await convertTable(table, 'parquet');
    await sameFit(await readTable(bytes, { name: 'table.parquet' }));
  },
  '@duckdb/node-api': async () => sameFit(await readSql("select * from 'abdata.csv'")),
  'vega vega-lite': async () => check(/<path/.test(await renderFigure(figure, 'svg')), 'no path'),
  'vega vega-lite vega-interpreter': async () => {
    const ast = await renderFigure(figure, 'svg', { ast: true });
    check(ast === (await renderFigure(figure, 'svg')), 'the interpreter draws something else');
  },
  'vega vega-lite @resvg/resvg-js': async () => startsWith(await renderFigure(figure, 'png'), PNG),
  '@myriaddreamin/typst-ts-node-compiler': async () =>
    startsWith(await renderTable(paper, 'pdf'), PDF),
  '@myriaddreamin/typst-ts-node-compiler @resvg/resvg-js': async () =>
    startsWith(await renderTable(paper, 'png'), PNG),
  '@myriaddreamin/typst-ts-node-compiler unpdf': async () => {
    const tables = await readPrintedPdf(await renderTable(paper, 'pdf'));
    const { checked, findings } = await auditTable(tables);
    check(checked > 5 && findings.length === 0, `${checked} checks, ${JSON.stringify(findings)}`);
  },
  docx: async () => startsWith(await renderTable(paper, 'docx'), ZIP),
  'write-excel-file': async () => startsWith(await renderTable(paper, 'xlsx'), ZIP),
  'ioredis bullmq': () => queued({ reps: 2000, seed: 3 }),
  'ioredis bullmq aws4fetch': () => queued({ reps: 2000, seed: 4 }, { store: 's3://bucket/runs' }),
};

const failures = {};
for (const [packages, run] of Object.entries(features)) {
  try {
    await run();
  } catch (error) {
    failures[packages] = String(error?.stack ?? error);
  }
}
console.log(JSON.stringify({ tried: Object.keys(features), failures }));
process.exit();
