import { expect, test } from 'vitest';
import {
  type Header,
  readHeader,
  writeHeader,
} from '../../../../../bindings/analysis/bootstrap/storage/header.js';

const sha256 = '0'.repeat(64);
const scheme = { scheme: 'cluster' };
const header = {
  run: {
    model: { estimator: 'ols' },
    data: sha256,
    scheme,
    seed: 1,
    reps: 9,
    statistics: [],
    build: sha256,
  },
  shard: { index: 1, of: 1 },
  fit: {
    kind: 'fit',
    estimator: 'ols',
    params: { x: -0 },
    stdErrors: { x: NaN },
    tests: {},
    sample: {},
    warnings: [],
    engine: { version: '1', wasm: 'simd', sha256 },
  },
  summary: {
    scheme,
    seed: 1,
    ci: ['bca'],
    level: 0.95,
    pValue: 'symmetric',
    jackknife: { units: 2, params: { x: { acceleration: NaN, bias: -Infinity } } },
  },
  width: 1,
  ranges: [{ first: 0, end: 9 }],
} as unknown as Header;

test('a header keeps the numbers that JSON lacks', () => {
  expect(readHeader('file', writeHeader(header))).toEqual(header);
});
