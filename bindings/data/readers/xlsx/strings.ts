import { parseXml, unescaped } from './xml.js';

/** Texts that cells share. Reading aids for Chinese and Japanese (`rPh`) are left out. */
export function sharedStrings(bytes: Uint8Array, path: string): string[] {
  const strings: string[] = [];
  let text = '';
  let [inText, inAid] = [false, false];
  parseXml(bytes, path, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') inAid = true;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescaped(text));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inAid = false;
    },
    text: (part) => {
      if (inText && !inAid) text += part;
    },
  });
  return strings;
}
