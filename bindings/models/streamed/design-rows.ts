/** The rows of a regression in temporary files, and how blocks of them become columns in the core. */
import { type Column, type Frame, type Levels, levelsOf, type Spill } from '../../data/index.js';
import type { Distinct } from './distinct.js';

/** A term without `i(x)`: its values and, if the formula computes it, their rounding errors. */
export interface PlainColumn {
  readonly values: Spill<'float'>;
  low: Spill<'float'> | undefined;
}

/** A column in `i()`: the numbers of its values, in order of appearance. */
export interface LevelColumn {
  readonly codes: Spill<'code'>;
  readonly distinct: Distinct;
}

/** The cluster of each row. */
export interface ClusterColumn extends LevelColumn {
  readonly column: string;
}

/** The rows used, column by column. */
export class DesignRows {
  /** Terms without `i(x)` by key, and the columns that other terms are made from by name. */
  readonly plain = new Map<string, PlainColumn>();
  readonly factors = new Map<string, Spill<'float'>>();
  readonly levels = new Map<string, LevelColumn>();
  readonly clusters: ClusterColumn[] = [];
  weights: Spill<'float'> | undefined;
  readonly #levels = new Map<string, Levels>();

  /** The data of `count` rows starting at `start`. `i(x)` has the levels of all rows, not only of these. */
  frame(start: number, count: number, math: Frame['math']): Frame {
    const columns = new Map<string, Column>();
    for (const name of this.levels.keys()) columns.set(name, numbers(new Float64Array(0)));
    for (const [name, spill] of this.factors) columns.set(name, numbers(spill.read(start, count)));
    return {
      table: { nrows: count, columns },
      math,
      lowWords: true,
      levelsOf: (name) => this.levelsOf(name, start, count),
    };
  }

  /** The levels of a column in `i()`, and that of each row. */
  levelsOf(name: string, start: number, count: number): Levels {
    const { codes, distinct } = this.levels.get(name)!;
    const { names, codes: sorted } = this.#sorted(name, distinct);
    const read = codes.read(start, count);
    for (let row = 0; row < count; row++) read[row] = sorted[read[row]!]!;
    return { names, codes: read };
  }

  /** The position of each value among the sorted levels. Sorted again only if new values have appeared. */
  #sorted(name: string, distinct: Distinct): Levels {
    const known = this.#levels.get(name);
    if (known?.codes.length === distinct.count) return known;
    const levels = levelsOf(distinct.column());
    this.#levels.set(name, levels);
    return levels;
  }

  close(): void {
    const spills = [
      ...[...this.plain.values()].flatMap(({ values, low }) => [values, low]),
      ...this.factors.values(),
      ...[...this.levels.values(), ...this.clusters].map(({ codes }) => codes),
      this.weights,
    ];
    for (const spill of spills) spill?.close();
  }
}

function numbers(values: Float64Array): Column {
  return { kind: 'number', values };
}
