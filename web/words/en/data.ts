/** Words about data, in English. */
export const data = {
  data: 'Data',
  chooseFile: 'Open a file',
  dropHere: 'or drop one anywhere on the page',
  useExample: 'Use the example',
  rowsAndColumns: (rows: string, columns: string) => `${rows} rows, ${columns} columns`,
};
