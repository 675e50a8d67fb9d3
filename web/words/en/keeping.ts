/** Words about work that is kept and shared, in English. */

export const keeping = {
  share: 'Share',
  kept: 'Kept work',
  close: 'Close',
  keptHelp: 'This browser keeps the data and the model of each tab. Nothing is sent anywhere.',
  nothingKept: 'Nothing is kept yet.',
  anew: 'Begin anew',
  open: (name: string) => `Open ${name}`,
  openShort: 'Open',
  remove: (name: string) => `Delete ${name}`,
  isHere: 'open here',
  isElsewhere: 'open in another tab',
  withoutData: 'no data',
  linkLabel: 'Link to this work',
  linkHelp:
    'The work is in the part of the address after #, which browsers do not send to servers. The data are not in it, only their name and their hash.',
  copy: 'Copy the link',
  copied: 'Copied.',
  isLong: (n: string) => `The link has ${n} characters; some programs cut such addresses.`,
  needsFile: (name: string) => `Whoever opens it needs the file ${name}.`,
  localPage:
    'This page is on your machine only. Others put the part from # on after the address of the page that they use.',
  bring: 'This work needs the file',
  bringHow: 'Open it or drop it on the page.',
  understood: 'OK',
  notices: {
    'damaged-link': () =>
      'The link is damaged: a part may be missing. Its work could not be opened.',
    'newer-link': () => 'The link is of a newer version of this page, which this one cannot read.',
    copied: () => 'The work is open in another tab. This tab goes on with a copy.',
    'other-file': (name: string) =>
      `${name} differs from the file that the work was made with, so results can differ.`,
    'not-served': (name: string) => `${name} is no longer on this server.`,
  },
  missing: {
    workers:
      'This page computes in a worker, and the browser or the policy of the server refuses it. Models and studies can be written, shared and kept, but nothing is estimated. Allow workers for this address, or use another browser.',
    simd: 'This browser lacks the vector instructions of WebAssembly, so nothing is estimated. Models and studies can be written, shared and kept. Chrome 91, Firefox 114, Safari 16.4 and later ones have them.',
  },
  keepFailures: {
    'no-room-for-file':
      'The browser has no room for the file. The model is kept, but after a reload you must open the file again. Deleting kept work makes room.',
    'no-room':
      'The browser has no room: this work is lost when the page is closed. Deleting kept work makes room.',
    'no-database': 'The browser keeps nothing: this work is lost when the page is closed.',
  },
};
