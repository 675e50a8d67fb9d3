/** Generated data of the standard set: the same bits in every engine and on every machine. */

export type Columns = Readonly<Record<string, Float64Array>>;

/** Numbers in [0, 1) of a stream: a counter, mixed by the finaliser of MurmurHash3. */
function uniforms(stream: number): () => number {
  let state = Math.imul(stream + 1, 0x85ebca6b);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let bits = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    return ((bits ^ (bits >>> 16)) >>> 0) / 4294967296;
  };
}

/** Close to normal: the sum of twelve uniforms minus six, which needs no logarithm. */
function normals(stream: number): () => number {
  const uniform = uniforms(stream);
  return () => {
    let total = -6;
    for (let draw = 0; draw < 12; draw++) total += uniform();
    return total;
  };
}

const column = (rows: number, value: (row: number) => number): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => value(row));

const names = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);

/** Units, periods, and the numbers of endogenous, exogenous and external variables of a dynamic panel. */
export type PanelSize = readonly [
  units: number,
  periods: number,
  endogenous: number,
  exogenous: number,
  external: number,
];

/** A dynamic panel, and two-step system GMM with all lags from 2 on as instruments. */
export function dynamicPanel([units, periods, endogenous, exogenous, external]: PanelSize) {
  const [x, z, v] = [names('x', endogenous), names('z', exogenous), names('v', external)];
  const all = ['unit', 'time', 'y', ...x, ...z, ...v];
  const columns = Object.fromEntries(all.map((name) => [name, new Float64Array(units * periods)]));
  const normal = normals(units);
  for (let row = 0, y = 0, effect = 0; row < units * periods; row++) {
    const time = row % periods;
    const set = (name: string, value: number) => (columns[name]![row] = value);
    if (time === 0) y = 2 * (effect = 0.5 * normal());
    const shock = normal();
    const pushed = v.reduce((sum, name) => sum + set(name, normal()), 0);
    const others = z.reduce((sum, name) => sum + set(name, normal()), 0);
    const moved = x.reduce(
      (sum, name) => sum + set(name, 0.4 * pushed + 0.3 * (effect + shock) + normal()),
      0,
    );
    y = 0.5 * y + 0.3 * moved + 0.2 * others + effect + shock;
    set('unit', Math.floor(row / periods));
    set('time', time);
    set('y', y);
  }
  const model = {
    estimator: 'dpd',
    panel: { unit: 'unit', time: 'time' },
    formula: `y ~ ${['L.y', ...x, ...z].join(' + ')}`,
    gmm: ['y', ...x].map((name) => ({ vars: name, lags: [2, null] })),
    iv: [{ vars: [...z, ...v] }],
  };
  return { columns, model };
}

/** An outcome, regressors x1 to xk, instruments z1 to z3 of x1, and clusters of equal size. */
export function regression(rows: number, k: number, clusters: number): Columns {
  const uniform = uniforms(rows + k);
  const part = () => column(rows, () => uniform() - 0.5);
  const z = names('z', 3).map((name) => [name, part()] as const);
  const noise = part();
  const x = names('x', k).map((name) => [name, part()] as const);
  for (const [, values] of z) values.forEach((value, row) => (x[0]![1][row]! += value));
  noise.forEach((value, row) => (x[0]![1][row]! += value));
  const y = column(rows, (row) => x.reduce((sum, [, values]) => sum + values[row]!, noise[row]!));
  const cluster = column(rows, (row) => row % clusters);
  return { y, ...Object.fromEntries([...x, ...z]), cluster };
}

/**
 * Workers of ten years, 23 to a firm, as in fixest_benchmarks: firms are drawn at random, or taken in rotation over the
 * rows, which leaves few paths between firms and makes the effects hard to separate.
 */
export function workers(rows: number, kind: 'simple' | 'difficult'): Columns {
  const years = 10;
  const count = rows / years;
  const firms = Math.round(count / 23);
  const [uniform, normal] = [uniforms(rows), normals(rows + 1)];
  const id = column(rows, (row) => Math.floor(row / years));
  const year = column(rows, (row) => row % years);
  const firm = column(rows, (row) =>
    kind === 'simple' ? Math.floor(uniform() * firms) : row % firms,
  );
  const x = column(rows, normal);
  const [ofId, ofFirm, ofYear] = [count, firms, years].map((levels) => column(levels, normal));
  const y = column(
    rows,
    (row) => x[row]! + ofId![id[row]!]! + ofFirm![firm[row]!]! + ofYear![year[row]!]! + normal(),
  );
  return { y, x, id, year, firm };
}
