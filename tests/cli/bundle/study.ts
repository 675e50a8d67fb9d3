/** A small study with a table, a figure, a claim and a text, in a workplace. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Workplace } from '../run.js';

/** Rows of a panel whose numbers depend on the row alone. */
function rows(): string {
  const lines = Array.from({ length: 60 }, (_, i) => {
    const [unit, period] = [Math.floor(i / 6) + 1, 2010 + (i % 6)];
    const x = Math.round(1e3 * Math.sin(3 * i)) / 1e3;
    const y = Math.round(1e3 * (1 + 0.5 * x + Math.cos(7 * i))) / 1e3;
    return [unit, period, y, i % 11 === 0 ? '' : x, unit % 2 === 0 ? 'a' : 'b'].join(',');
  });
  return ['id,year,y,x,group', ...lines, ''].join('\n');
}

const head = `study: 1
title: A small paper
data: data.csv
panel: { unit: id, time: year }
build: { x2: x * x }
`;

/** Studies that differ in what they make. */
export const studies = {
  whole: `${head}tables:
  T1: { describe: [y, x], stats: [n, mean, sd] }
  T2: { title: Main, models: [{ estimator: ols, formula: y ~ x }, { estimator: panel, effects: within, formula: y ~ x + x2 }] }
figures: { F1: { coefficients: x, of: T2 } }
claims: { H1: 'T2.1: x > 0 at 0.05' }
text: results.md.tmpl
out: { latex: ../tables.tex, numbers: numbers.tex }
`,
  bootstrap: `${head}tables:
  T1: { models: [{ estimator: ols, formula: y ~ x, bootstrap: { scheme: cluster, reps: 99, seed: 3 } }] }
`,
  failing: `${head}tables:
  T1: { describe: [y] }
  T2: { models: [{ estimator: ols, formula: y ~ nothing }] }
`,
} as const;

const template = 'The coefficient is {{T2.1.x}} ({{H1.verdict}}).\n';

/** Writes a study with its data and template to the folder `paper` of the workplace. */
export function writeStudy(place: Workplace, study: string): string {
  mkdirSync(join(place.folder, 'paper'), { recursive: true });
  place.file('paper/data.csv', rows());
  place.file('paper/results.md.tmpl', template);
  return place.file('paper/paper.yaml', study);
}
