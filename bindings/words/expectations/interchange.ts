/** What is imported from other programs, in English. */
import { says } from '../told.js';

export const pathOfData = says('path-of-data', 'the path of a data file');
export const textOfCommand = says('text-of-command', 'the text of a command');
export const textOfScript = says('text-of-script', 'the text of a script');
