/** Words about the frame of the page, in English. */
export const app = {
  title: 'wasmetrics',
  tagline: 'Econometrics in this page. Your data stay on this machine.',
  undo: 'Undo',
  redo: 'Redo',
  language: 'Language',
  none: 'none',
  all: 'all',
  add: 'Add',
  more: 'More options',
  workbench: 'What to do with the model',
  panels: {
    data: 'Data',
    estimate: 'Estimate',
    text: 'Text',
    code: 'Code',
    bootstrap: 'Bootstrap',
    table: 'Table',
    checks: 'Checks',
    curve: 'Specification curve',
    claims: 'Claims',
  },
};
