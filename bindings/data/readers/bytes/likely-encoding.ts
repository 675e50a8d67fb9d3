import { likeliest } from './letter-frequencies.js';

/** Bytes of lines inspected for a guess. */
const sampleSize = 1 << 16;

/**
 * The likely encoding of bytes that are not UTF-8: the first guess from letter frequencies that gives plausible text.
 * Undefined if damaged UTF-8 is likelier, or if no guess fits.
 */
export function likelyEncoding(bytes: Uint8Array): string | undefined {
  const sample = linesBeyondAscii(bytes);
  if (isMostlyUtf8(sample)) return undefined;
  if (isShortChinese(sample)) return 'gb18030';
  for (const name of likeliest(sample)) {
    const encoding = supported(name);
    if (encoding !== undefined && isPlausible(sample, encoding)) return encoding;
  }
  return undefined;
}

/** Maximum characters of a text that is too short for letter frequencies. */
const fewCharacters = 20;
/** Minimum share of GB 2312's common characters among those of a Chinese text. */
const commonShare = 0.8;

/**
 * True for a few characters that are those of GB 2312, mostly its common ones. Frequencies of so few letters mislead.
 * Hangul, kana, Big5 and Shift_JIS have other first bytes, and Cyrillic letters none below 0xC0.
 */
function isShortChinese(bytes: Uint8Array): boolean {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const runs = text.match(/[\x80-\xff]+/g) ?? [];
  const pairs = runs.flatMap((run) => run.match(/../g) ?? []);
  if (pairs.length > fewCharacters || runs.some(({ length }) => length % 2 > 0)) return false;
  const matching = (pattern: RegExp) => pairs.filter((pair) => pattern.test(pair)).length;
  return (
    matching(/^[\xa1-\xa3\xb0-\xf7][\xa1-\xfe]$/) === pairs.length &&
    matching(/^[\xb0-\xd7]/) >= commonShare * pairs.length &&
    matching(/^[\xc9-\xd7]/) > 0 &&
    matching(/[\xa1-\xbf]/) > 0
  );
}

function supported(name: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(name);
    return /^(utf-|iso-2022)/.test(encoding) ? undefined : encoding;
  } catch {
    return undefined;
  }
}

/** Minimum share of letters among the non-ASCII characters of names. */
const letterShare = 0.4;

/**
 * True if all bytes are valid, none is a control or private character, and enough are letters. Half-width katakana do
 * not count as letters, because bytes of other encodings look like them.
 */
function isPlausible(bytes: Uint8Array, encoding: string): boolean {
  const text = valid(bytes, encoding) ?? '\u0080';
  if (/[\u0080-\u009F\uE000-\uF8FF]/.test(text)) return false;
  const beyond = text.match(/[^\0-\x7f]/gu) ?? [];
  return (
    beyond.filter((one) => /(?![\uFF61-\uFF9F])\p{L}/u.test(one)).length >=
    letterShare * beyond.length
  );
}

/** Decoded as part of a stream: otherwise Node 20 decodes windows-1252 as Latin-1. */
function valid(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/** The lines with bytes above 0x7F: only these distinguish encodings. */
function linesBeyondAscii(bytes: Uint8Array): Uint8Array {
  const lines: number[] = [];
  let start = 0;
  let beyond = false;
  for (let i = 0; i < bytes.length && lines.length < sampleSize; i++) {
    beyond ||= bytes[i]! > 0x7f;
    if (bytes[i] !== 0x0a && i < bytes.length - 1) continue;
    if (beyond) lines.push(...bytes.subarray(start, Math.min(i + 1, start + sampleSize)));
    start = i + 1;
    beyond = false;
  }
  return Uint8Array.from(lines);
}

/** True if fewer than one in ten of the non-ASCII characters are damaged. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const beyond = new TextDecoder('utf-8').decode(bytes).match(/[^\0-\x7f]/gu) ?? [];
  const damaged = beyond.filter((character) => character === '\uFFFD').length;
  return 10 * damaged < beyond.length;
}
