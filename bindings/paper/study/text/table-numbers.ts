/** Cells of tables that show no models, and what the splits of a study say. */
import type { PaperTable } from '../../tables/paper/table.js';
import { count } from '../../../core/text/counts.js';
import { measure } from '../../tables/format.js';
import type { NamedNumber, NumberedStudy, NumberKind } from './number.js';

export function tableNumbers({ tables, places, splits = [] }: NumberedStudy): NamedNumber[] {
  const ofModels = new Set(places.map(({ table }) => table));
  return [
    ...Object.entries(tables).flatMap(([id, table]) =>
      ofModels.has(id) ? [] : cellsOf(id, table),
    ),
    ...splits.flatMap(({ column, cuts, counts, switchingUnits }): NamedNumber[] => [
      ...cuts.map((cut, i): NamedNumber => [
        cuts.length === 1 ? `${column}.cut` : `${column}.cut[${i + 1}]`,
        { text: measure(cut), value: cut, kind: 'statistic' },
      ]),
      ...Object.entries(counts).map(([part, n]): NamedNumber => [`${column}.${part}`, counted(n)]),
      ...(switchingUnits === null
        ? []
        : [[`${column}.switchingUnits`, counted(switchingUnits)] as NamedNumber]),
    ]),
  ];
}

const counted = (n: number) => ({ text: count(n), value: n, kind: 'count' }) as const;

/** `T3.Level.mean`, and `T3.east.Level.mean` of a table by groups. */
function cellsOf(id: string, table: PaperTable): NamedNumber[] {
  return table.body.flatMap(({ cells }) =>
    cells.flatMap((cell): NamedNumber[] => {
      const { name, statistic, value, text, column } = cell;
      if (name === undefined || statistic === undefined || value === undefined) return [];
      const group = table.spans.find(
        ({ over: [first, last] }) => first <= column && column <= last,
      );
      const path = name === statistic ? name : `${name}.${statistic}`;
      const plain = text.replace(/\**$/, '').replace(/^[([](.*)[)\]]$/, '$1');
      const number = { text: plain, value, kind: kindOf(statistic) };
      return group === undefined
        ? [[`${id}.${path}`, number]]
        : [[`${id}.${group.head}.${path}`, number]];
    }),
  );
}

function kindOf(statistic: string): NumberKind {
  if (/^(n|nobs|missing|distinct)$/.test(statistic)) return 'count';
  return statistic === 'p' ? 'p' : 'statistic';
}
