/** Words about the text and the code of the model, in English. */
export const text = {
  label: 'Text of the model',
  note: 'The form changes this text, and this text the form. Control+Space completes; Control+Z goes back.',
  heldBack:
    'Until the text has no such fault, the form and the estimate are those of the text before.',
  /** What the reader of YAML says, which has a code for each fault. */
  yaml: (_code: string, message: string) => message,
  noTable: 'expected keys such as estimator: and formula:',
};
