/** Stata's commands for static models, by name and shortest abbreviation. */
import type { ImportOptions } from '../../imported.js';
import type { Reader } from '../../reader.js';
import type { StataModel } from './command.js';
import { readIvreg2, readIvreghdfe, readXtivreg2 } from './ivreg2.js';
import { readIvregress } from './ivregress.js';
import { readAreg, readNewey, readReghdfe, readRegress } from './regress.js';
import { readXtabond, readXtdpdsys } from './xtabond.js';
import { readXtivreg } from './xtivreg.js';
import { readXtreg } from './xtreg.js';
import { readXtscc } from './xtscc.js';

export type StataReader = (reader: Reader, known: ImportOptions) => StataModel;

const commands: readonly (readonly [name: string, shortest: number, read: StataReader])[] = [
  ['regress', 3, readRegress],
  ['areg', 4, readAreg],
  ['reghdfe', 7, readReghdfe],
  ['newey', 5, readNewey],
  ['xtreg', 5, readXtreg],
  ['ivregress', 9, readIvregress],
  ['ivreg2', 6, readIvreg2],
  ['ivreghdfe', 9, readIvreghdfe],
  ['xtivreg', 7, readXtivreg],
  ['xtivreg2', 8, readXtivreg2],
  ['xtscc', 5, readXtscc],
  ['xtabond', 7, readXtabond],
  ['xtdpdsys', 8, readXtdpdsys],
];

export const staticCommands = commands.map(([name]) => name);

/** The reader of a command that may be abbreviated. */
export function staticReader(word: string): StataReader | undefined {
  return commands.find(([name, shortest]) => name.startsWith(word) && word.length >= shortest)?.[2];
}

/** A line that begins with a static command, with or without prefixes. */
export const stataMark =
  /^[^\S\n]*(?:(?:qui|quietly|noi|noisily|cap|capture|xi[^\S\n]*:|eststo(?:[^\S\n]+\w+)?[^\S\n]*:|bootstrap[^:\n]*:|by(?:s(?:ort)?)?[^\S\n][^:\n]*:)[^\S\n]*)*(?:reg(?:r(?:e(?:ss?)?)?)?|areg|reghdfe|newey|xtreg|ivregress|ivreg2|ivreghdfe|xtivreg2?|xtscc|xtabond|xtdpdsys)[^\S\n]+(?!<-)[\w.]/m;
