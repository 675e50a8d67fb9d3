// Least squares of arrays by one npm package, in a separate process: ml-matrix has one array per matrix row, and
// numpy-ts has a separate heap. Reads a file of doubles (y, then the columns of X without the constant) and keeps them
// as typed arrays or as plain ones. Each line names a task, which is solved once. The answer is the processor time in
// milliseconds, the coefficients with the constant last, then any standard errors.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [name, kind, rows, file] = process.argv.slice(2);
const n = Number(rows);
const { buffer, byteOffset, byteLength } = readFileSync(file);
const data = new Float64Array(buffer, byteOffset, byteLength / 8);
const [y, ...x] = Array.from({ length: data.length / n }, (_, j) => {
  const column = data.slice(j * n, (j + 1) * n);
  return kind === 'plain' ? Array.from(column) : column;
});

const { version, tasks } = await packages()[name]();
console.log(`${name} ${version}`);
for await (const task of createInterface({ input: process.stdin })) {
  const before = process.cpuUsage();
  const numbers = tasks[task](y, x);
  const { user, system } = process.cpuUsage(before);
  console.log([(user + system) / 1000, ...numbers].join(' '));
}

function packages() {
  return { wasmetrics, 'ml-matrix': mlMatrix, 'numpy-ts': numpyTs, 'simple-statistics': simple };
}

async function wasmetrics() {
  const { ols, ready } = await import('wasmetrics/estimators');
  const { crossprod, lstsqInto, solve } = await import('wasmetrics/linalg');
  const { packageVersion } = await import('wasmetrics');
  await ready();
  const ones = new Float64Array(n).fill(1);
  const matrixOf = (columns) => {
    const data = new Float64Array(n * columns.length);
    columns.forEach((column, j) => data.set(column, j * n));
    return { data, rows: n, cols: columns.length };
  };
  const tasks = {
    fit(y, x) {
      const { params, stdErrors } = ols(y, x);
      return [...params, ...stdErrors];
    },
    coefficients(y, x) {
      const params = new Float64Array(x.length + 1);
      lstsqInto({ params }, matrixOf([...x, ones]), kind === 'plain' ? Float64Array.from(y) : y);
      return params;
    },
    normal(y, x) {
      const k = x.length + 1;
      const { data } = crossprod(matrixOf([...x, ones, y]));
      const products = { data, rows: k, cols: k, ld: k + 1 };
      return solve(products, data.slice(k * (k + 1), k * (k + 1) + k));
    },
  };
  return { version: packageVersion, tasks };
}

async function mlMatrix() {
  const { Matrix, QrDecomposition, inverse } = await import('ml-matrix');
  const designOf = (x) => {
    const design = new Matrix(n, x.length + 1);
    for (let i = 0; i < n; ++i) {
      for (let j = 0; j < x.length; ++j) design.set(i, j, x[j][i]);
      design.set(i, x.length, 1);
    }
    return design;
  };
  const tasks = {
    fit(y, x) {
      const design = designOf(x);
      const outcome = Matrix.columnVector(y);
      const qr = new QrDecomposition(design);
      const params = qr.solve(outcome);
      const residuals = Matrix.sub(outcome, design.mmul(params)).to1DArray();
      const root = inverse(qr.upperTriangularMatrix);
      return withErrors(params.to1DArray(), residuals, root.mmul(root.transpose()).to2DArray());
    },
    coefficients: (y, x) =>
      new QrDecomposition(designOf(x)).solve(Matrix.columnVector(y)).to1DArray(),
  };
  return { version: versionOf('ml-matrix'), tasks };
}

/** Its `lstsq` runs out of memory at 100,000 rows, so coefficients come from its QR or from the normal equations. */
async function numpyTs() {
  const np = await import('numpy-ts');
  const solve = (y, x, solver) => {
    const ones = new Float64Array(n).fill(1);
    const rows = np.array([...x, ones]);
    const outcome = np.array(y);
    const design = np.transpose(rows);
    const parts = solver(design, outcome, rows);
    for (const array of [rows, outcome, design, ...parts.used]) array.dispose();
    return parts.numbers;
  };
  const byQr = (design, outcome) => {
    const { q, r } = np.linalg.qr(design);
    const turned = np.transpose(q);
    const moments = np.matmul(turned, outcome);
    return { params: np.linalg.solve(r, moments), r, used: [q, r, turned, moments] };
  };
  const tasks = {
    fit: (y, x) =>
      solve(y, x, (design, outcome) => {
        const { params, r, used } = byQr(design, outcome);
        const fitted = np.matmul(design, params);
        const residuals = np.subtract(outcome, fitted);
        const root = np.linalg.inv(r);
        const bread = np.matmul(root, np.transpose(root));
        const numbers = withErrors(params.toArray(), residuals.data, bread.toArray());
        return { numbers, used: [...used, params, fitted, residuals, root, bread] };
      }),
    coefficients: (y, x) =>
      solve(y, x, (design, outcome) => {
        const { params, used } = byQr(design, outcome);
        return { numbers: params.toArray(), used: [...used, params] };
      }),
    normal: (y, x) =>
      solve(y, x, (design, outcome, rows) => {
        const products = np.matmul(rows, design);
        const moments = np.matmul(rows, outcome);
        const params = np.linalg.solve(products, moments);
        return { numbers: params.toArray(), used: [products, moments, params] };
      }),
  };
  return { version: np.__version__, tasks };
}

async function simple() {
  const { linearRegression } = await import('simple-statistics');
  const pairsOf = (y, x) => {
    const pairs = new Array(n);
    for (let i = 0; i < n; ++i) pairs[i] = [x[i], y[i]];
    return pairs;
  };
  const kept = pairsOf(y, x[0]);
  const tasks = {
    fit(y, [x]) {
      const { m, b } = linearRegression(pairsOf(y, x));
      const residuals = new Float64Array(n);
      let sum = 0;
      let squares = 0;
      for (let i = 0; i < n; ++i) {
        residuals[i] = y[i] - b - m * x[i];
        sum += x[i];
        squares += x[i] * x[i];
      }
      const spread = squares - (sum * sum) / n;
      const covariance = -sum / n / spread;
      return withErrors([m, b], residuals, [
        [1 / spread, covariance],
        [covariance, squares / n / spread],
      ]);
    },
    coefficients(y, [x]) {
      const { m, b } = linearRegression(pairsOf(y, x));
      return [m, b];
    },
    pairs() {
      const { m, b } = linearRegression(kept);
      return [m, b];
    },
  };
  return { version: versionOf('simple-statistics'), tasks };
}

/** Coefficients and their standard errors. */
function withErrors(params, residuals, bread) {
  let rss = 0;
  for (let i = 0; i < n; ++i) rss += residuals[i] * residuals[i];
  const sigma2 = rss / (n - params.length);
  return [...params, ...params.map((_, j) => Math.sqrt(sigma2 * bread[j][j]))];
}

function versionOf(name) {
  const file = new URL(`../../../node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
