/** Words about steps before the model, in English. */
export const steps = {
  steps: 'New columns and rows',
  asText: 'As text',
  onlyText: 'These steps are edited as text.',
  nameOf: (name: string) => `Name of ${name}`,
  remove: (name: string) => `Remove ${name}`,
  raise: (name: string) => `Move ${name} up`,
  expressionFor: (name: string) => (name === '' ? 'Expression' : `Expression of ${name}`),
  splitColumn: 'Column to split',
  cutAt: 'Cut at',
  cutNames: { mean: 'its mean', median: 'its median', terciles: 'its terciles' } as Readonly<
    Record<string, string>
  >,
  points: 'cut points',
  level: 'Compared by',
  levelNames: { row: 'row', unit: 'mean of the unit', year: 'row within its period' } as Readonly<
    Record<string, string>
  >,
  method: 'Weights',
  indexColumns: (name: string) => (name === '' ? 'Columns of the index' : `Columns of ${name}`),
  made: (values: string) => `${values} values.`,
  newColumn: 'New column',
  newName: 'Name of the new column',
  kind: 'Made by',
  kindNames: { value: 'expression', split: 'split of a column', index: 'index of columns' },
  add: 'Add column',
  where: 'Keep rows where',
  rowsKept: (kept: string, all: string) => `${kept} of ${all} rows are kept.`,
  column: 'Column',
  comparison: 'Is',
  value: 'Value',
  addCondition: 'Add condition',
};
