/** The script of the workers is a file of its own, at an address relative to the parts of the library. */
export const workerFile = {
  name: 'worker file',
  resolveId: {
    filter: { id: /\/dist\/wasmetrics-worker\.js$/ },
    handler: () => ({ id: '../wasmetrics-worker.js', external: true }),
  },
};
