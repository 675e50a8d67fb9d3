/**
 * What every host runs: least squares of arrays, a formula, and a bootstrap whose replicates must have the bits of
 * Node. A table so large that workers begin shows whether the host starts them.
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

/**
 * @param root - `wasmetrics`
 * @param estimators - `wasmetrics/estimators`
 * @param module - the compiled module, where the host compiles none
 */
export async function runProgram(root, estimators, module) {
  if (module === undefined) await estimators.ready();
  else await root.init({ module });
  const { y, x, z } = columns(N);
  const arrays = estimators.ols(
    Float64Array.from(y),
    [x, z].map((one) => Float64Array.from(one)),
  );
  const fit = await root.ols({ y, x, z }, { formula: 'y ~ x + z', vcov: 'HC1' });
  const { values } = await root.bootstrap(fit, { reps: 2000, seed: 7 }).replicates;
  const large = await root.ols(columns(LARGE), { formula: 'y ~ x + z' });
  const options = { reps: 192, seed: 7, workers: 1 };
  const { warnings } = await root.bootstrap(large, options).result;
  const lost = warnings.find(({ code }) => code === 'no-workers');
  const error = await root.ols({ y, x }, { formula: 'y ~ nothing' }).catch((caught) => caught);
  return {
    arrays: hashOf(Float64Array.from(arrays.params)),
    formula: hashOf(Float64Array.from(Object.values(fit.params))),
    replicates: hashOf(values),
    error: error.name,
    workers: lost === undefined ? 'yes' : lost.message,
  };
}
