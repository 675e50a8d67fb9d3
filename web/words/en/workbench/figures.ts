/** Words about figures, in English. */
export const figures = {
  save: (format: string) => `Save the figure as ${format}`,
  numbers: 'Numbers of the figure',
  estimate: 'Estimate',
  interval: 'Interval',
  firstRows: (shown: string, all: string) => `The first ${shown} of ${all} rows are shown.`,
  unavailable: 'none',
};
