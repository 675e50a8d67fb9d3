/** Text tables of the benchmark: numbers, mixed types, and quoted texts. */
import { mix } from '../random.js';

const fraction = (row: number, column: number) => mix(row ^ (column * 0x5bd1e995)) / 2 ** 32;

const provinces = ['Zhejiang', 'Beijing', 'Inner Mongolia', 'Hebei', 'Müller'];

interface TextCase {
  readonly name: string;
  readonly header: string;
  readonly row: (i: number) => string;
}

const two = (number: number) => String(number).padStart(2, '0');

const cases: readonly TextCase[] = [
  {
    name: '10 columns of numbers',
    header: 'id,year,x1,x2,x3,x4,x5,x6,n1,n2',
    row: (i) => {
      const x = Array.from({ length: 6 }, (_, j) => fraction(i, j + 1));
      const decimals = [x[0], (100 * x[1]!).toFixed(2), (1e4 * x[2]!).toFixed(4), x[3]! - 0.5];
      const counts = [Math.floor(1000 * x[4]!), Math.floor(1e6 * x[5]!)];
      return [
        i >> 4,
        2000 + (i % 16),
        ...decimals,
        (10 * x[4]!).toFixed(6),
        1000 * x[5]!,
        ...counts,
      ].join(',');
    },
  },
  {
    name: 'ids, dates, texts and numbers',
    header: 'firm,province,date,code,wage,share,count,flag,note,price',
    row: (i) => {
      const date = `${2010 + (i % 12)}-${two(1 + (i % 12))}-${two(1 + (i % 28))}`;
      const code = String(Math.floor(1e6 * fraction(i, 1))).padStart(6, '0');
      const numbers = [(1000 * fraction(i, 2)).toFixed(2), fraction(i, 3), i % 100];
      const firm = `F${String(i >> 3).padStart(6, '0')}`;
      const last = [i % 2 === 0, i % 7 === 0 ? 'NA' : '', (10 * fraction(i, 4)).toFixed(3)];
      return [firm, provinces[i % 5], date, code, ...numbers, ...last].join(',');
    },
  },
  {
    name: 'texts with quotes',
    header: '"id","name","x","y","note"',
    row: (i) =>
      [
        i,
        `"Firm ${i % 1000}, ""Ltd"""`,
        fraction(i, 1),
        (100 * fraction(i, 2)).toFixed(2),
        '"a"',
      ].join(','),
  },
];

/** Each table as bytes of UTF-8. */
export function textTables(nrows: number): { readonly name: string; readonly bytes: Uint8Array }[] {
  return cases.map(({ name, header, row }) => {
    const lines = [header, ...Array.from({ length: nrows }, (_, i) => row(i)), ''];
    return { name, bytes: new TextEncoder().encode(lines.join('\n')) };
  });
}

/** Columns with the types of Stata and Parquet, with some missing cells. */
export function typedColumns(nrows: number) {
  const column = <T>(cell: (i: number) => T): T[] =>
    Array.from({ length: nrows }, (_, i) => cell(i));
  const doubles = (j: number) => column((i) => (i % 17 === 0 && j === 2 ? null : fraction(i, j)));
  return {
    id: column((i) => i >> 4),
    year: column((i) => 1990 + (i % 30)),
    small: column((i) => i % 100),
    float: column((i) => Math.fround(fraction(i, 9))),
    ...Object.fromEntries([1, 2, 3, 4].map((j) => [`x${j}`, doubles(j)])),
    province: column((i) => provinces[i % 5]!),
    code: column((i) => String(Math.floor(1e6 * fraction(i, 5))).padStart(6, '0')),
  } as const;
}
