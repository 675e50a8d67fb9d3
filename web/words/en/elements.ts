/** Words about elements in other pages, in English. */
export const elements = {
  estimating: 'The model is being estimated.',
  making: 'The table is being made.',
  madeOf: (model: string, done: string, total: string) =>
    `The table is being made: ${done} of ${total} replicates of ${model}.`,
  controls: 'Choices',
  notBootstrapped: 'The bootstrap of the model file is not run here; these errors are asymptotic.',
  unknownControl: (name: string, names: string) =>
    `controls: the model has no control ${name}; it has ${names}`,
  failures: {
    'missing-attribute': ({ attribute }: { readonly attribute: string }) =>
      `${attribute}: expected an address, found nothing`,
    'unreadable-file': ({ file, answer }: { readonly file: string; readonly answer: string }) =>
      `${file} cannot be read: the server answers ${answer}`,
    'not-a-mapping': ({ file }: { readonly file: string }) =>
      `${file}: expected keys and values, found something else`,
    'no-data': () => 'data: the model names no file; name one in the attribute data',
    'unknown-table': ({ name, names }: { readonly name: string; readonly names: string }) =>
      `the study has no table ${name || '(no name after #)'}; it has ${names}`,
    'failed-table': ({ message }: { readonly message: string }) => message,
  },
};
