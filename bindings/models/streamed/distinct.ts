/** The distinct values of a column whose rows come in blocks, numbered in order of appearance. */
import type { Column } from '../../data/index.js';
import { tooManyValues } from './errors.js';

/** Maximum number of distinct values of a column: their numbers stay in memory. */
const MOST = 1 << 22;

export class Distinct {
  readonly #numbers = new Map<number, number>();
  /** For a text column: the number of each text in its list, -1 for texts not seen yet. */
  #byText = new Int32Array(0);
  count = 0;
  #column: Column | undefined;

  constructor(readonly name: string) {}

  /** Numbers the values at these rows; -1 for a missing one. */
  add(column: Column, rows: Int32Array): Int32Array {
    this.#column = column;
    return column.kind === 'number'
      ? this.#addNumbers(column.values, rows)
      : this.#addTexts(column, rows);
  }

  #addNumbers(values: Float64Array, rows: Int32Array): Int32Array {
    const codes = new Int32Array(rows.length);
    const numbers = this.#numbers;
    let last = NaN;
    let lastCode = -1;
    for (let i = 0; i < rows.length; i++) {
      const value = values[rows[i]!]!;
      if (value !== last) {
        last = value;
        lastCode = Number.isNaN(value) ? -1 : (numbers.get(value) ?? this.#next());
        if (lastCode === this.count - 1 && !numbers.has(value)) numbers.set(value, lastCode);
      }
      codes[i] = lastCode;
    }
    return codes;
  }

  #addTexts(column: Column & { readonly kind: 'text' }, rows: Int32Array): Int32Array {
    const { texts, codes: places } = column.coded!;
    if (this.#byText.length < texts.length) this.#byText = new Int32Array(texts.length).fill(-1);
    const codes = new Int32Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const place = places[rows[i]!]!;
      let code = texts[place] === '' ? -1 : this.#byText[place]!;
      if (code < 0 && texts[place] !== '') code = this.#byText[place] = this.#next();
      codes[i] = code;
    }
    return codes;
  }

  #next(): number {
    if (this.count >= MOST) throw tooManyValues(this.name, MOST);
    return this.count++;
  }

  /** The distinct values as a column, in order of appearance. */
  column(): Column {
    const seen = this.#column;
    if (seen?.kind !== 'text') {
      const values = Float64Array.from(this.#numbers.keys());
      return seen?.kind === 'number' ? { ...seen, values } : { kind: 'number', values };
    }
    const values = new Array<string>(this.count).fill('');
    this.#byText.forEach((code, place) => {
      if (code >= 0) values[code] = seen.coded!.texts[place]!;
    });
    return { kind: 'text', values };
  }
}
