/** Factorisations of square matrices, next to ml-matrix and numpy-ts in the same process. */
import {
  determinant,
  EigenvalueDecomposition,
  Matrix,
  SingularValueDecomposition,
} from 'ml-matrix';
import * as np from 'numpy-ts';
import { det, eig, matrix, ready, svd, transpose } from 'wasmetrics/linalg';
import { alternate } from '../alternate.js';
import type { Group } from '../report/report.js';
import { requireClose } from '../require-close.js';

/** A task that programs solve, each with a number of its answer. */
interface Task {
  readonly title: string;
  /** Calls in one timed run. */
  readonly amount: number;
  readonly programs: Readonly<Record<string, () => number>>;
}

/** Groups for 50 and 200 columns. */
export async function matrixGroups(rounds: number): Promise<Group[]> {
  await ready();
  const groups: Group[] = [];
  for (const { title, amount, programs } of [50, 200].flatMap(tasksOf)) {
    const [first] = Object.values(programs);
    const expected = first!();
    const contenders = Object.entries(programs).map(([name, call]) => {
      requireClose(`${title}, ${name}`, call(), expected, 1e-8, 'wasmetrics');
      const run = () => {
        for (let i = 0; i < amount; i++) call();
      };
      return { name, amount, run };
    });
    groups.push({ title, item: 'call', timings: await alternate(contenders, rounds) });
  }
  return groups;
}

function tasksOf(n: number): Task[] {
  const cell = (i: number, j: number) => Math.sin(1 + 7 * (i + n * j) + i ** 2) + (i === j ? 2 : 0);
  const rows = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => cell(i, j)),
  );
  const columns = rows.flatMap((_, j) => rows.map((row) => row[j]!));
  const [ours, ml, numpy] = [matrix(n, n, columns), new Matrix(rows), np.array(rows)];
  const [size, calls] = [`${n} x ${n}`, 8e6 / n ** 3];
  return [
    {
      title: `determinant of ${size}`,
      amount: 8 * calls,
      programs: {
        wasmetrics: () => det(ours),
        'ml-matrix': () => determinant(ml),
        'numpy-ts': () => Number(np.linalg.det(numpy)),
      },
    },
    {
      title: `transpose of ${size}`,
      amount: 100 * calls,
      programs: {
        wasmetrics: () => transpose(ours).data[1]!,
        'ml-matrix': () => ml.transpose().get(1, 0),
        'numpy-ts': () => {
          const copy = np.ascontiguousarray(np.transpose(numpy));
          const value = Number(copy.get([1, 0]));
          copy.dispose();
          return value;
        },
      },
    },
    {
      title: `singular values and vectors of ${size}`,
      amount: calls,
      programs: {
        wasmetrics: () => svd(ours).values[0]!,
        'ml-matrix': () => new SingularValueDecomposition(ml).diagonal[0]!,
        'numpy-ts': () => {
          const { u, s, vt } = np.linalg.svd(numpy) as Readonly<
            Record<'u' | 's' | 'vt', np.NDArray>
          >;
          const value = Number(s.get([0]));
          for (const part of [u, s, vt]) part.dispose();
          return value;
        },
      },
    },
    {
      title: `eigenvalues and vectors of ${size}`,
      amount: calls,
      programs: {
        wasmetrics: () => eig(ours).values.re.at(-1)!,
        'ml-matrix': () => Math.max(...new EigenvalueDecomposition(ml).realEigenvalues),
      },
    },
  ];
}
