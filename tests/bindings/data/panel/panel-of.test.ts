import { describe, expect, it } from 'vitest';
import { panelOf } from '../../../../bindings/data/panel/index-panel.js';
import { toTable } from '../../../../bindings/data/to-table.js';

const keys = { unit: 'id', time: 'year' } as const;
const data = { id: ['b', 'a', 'a'], year: [2001, 2002, 2001], code: [1, 2, 2] };

describe('the panel index of a table', () => {
  it('is of the columns and the step that are asked for', () => {
    const table = toTable(data);
    expect(panelOf(table, keys).unitNames).toEqual(['a', 'b']);
    expect(panelOf(table, { unit: 'code', time: 'year' }).unitNames).toEqual(['1', '2']);
    expect(panelOf(table, { ...keys, step: 0.5 }).nperiods).toBe(3);
  });

  it('sees that a cell of its columns was written to', () => {
    const table = toTable(data);
    panelOf(table, keys);
    (table.columns.get('year')!.values as Float64Array)[0] = 2002;
    expect([...panelOf(table, keys).period]).toEqual([0, 1, 1]);
  });

  it('does not exist if a unit has a period twice', () => {
    const table = toTable({ ...data, year: [2001, 2001, 2001] });
    expect(() => panelOf(table, keys)).toThrow(expect.objectContaining({ code: 'duplicate-keys' }));
  });
});
