/** What to do without a panel, at the command line and in a model. */
export const addPanel = 'add --unit and --time, or panel: {unit, time} in a model';
