/** Words about claims, in English. */
export const claims = {
  title: 'Claims',
  none: 'Press a coefficient and save a claim about it.',
  claim: 'Claim',
  relation: 'The coefficient is',
  relations: {
    '> 0': 'above 0',
    '< 0': 'below 0',
    '!= 0': 'not 0',
    '= 0 within': '0 within a band',
  },
  band: 'Half-width of the band',
  level: 'Level',
  save: 'Save the claim',
  saved: (statement: string) => `Saved: ${statement}`,
  verdicts: {
    supported: 'Supported',
    'not supported': 'Not supported',
    mixed: 'Mixed',
    'not testable': 'Not testable',
  },
  open: 'Open the model',
  openOf: (id: string) => `Open the model of ${id}`,
  removeOf: (id: string) => `Remove ${id}`,
  saveStudy: 'Save as a study file',
};
