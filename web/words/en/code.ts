/** Words about the code of this and other programs, in English. */
export const code = {
  label: 'Code of the model',
  command: 'Command line',
  cannot: 'Programs that cannot estimate this model as it is',
  copy: (of: string) => `Copy the code for ${of}`,
  copyThis: 'Copy',
  copied: 'Copied.',
  notCopied: 'The browser does not allow copying; select the text and copy it.',
  paste: 'A command or script of Stata, R, Python or gretl',
  pasteHint:
    'xtabond2, ivreg2, reghdfe, feols, plm, dpanel and others; its model replaces the present one.',
  use: 'Use as the model',
  taken: 'The command is the model now.',
  several: (count: string) => `The script has ${count} models; choose one.`,
  takeLine: (line: string, formula: string) => `Line ${line}: ${formula}`,
  /** Languages whose usual command is taken. */
  programs: { stata: 'Stata', r: 'R', python: 'Python' } as Readonly<Record<string, string>>,
};
