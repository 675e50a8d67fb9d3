/** Words about figures, in English. */
export const figures = {
  save: (format: string) => `Save the figure as ${format}`,
  numbers: 'Numbers of the figure',
  estimate: 'Estimate',
  interval: 'Interval',
  unavailable: 'none',
};
