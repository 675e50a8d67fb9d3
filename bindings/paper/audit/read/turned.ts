/** Tables with models in rows and regressors in columns, turned round. */
import { readCell } from './cells.js';
import { isBelow, type Rows } from './heads.js';
import { statisticOf } from './labels.js';

/** The rows with a model in each column, where the heads name statistics and each model has errors below it. */
export function turned(rows: Rows): Rows {
  const [head = [], ...body] = rows;
  const names = head.slice(1);
  const isTurned =
    names.some((text) => statisticOf(text) === 'n') &&
    !body.some(([label = '']) => statisticOf(label) !== undefined) &&
    body.some(isBelow) &&
    body.every((row) => row[0] !== '' || isBelow(row));
  if (!isTurned) return rows;
  const models: (readonly string[])[][] = [];
  for (const row of body) {
    if (row[0] === '') models.at(-1)?.push(row);
    else models.push([row]);
  }
  const nlines = Math.max(...models.map(({ length }) => length));
  const cell = (model: Rows, line: number, place: number) => model[line]?.[place] ?? '';
  return [
    ['', ...models.map((model) => cell(model, 0, 0))],
    ...names.flatMap((name, i) =>
      Array.from({ length: nlines }, (_, line) => [
        line === 0 ? name : '',
        ...models.map((model) => cell(model, line, i + 1)),
      ]).filter((row, line) => line === 0 || row.some((text) => readCell(text).kind !== 'empty')),
    ),
  ];
}
