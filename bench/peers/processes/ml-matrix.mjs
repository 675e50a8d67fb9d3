// ml-matrix as a peer, in a separate process: its one array per row slows down garbage collection. Reads n, k
// and a file of doubles (y, then the columns of X), then solves once per line.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Matrix, solve } from 'ml-matrix';

const [n, k] = process.argv.slice(2, 4).map(Number);
const { buffer, byteOffset } = readFileSync(process.argv[4]);
const data = new Float64Array(buffer, byteOffset, n * (k + 1));
const y = Matrix.columnVector(data.subarray(0, n));
const x = new Matrix(n, k);
for (let i = 0; i < n; i++) for (let j = 0; j < k; j++) x.set(i, j, data[(j + 1) * n + i]);
console.log('ml-matrix');
for await (const _line of createInterface({ input: process.stdin })) {
  console.log(solve(x, y).to1DArray().join(' '));
}
