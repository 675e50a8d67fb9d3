/** Recognizes the format of a file by its first bytes, not by its name. */
import { fileKind } from './bytes/file-kinds.js';
import type { FileFormat } from './options.js';

/** The format of the bytes. Any other file counts as text, and the reader of text refuses what it cannot read. */
export function formatOf(bytes: Uint8Array): FileFormat {
  return fileKind(bytes)?.format ?? (looksLikeJson(bytes) ? jsonFormat(bytes) : 'csv');
}

const head = 4096;

/** A bracket, and then what JSON may have next but a line of names has not. */
function looksLikeJson(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*(\{\s*["}]|\[\s*[[{"\d\-\]tfn])/.test(textOf(bytes));
}

/** Lines that are each an object. */
function jsonFormat(bytes: Uint8Array): FileFormat {
  const [first = '', second = ''] = textOf(bytes).trim().split(/\r?\n/);
  return /^\{.*\}\s*$/.test(first) && /^\s*\{/.test(second) ? 'ndjson' : 'json';
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, head));
}
