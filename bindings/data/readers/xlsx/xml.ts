import { Parser } from 'saxen';
import { damagedMember } from '../../../words/errors/readers/packed.js';
import { FileError } from '../damage.js';

/** What to do at each tag and text. Names have no prefix. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** An attribute by its name without a prefix. */
export type Attributes = (name: string) => string | undefined;

/** Reads the XML of a member, which `path` names in messages. */
export function parseXml(bytes: Uint8Array, path: string, handlers: XmlHandlers): void {
  const parser = new Parser();
  parser.on('error', () => {
    throw new FileError(damagedMember({ path }));
  });
  parser.on('openTag', (name, attributes, decode) => {
    handlers.open(local(name), (wanted) => attributeOf(attributes(), wanted, decode));
  });
  parser.on('closeTag', (name) => handlers.close?.(local(name)));
  parser.on('text', (text, decode) => handlers.text?.(decode(text)));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.parse(decoded(bytes, path));
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function attributeOf(
  attributes: Readonly<Record<string, string>>,
  wanted: string,
  decode: (text: string) => string,
): string | undefined {
  const raw =
    attributes[wanted] ??
    Object.entries(attributes).find(([name]) => name.endsWith(`:${wanted}`))?.[1];
  return raw === undefined ? undefined : decode(raw);
}

function decoded(bytes: Uint8Array, path: string): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FileError(damagedMember({ path }));
  }
}

/** Unescapes characters that XML cannot contain, which are written like `_x000D_`. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
