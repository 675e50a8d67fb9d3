import { known, type Phrase } from './phrase.js';

/** Groups of instruments that no user named. */
const ours = ['gmm instruments for levels', 'nonlinear moment conditions', 'iv(time effects)'];

/** The name of a group of instruments, which is a word if the program gave it. */
export const groupPhrase = (name: string): Phrase => (ours.includes(name) ? known(name) : name);
