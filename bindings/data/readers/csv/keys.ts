/** The options of text tables. */
// prettier-ignore
export const csvKeys = [
  'name', 'format', 'encoding', 'delimiter', 'decimal', 'thousands', 'percent', 'marks',
  'missing', 'comment', 'header', 'unitsRow', 'lastRow', 'types', 'columns', 'usedBy', 'onProgress',
] as const;
