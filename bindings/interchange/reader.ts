/** A position in the text of another program's command. */
import type { InputError } from '../core/errors/errors.js';
import { inputError } from '../data/index.js';
import * as said from '../words/errors/interchange/syntax.js';
import { commandFault } from '../words/errors/interchange/syntax.js';
import { type Told } from '../words/told.js';

export interface Reader {
  readonly text: string;
  position: number;
  /** Where reading ends: for an argument, at its parenthesis; default the end of the text. */
  readonly end?: number;
  /** Parts that contain the one being read. */
  depth?: number;
}

/** A statement without its comments, and where it begins. */
export interface Statement {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** Skips blanks and reads the pattern at the position; undefined if it does not match. */
export function accept(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  skipBlanks(reader);
  const sticky = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, '')}y`);
  sticky.lastIndex = reader.position;
  const match = sticky.exec(reader.text.slice(0, reader.end));
  if (match === null) return undefined;
  reader.position += match[0].length;
  return match;
}

/** @throws InputError `command-syntax` if the pattern does not match */
export function expect(
  reader: Reader,
  pattern: RegExp,
  expected: said.CommandExpected,
): RegExpExecArray {
  const match = accept(reader, pattern);
  if (match === undefined) throw unexpected(reader, expected);
  return match;
}

export function ended(reader: Reader): boolean {
  skipBlanks(reader);
  return reader.position >= (reader.end ?? reader.text.length);
}

export function unexpected(reader: Reader, expected: said.CommandExpected): InputError {
  const next = ended(reader)
    ? undefined
    : /\S{1,20}/.exec(reader.text.slice(reader.position, reader.end))![0];
  return failure(reader, commandFault.part({ expected, found: next }));
}

/** A syntax error at `offset`, by default the position of the reader. */
export function failure(reader: Reader, problem: Told, offset = reader.position): InputError {
  return inputError({ text: reader.text, offset }, said.commandSyntax({ problem }));
}

function skipBlanks(reader: Reader): void {
  const end = reader.end ?? reader.text.length;
  while (reader.position < end && /\s/.test(reader.text.charAt(reader.position))) ++reader.position;
}
