/** The options of text tables. */
export const csvKeys = [
  ...([
    'name',
    'format',
    'encoding',
    'delimiter',
    'decimal',
    'thousands',
    'percent',
    'missing',
  ] as const),
  ...([
    'comment',
    'header',
    'unitsRow',
    'lastRow',
    'types',
    'columns',
    'usedBy',
    'onProgress',
  ] as const),
];
