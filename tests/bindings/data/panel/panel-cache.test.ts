import { describe, expect, it } from 'vitest';
import { panelOf } from '../../../../bindings/data/panel/panel-cache.js';
import { indexPanel } from '../../../../bindings/data/panel/index-panel.js';
import { toTable } from '../../../../bindings/data/to-table.js';

const keys = { unit: 'id', time: 'year' } as const;
const data = { id: ['b', 'a', 'a'], year: [2001, 2002, 2001], code: [1, 2, 2] };

describe('the panel index of a table', () => {
  it('is made once for the same keys', () => {
    const table = toTable(data);
    const first = panelOf(table, keys);
    expect(first).toEqual(indexPanel(table, keys));
    expect(panelOf(table, { ...keys, step: 1 })).toBe(first);
    expect(panelOf(toTable(data), keys)).not.toBe(first);
  });

  it('is made anew for other columns and another step', () => {
    const table = toTable(data);
    panelOf(table, keys);
    expect(panelOf(table, { unit: 'code', time: 'year' }).unitNames).toEqual(['1', '2']);
    expect(panelOf(table, { ...keys, step: 0.5 }).nperiods).toBe(3);
  });

  it('is made anew when a cell of its columns was written to', () => {
    const table = toTable(data);
    panelOf(table, keys);
    (table.columns.get('year')!.values as Float64Array)[0] = 2002;
    expect([...panelOf(table, keys).period]).toEqual([0, 1, 1]);
  });

  it('throws again after it threw', () => {
    const table = toTable({ ...data, year: [2001, 2001, 2001] });
    for (let i = 0; i < 2; i++) {
      expect(() => panelOf(table, keys)).toThrow(
        expect.objectContaining({ code: 'duplicate-keys' }),
      );
    }
  });
});
