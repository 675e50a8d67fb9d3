/**
 * What every host runs: least squares of arrays, a formula, a CSV text, and bootstraps whose replicates must have the
 * bits of Node. A table so large that workers begin shows whether the host starts them.
 */

const N = 300;
const LARGE = 60_000;

/** Columns that every host computes with the same bits. */
function columns(n) {
  const noise = (i, step) => (((i + 1) * step) % 101) / 101;
  const x = Array.from({ length: n }, (_, i) => noise(i, 37));
  const z = Array.from({ length: n }, (_, i) => noise(i, 53));
  const y = x.map((value, i) => 1 + value - 2 * z[i] + noise(i, 71));
  return { y, x, z };
}

/** A short hash of numbers (FNV-1a over their bytes). */
function hashOf(values) {
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(values.buffer, values.byteOffset, values.byteLength)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Least squares of arrays, after `ready()` or `init()`. */
export function hashOfArrays({ ols }) {
  const { y, x, z } = columns(N);
  const regressors = [x, z].map((one) => Float64Array.from(one));
  return hashOf(Float64Array.from(ols(Float64Array.from(y), regressors).arrays.params));
}

/** The columns of a CSV text. */
function hashOfTable({ parseCsv }) {
  const { y, x, z } = columns(N);
  const lines = y.map((value, i) => `${value},${x[i]},${z[i]}`);
  const table = parseCsv(['y,x,z', ...lines].join('\n'));
  return hashOf(
    Float64Array.from([...table.columns.values()].flatMap(({ values }) => [...values])),
  );
}

/**
 * @param root - `wasmetrics`
 * @param estimators - `wasmetrics/estimators`
 * @param module - the compiled module, where the host compiles none
 */
export async function runProgram(root, estimators, module) {
  if (module === undefined) await estimators.ready();
  else await root.init({ module });
  const { y, x, z } = columns(N);
  const fit = await root.ols({ y, x, z }, { formula: 'y ~ x + z', vcov: 'HC1' });
  const { values } = await root.bootstrap(fit, { reps: 2000, seed: 7 }).replicates;
  const here = await root.bootstrap(fit, { reps: 200, seed: 7, workers: 0 }).replicates;
  const large = await root.ols(columns(LARGE), { formula: 'y ~ x + z' });
  const options = { reps: 192, seed: 7, workers: 1 };
  const { warnings } = await root.bootstrap(large, options).result;
  const lost = warnings.find(({ code }) => code === 'no-workers');
  const error = await root.ols({ y, x }, { formula: 'y ~ nothing' }).catch((caught) => caught);
  return {
    arrays: hashOfArrays(estimators),
    formula: hashOf(Float64Array.from(Object.values(fit.params))),
    replicates: hashOf(values),
    here: hashOf(here.values),
    table: hashOfTable(root),
    error: error.name,
    workers: lost === undefined ? 'yes' : `no ${/\(.*?\)/.exec(lost.message)[0]}`,
  };
}
